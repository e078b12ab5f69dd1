import type { ErrorCode, Reveal } from '../scenario-move.ts';
import type { PitchOrder } from '../scenario-task.ts';

/**
 * What a task came to, by kind: all that score and debrief need of it. Judging an act gives one; a replayed trace gives
 * its own.
 */
export type TaskResult =
  | PitchResult
  | { kind: 'advert'; lawful: boolean }
  | { kind: 'walk'; observed: readonly string[] }
  | BoardResult
  | { kind: 'dataroom'; opened: readonly string[]; codes: readonly ErrorCode[] }
  | DeskResult;

export interface PitchResult {
  kind: 'pitch';
  features: readonly string[];
  advantage?: string;
  /** The one that is judged: of two listeners', the one for the listener whom the task names first. */
  benefit?: string;
  evidence?: string;
  limitNamed: boolean;
  order: PitchOrder;
  seconds: number;
  /** With two listeners: has the other one a concrete benefit of his own? */
  secondServed?: boolean;
  codes: readonly ErrorCode[];
}

export interface BoardResult {
  kind: 'board';
  cause?: string;
  /** Shown findings that support the chosen cause. */
  evidence: readonly string[];
  /** An alternative rejected with all its findings shown; with decisions to take, all of them right as well. */
  alternativeRejected: boolean;
  /** What the phone call brought. */
  heard: readonly Reveal[];
}

export interface DeskResult {
  kind: 'desk';
  /** Rows of money whose figure is more than 1 % off. */
  slips: number;
  /** Turnover was entered where profit belongs. */
  salesAsProfit: boolean;
  /** Share of the money measured or estimated that is tagged rightly, 0–1. */
  tagShare: number;
  /** Cases written down. */
  cases: number;
  /** Was the row found that moves the result most? */
  sensitivity: boolean;
  problem: 'main' | 'secondary' | 'symptom' | 'none';
  alternativeRejected: boolean;
}

/** The result of this kind in a log entry. */
export function resultOf<K extends TaskResult['kind']>(
  result: unknown,
  kind: K,
): Extract<TaskResult, { kind: K }> | undefined {
  const found = result as TaskResult | undefined;
  return found?.kind === kind ? (found as Extract<TaskResult, { kind: K }>) : undefined;
}
