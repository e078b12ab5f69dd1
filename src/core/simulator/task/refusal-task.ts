import type { Act, ActOf, ActType } from '../act.ts';
import { findingId } from '../reveal.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { BoardTask, DataroomTask, DeskTask, PitchTask, Task, WalkTask } from '../scenario-task.ts';

const ANSWERS: Readonly<Record<Task<unknown>['kind'], ActType>> = {
  pitch: 'pitch.deliver',
  advert: 'advert.arrange',
  walk: 'walk.close',
  board: 'board.close',
  dataroom: 'dataroom.close',
  desk: 'desk.close',
};

/**
 * Why an act is no answer to this task: `other-act` of another kind · `unknown-card` an id that is not there, or twice ·
 * `too-many` more than the budget · `no-order` an order the task does not have · `bad-figure` not a finite number, or a
 * time below 0. `undefined` when it is one; whether it is a good one is judged later.
 */
export function refusalOfTask<T>(
  scenario: Scenario<T>,
  run: Run,
  task: Task<T>,
  act: Act,
): string | undefined {
  if (ANSWERS[task.kind] !== act.type) return 'other-act';
  switch (act.type) {
    case 'pitch.deliver':
      return task.kind === 'pitch' ? ofPitch(task, act) : undefined;
    case 'advert.arrange':
      return task.kind === 'advert' ? unknown(act.cards, task.cards) : undefined;
    case 'walk.close':
      return task.kind === 'walk' ? ofWalk(task, act) : undefined;
    case 'board.close':
      return task.kind === 'board' ? ofBoard(scenario, task, act) : undefined;
    case 'dataroom.close':
      return task.kind === 'dataroom' ? ofDataroom(run, task, act) : undefined;
    case 'desk.close':
      return task.kind === 'desk' ? ofDesk(task, act) : undefined;
    default:
      return 'other-act';
  }
}

/** Is an id missing from the pile, or named twice? */
function unknown(ids: readonly string[], pile: readonly { id: string }[]): 'unknown-card' | undefined {
  const isWrong = ids.some((id, index) => ids.indexOf(id) < index || !pile.some((card) => card.id === id));
  return isWrong ? 'unknown-card' : undefined;
}

const listed = (id: string | undefined) => (id === undefined ? [] : [id]);

function ofPitch<T>(task: PitchTask<T>, act: ActOf<'pitch.deliver'>): string | undefined {
  if (act.benefits.length > (task.second ? 2 : 1)) return 'too-many';
  if (!task.orders.includes(act.order)) return 'no-order';
  const { seconds } = act;
  if (seconds !== undefined && !(Number.isFinite(seconds) && seconds >= 0)) return 'bad-figure';
  return (
    unknown(act.features, task.features) ??
    unknown(listed(act.advantage), task.advantages) ??
    unknown(act.benefits, task.benefits) ??
    unknown(listed(act.evidence), task.evidence)
  );
}

function ofWalk<T>(task: WalkTask<T>, { notes }: ActOf<'walk.close'>): string | undefined {
  if (notes.length > task.budget) return 'too-many';
  return unknown(
    notes.map(({ spot }) => spot),
    task.spots,
  );
}

function ofBoard<T>(
  { findings }: Scenario<T>,
  task: BoardTask<T>,
  act: ActOf<'board.close'>,
): string | undefined {
  const decided = Object.entries(act.decisions ?? {});
  const isDecisionKnown = decided.every(([person, choice]) =>
    task.decisions?.some((one) => one.person === person && one.options.some(({ id }) => id === choice)),
  );
  if (!isDecisionKnown) return 'unknown-card';
  return (
    unknown(listed(act.cause), task.causes) ??
    unknown(act.rejected, task.causes) ??
    unknown(act.evidence.map(findingId), findings)
  );
}

function ofDataroom<T>(
  run: Run,
  task: DataroomTask<T>,
  { items }: ActOf<'dataroom.close'>,
): string | undefined {
  if (items.length > task.budget) return 'too-many';
  const open = task.items.filter(
    ({ opens }) => opens === undefined || !Object.hasOwn(run.findings, findingId(opens)),
  );
  return unknown(
    items.map(({ id }) => id),
    open,
  );
}

function ofDesk<T>(task: DeskTask<T>, act: ActOf<'desk.close'>): string | undefined {
  const figures = Object.values(act.rows);
  if (figures.some((figure) => typeof figure === 'number' && !Number.isFinite(figure))) return 'bad-figure';
  const { problem, decision } = task;
  const problems = [problem.main, ...problem.secondary, problem.symptom, problem.reject];
  const decisions = [...decision.best, ...decision.ok, ...decision.bad];
  const isNamed = (id: string | undefined, ids: readonly string[]) => id === undefined || ids.includes(id);
  if (!isNamed(act.problem, problems) || !isNamed(act.rejected, problems)) return 'unknown-card';
  if (!isNamed(act.decision, decisions)) return 'unknown-card';
  return unknown(Object.keys(act.rows), task.rows) ?? unknown(Object.keys(act.tags), task.rows);
}
