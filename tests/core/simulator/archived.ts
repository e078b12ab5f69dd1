import { readFileSync } from 'node:fs';
import type { Act } from '#core/simulator/act.ts';
import { endingOf } from '#core/simulator/condition.ts';
import { foldRun } from '#core/simulator/engine.ts';
import type { LogEntry, RunPlan } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { scoreRun } from '#core/simulator/score/score-run.ts';

/**
 * Runs played when this engine was new, with the scenarios as they stood then (their words left out: the engine reads
 * none). Never written again: a run that comes out otherwise has changed what learners' records say of themselves.
 */
export interface ArchivedRun {
  scenario: string;
  plan: RunPlan;
  acts: readonly Act[];
  was: Transcript;
}

/** What a run was, in ids and figures. */
export interface Transcript {
  /** One line an act: place, what was done, how good it was, trust after it, what it opened, codes. */
  lines: readonly string[];
  levels: readonly number[];
  score: number;
  ending: string;
}

/** One JSON object a line: the nine scenarios, then the runs. */
const file = new URL('../../fixtures/simulator/archived-runs.jsonl', import.meta.url);

export function readArchived(): { scenarios: Map<string, Scenario<string>>; runs: ArchivedRun[] } {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const all = lines.map((line) => JSON.parse(line) as ArchivedRun | { skeleton: Scenario<string> });
  const runs = all.filter((one): one is ArchivedRun => !('skeleton' in one));
  const skeletons = all.flatMap((one) => ('skeleton' in one ? [one.skeleton] : []));
  return { scenarios: new Map(skeletons.map((scenario) => [scenario.id, scenario])), runs };
}

export function transcriptIds(scenario: Scenario<string>, plan: RunPlan, acts: readonly Act[]): Transcript {
  const run = foldRun(scenario, plan, acts);
  const { levels, score } = scoreRun(scenario, run);
  return {
    lines: run.log.map(lineOf),
    levels: Object.values(levels),
    score,
    ending: endingOf(scenario, run).id,
  };
}

function lineOf({ stageId, turnId, forked, act, move, trust, values, opened, codes }: LogEntry): string {
  const done = act.type === 'option.choose' ? act.option : act.type;
  const how = move ? `${move.tag}/${move.topic} ${move.quality}` : '';
  const place = `${stageId}.${turnId ?? ''}${forked ? '*' : ''}`;
  const patience = values.patience.toFixed(4);
  return [place, done, how, `trust ${trust}`, `patience ${patience}`, ...opened, ...codes].join(' ');
}
