import { readFileSync } from 'node:fs';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import type { ScenarioId } from './scenarios.ts';

/** The 207 played runs of the dossier: tests/fixtures/simulator/traces.jsonl, one JSON object a line. */

export interface MoveStep {
  turn?: string;
  option?: string;
  tag?: MoveTag;
  topic?: string;
  elements?: string[];
  person?: string;
  quality: string;
  values: number[];
  trust: number;
  opened?: string[];
  code?: string;
  commit?: { asked: string; accepted: boolean; ladder: string };
  ended?: string;
  move?: 'spoken pitch';
}

export interface TaskStep {
  task: 'pitch' | 'advert' | 'walk' | 'board' | 'dataroom' | 'desk';
  result: Record<string, unknown>;
  codes?: string[];
}

export type TraceStep = MoveStep | TaskStep;

export interface Trace {
  scenario: ScenarioId;
  level: 1 | 2;
  who: string;
  steps: TraceStep[];
  end: {
    ended: string | null;
    ladder: string;
    needs: Record<string, string>;
    facts: string[];
    codes: string[];
    levels: Record<string, number>;
    weights: Record<string, number>;
    raw: number;
    cap: number;
    score: number;
  };
}

const file = new URL('../../fixtures/simulator/traces.jsonl', import.meta.url);

export const TRACES: readonly Trace[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Trace);

export function isTask(step: TraceStep): step is TaskStep {
  return 'task' in step;
}
