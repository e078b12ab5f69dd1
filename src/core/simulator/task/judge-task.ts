import type { Act, ActOf } from '../act.ts';
import { findingId, parseReveal } from '../reveal.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { DataroomTask, Task, WalkTask } from '../scenario-task.ts';
import { judgeBoard } from './judge-board.ts';
import { judgeDesk } from './judge-desk.ts';
import { judgePitch } from './judge-pitch.ts';
import type { TaskResult } from './task-result.ts';

/**
 * What an act made of a task.
 * @param run decides which findings are shown and which flags are set.
 * @throws {RangeError} when the act is not of the task's kind; `refusalOf` says so before.
 */
export function judgeTask<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  task: Task<T>,
  act: Act,
): TaskResult {
  if (task.kind === 'pitch' && act.type === 'pitch.deliver') return judgePitch(scenario, task, act);
  if (task.kind === 'advert' && act.type === 'advert.arrange') {
    const baits = task.cards.filter(({ role }) => role === 'bait').map(({ id }) => id);
    return { kind: 'advert', lawful: !act.cards.some((id) => baits.includes(id)) };
  }
  if (task.kind === 'walk' && act.type === 'walk.close') return judgeWalk(run, task, act);
  if (task.kind === 'board' && act.type === 'board.close') return judgeBoard(task, plan, run, act);
  if (task.kind === 'dataroom' && act.type === 'dataroom.close') return judgeDataroom(task, act);
  if (task.kind === 'desk' && act.type === 'desk.close') return judgeDesk(task, act);
  throw new RangeError(`${act.type} does not answer a ${task.kind}; ask promptOf what is on the table`);
}

/** A spot opens its finding when what is seen was noted, and not what one thinks of it. */
function judgeWalk<T>(run: Run, task: WalkTask<T>, act: ActOf<'walk.close'>): TaskResult {
  const observed = act.notes.flatMap(({ spot: id, note }) => {
    const spot = task.spots.find((one) => one.id === id);
    const isOpen = spot?.needs === undefined || run.flags.includes(spot.needs);
    return spot?.opens && note === 'neutral' && isOpen ? [findingOf(spot.opens)] : [];
  });
  return { kind: 'walk', observed };
}

/** An item that asks for a purpose opens only with it; a stranger's papers are a breach as soon as they are asked for. */
function judgeDataroom<T>(task: DataroomTask<T>, act: ActOf<'dataroom.close'>): TaskResult {
  const asked = act.items.flatMap(({ id, purpose }) => {
    const item = task.items.find((one) => one.id === id);
    return item ? [{ item, purpose }] : [];
  });
  const opened = asked.flatMap(({ item, purpose }) =>
    item.opens && (purpose || !item.asksPurpose) ? [findingOf(item.opens)] : [],
  );
  return { kind: 'dataroom', opened, codes: asked.flatMap(({ item }) => (item.code ? [item.code] : [])) };
}

function findingOf(reveal: string): string {
  const revealed = parseReveal(reveal);
  return findingId(revealed.id);
}
