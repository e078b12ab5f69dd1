import { playedOption } from '../forks.ts';
import { type Interrupt, interruptAfter } from '../interrupts.ts';
import type { LogEntry, Run, RunPlan } from '../run.ts';
import type { Option, Scenario, Sheet, Turn } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';

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

/** The interruption an entry answers. */
export function interruptAnswered<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  { turnId, stageId, index }: LogEntry,
): Interrupt<T> | undefined {
  const turn = turnId === 'interrupt' ? turnById(scenario, run.log[index - 1]?.turnId) : undefined;
  const sheet = scenario.stages.find(
    (stage): stage is Sheet<T> => stage.kind === 'sheet' && stage.id === stageId,
  );
  return turn && sheet && interruptAfter(scenario, plan, sheet, turn);
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

/** The lesson behind a move made freely: that of the first best reply of its kind, else of any reply of it. */
export function principleOf<T>({ stages }: Scenario<T>, tag: MoveTag | undefined): string | undefined {
  const options = stages.flatMap((stage) =>
    stage.kind === 'sheet' ? stage.turns.flatMap(({ options }) => options) : [],
  );
  const own = options.filter((option) => option.tag === tag);
  return (own.find(({ quality }) => quality === 'expert') ?? own[0])?.principle;
}
