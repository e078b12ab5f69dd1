import { pickOne } from '../model/random.ts';
import { DEFAULT_SEED } from './default-seed.ts';
import type { RunPlan } from './run.ts';
import type { Scenario, Sheet, Turn } from './scenario.ts';
import type { MoveTag } from './scenario-move.ts';

/** A line thrown into a meeting, answered by one free move. */
export interface Interrupt<T> {
  line: T;
  good: readonly MoveTag[];
  lure: readonly MoveTag[];
  note: T;
}

/**
 * What interrupts after a turn: at levels 2 and 3, never with the default seed. Where a scenario has hard lines instead,
 * level 3 throws one of them, which one the seed decides.
 */
export function interruptAfter<T>(
  scenario: Scenario<T>,
  { level, seed }: RunPlan,
  sheet: Sheet<T>,
  turn: Turn<T>,
): Interrupt<T> | undefined {
  if (level === 1 || seed === DEFAULT_SEED) return undefined;
  const { interrupt } = scenario.blocks;
  if (interrupt) return interrupt.after === turn.id ? interrupt : undefined;
  const isPlace = level === 3 && turn === hardPlace(scenario, sheet);
  return isPlace ? pickOne(scenario.level3?.hardLines ?? [], `${seed}/hard`) : undefined;
}

/** One turn after the number that contradicts, where everything about the money has been said. */
function hardPlace<T>({ level3 }: Scenario<T>, { turns }: Sheet<T>): Turn<T> | undefined {
  const at = turns.findIndex(({ id }) => id === level3?.contradiction?.at);
  return at === -1 ? undefined : turns[at + 1];
}
