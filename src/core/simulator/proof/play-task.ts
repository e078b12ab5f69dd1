import type { Text } from '../../model/text.ts';
import type { Act } from '../act.ts';
import { findingId } from '../reveal.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { BoardTask, DataroomTask, DeskTask, PitchTask, Task, WalkTask } from '../scenario-task.ts';
import { dealt } from '../task/deal.ts';
import { expertTask } from '../task/expert-task.ts';
import { type Chance, happens, pick, pickMany, rightOr } from './chance.ts';
import type { Table } from './player.ts';

/** Tasks done with a given skill: every single decision is right with that probability, else drawn. */

/** A spoken pitch within its time, and the span that others take, in seconds. */
const FLUENT_SECONDS = 35;
const SLOWEST_SECONDS = 70;
const QUICKEST_SECONDS = 30;

/** @param skill 0 = all drawn, 1 = the expert. */
export function playTask({ scenario, run, chance, plan }: Table, task: Task<Text>, skill: number): Act {
  if (skill >= 1) return expertTask(scenario, run, dealt(task, run, plan.seed));
  switch (task.kind) {
    case 'pitch':
      return pitch(task, skill, chance);
    case 'advert':
      return happens(skill, chance)
        ? { type: 'advert.arrange', cards: task.best }
        : { type: 'advert.arrange', cards: idsOf(pickMany(task.cards, task.best.length, chance)) };
    case 'walk':
      return walk(task, skill, chance);
    case 'board':
      return board(scenario, run, task, skill, chance);
    case 'dataroom':
      return dataroom(run, task, skill, chance);
    case 'desk':
      return desk(task, skill, chance);
  }
}

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const listed = (id: string | undefined) => (id === undefined ? [] : [id]);

function pitch(task: PitchTask<Text>, skill: number, chance: Chance): Act {
  const { best, second, features, advantages, benefits, evidence, orders } = task;
  const orNone = (cards: readonly { id: string }[]) => [...idsOf(cards), undefined];
  const advantage = rightOr(best.advantage, orNone(advantages), skill, chance);
  const proof = rightOr(best.evidence, orNone(evidence), skill, chance);
  const own = rightOr(best.benefit, orNone(benefits), skill, chance);
  const others = second ? listed(rightOr(second.benefit, orNone(benefits), skill, chance)) : [];
  const isFluent = happens(skill, chance);
  return {
    type: 'pitch.deliver',
    features: happens(skill, chance)
      ? best.features
      : idsOf(pickMany(features, pick([1, 2, 3], chance), chance)),
    ...(advantage !== undefined && { advantage }),
    benefits: [...new Set([...listed(own), ...others])],
    ...(proof !== undefined && { evidence: proof }),
    limitNamed: rightOr(best.limit, [true, false], skill, chance),
    order: rightOr(best.order, orders, skill, chance),
    seconds: isFluent ? FLUENT_SECONDS : between(QUICKEST_SECONDS, SLOWEST_SECONDS, chance),
  };
}

function between(least: number, most: number, chance: Chance): number {
  return least + (most - least) * chance();
}

/** All looks that the budget allows, each worth its while and noted neutrally with the skill's probability. */
function walk(task: WalkTask<Text>, skill: number, chance: Chance): Act {
  const left = pickMany(task.spots, task.spots.length, chance);
  const notes: { spot: string; note: 'neutral' | 'judging' }[] = [];
  while (notes.length < task.budget && left.length > 0) {
    const worth = happens(skill, chance) ? left.findIndex(({ opens }) => opens !== undefined) : 0;
    const [spot] = left.splice(Math.max(0, worth), 1);
    const note = rightOr('neutral' as const, ['neutral', 'judging'] as const, skill, chance);
    if (spot) notes.push({ spot: spot.id, note });
  }
  return { type: 'walk.close', notes };
}

function board(
  scenario: Scenario<Text>,
  run: Run,
  task: BoardTask<Text>,
  skill: number,
  chance: Chance,
): Act {
  const root = task.causes.find(({ role }) => role === 'root')?.id ?? '';
  const cause = rightOr(root, idsOf(task.causes), skill, chance);
  const fits = (task.evidence[cause] ?? []).map(findingId);
  const shown = idsOf(scenario.findings).filter((id) => Object.hasOwn(run.findings, id));
  const decisions = (task.decisions ?? []).map(
    ({ person, best, options }) => [person, rightOr(best, idsOf(options), skill, chance)] as const,
  );
  return {
    type: 'board.close',
    cause,
    evidence: shown.filter((id) => (happens(skill, chance) ? fits.includes(id) : happens(0.5, chance))),
    rejected: happens(skill, chance) ? task.reject : [pick(idsOf(task.causes), chance)],
    phoned: rightOr(true, [true, false], skill, chance),
    ...(decisions.length > 0 && { decisions: Object.fromEntries(decisions) }),
  };
}

/** As many papers as the budget allows; of what is known already none is asked for again. */
function dataroom(run: Run, task: DataroomTask<Text>, skill: number, chance: Chance): Act {
  const isNew = (opens: string | undefined) =>
    opens === undefined || !Object.hasOwn(run.findings, findingId(opens));
  const left = pickMany(
    task.items.filter(({ opens }) => isNew(opens)),
    task.items.length,
    chance,
  );
  const items: { id: string; purpose: boolean }[] = [];
  while (items.length < task.budget && left.length > 0) {
    const worth = happens(skill, chance) ? left.findIndex(({ opens, bait }) => opens && !bait) : 0;
    const [item] = left.splice(Math.max(0, worth), 1);
    if (item) items.push({ id: item.id, purpose: rightOr(true, [true, false], skill, chance) });
  }
  return { type: 'dataroom.close', items };
}

function desk({ rows, tags, problem, decision }: DeskTask<Text>, skill: number, chance: Chance): Act {
  const problems = [problem.main, ...problem.secondary, problem.symptom, problem.reject];
  const decisions = [...decision.best, ...decision.ok, ...decision.bad];
  const figures = rows.map(
    ({ id, value, slips }) =>
      [id, rightOr(value, [value, ...slips.map((slip) => slip.value)], skill, chance)] as const,
  );
  const marks = Object.entries(tags).map(
    ([id, tag]) => [id, rightOr(tag, ['A', 'B', 'C'] as const, skill, chance)] as const,
  );
  return {
    type: 'desk.close',
    rows: Object.fromEntries(figures),
    tags: Object.fromEntries(marks),
    problem: rightOr(problem.main, problems, skill, chance),
    rejected: rightOr(problem.reject, problems, skill, chance),
    decision: rightOr(decision.best[0] ?? '', decisions, skill, chance),
  };
}
