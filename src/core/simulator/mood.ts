import type { Mood, Run } from './run.ts';
import type { MoveTag } from './scenario-move.ts';
import { trustOf } from './values.ts';

const ANGERING: readonly MoveTag[] = ['argue', 'blame', 'pressure'];

/** Face of the person on stage: shown, never counted (simulators.md §1.2). */
export function moodOf(run: Run): Mood {
  const trust = trustOf(run.values);
  const { patience } = run.values;
  const last = run.log.findLast(({ move }) => move !== undefined)?.move?.tag;
  if (last && ANGERING.includes(last) && trust < 40) return 'angry';
  if (patience < 30) return 'irritated';
  if (trust < 40) return 'guarded';
  return trust >= 65 && patience >= 40 ? 'warm' : 'neutral';
}
