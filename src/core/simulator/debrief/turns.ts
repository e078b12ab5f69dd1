import { playedOption } from '../forks.ts';
import type { LogEntry, RunPlan } from '../run.ts';
import type { Option, Scenario, Turn } from '../scenario.ts';

/** The turn of that id, in whichever sheet it stands. */
export function turnById<T>({ stages }: Scenario<T>, id: string | undefined): Turn<T> | undefined {
  for (const stage of stages) {
    const found = stage.kind === 'sheet' ? stage.turns.find((turn) => turn.id === id) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The turn an entry answers, where the customer led. */
export function turnAnswered<T>(scenario: Scenario<T>, { act, turnId }: LogEntry): Turn<T> | undefined {
  const isLed = act.type === 'option.choose' || (act.type === 'move.make' && act.turn !== undefined);
  return isLed ? turnById(scenario, turnId) : undefined;
}

/** The best reply of a turn as this run played it. */
export function bestOption<T>(turn: Turn<T>, plan: RunPlan): Option<T> | undefined {
  return turn.options
    .map((option) => playedOption(turn, option, plan))
    .find(({ quality }) => quality === 'expert');
}

/** The option an entry was, or was matched with, as this run played it. */
export function takenOption<T>(turn: Turn<T>, entry: LogEntry, plan: RunPlan): Option<T> | undefined {
  const id = entry.act.type === 'option.choose' ? entry.act.option : entry.move?.optionId;
  const option = turn.options.find((one) => one.id === id);
  return option && playedOption(turn, option, plan);
}
