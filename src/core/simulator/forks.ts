import { hashSeed } from '../model/random.ts';
import { DEFAULT_SEED } from './default-seed.ts';
import type { RunPlan } from './run.ts';
import type { Fork, Option, Turn } from './scenario.ts';

/**
 * The second version of a turn that this run plays; `undefined` = the turn as written. Every turn is drawn for itself,
 * never with the default seed, and only at level 1, where the learner chooses among the options that a fork rewrites.
 */
export function forkOf<T>(turn: Turn<T>, { level, seed }: RunPlan): Fork<T> | undefined {
  if (!turn.fork || level !== 1 || seed === DEFAULT_SEED) return undefined;
  return hashSeed(`${seed}/${turn.id}`) % 2 === 1 ? turn.fork : undefined;
}

/** An option of a turn as this run plays it: id, tag, topic and words stay, the rest may be the fork's. */
export function playedOption<T>(turn: Turn<T>, option: Option<T>, plan: RunPlan): Option<T> {
  const forked = forkOf(turn, plan)?.options[option.id];
  if (!forked) return option;
  const { id, tag, topic, text } = option;
  return { ...forked, id, tag, topic, text };
}
