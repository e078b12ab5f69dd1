import type { Act } from '#core/simulator/act.ts';
import { promptOf } from '#core/simulator/engine.ts';
import { HONEST_TAGS, LOW_TAGS } from '#core/simulator/moves.ts';
import type { Prompt, Run, RunPlan } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { Task } from '#core/simulator/scenario-task.ts';

/** An act that fits what is on the table, chosen by a number: every run can be walked with a list of numbers. */

type Draw = <M>(list: readonly M[]) => M;

const TAGS = [...HONEST_TAGS, ...LOW_TAGS];

export function anyAct(scenario: Scenario<string>, plan: RunPlan, run: Run, pick: number): Act {
  let rest = Math.abs(Math.trunc(pick));
  const draw: Draw = (list) => {
    const member = list[rest % list.length];
    rest = Math.trunc(rest / Math.max(1, list.length)) + 7 * rest;
    return member as (typeof list)[number];
  };
  return actFor(promptOf(scenario, plan, run), plan, draw);
}

function actFor(prompt: Prompt<string>, { level }: RunPlan, draw: Draw): Act {
  switch (prompt.kind) {
    case 'turn':
      return level === 1
        ? { type: 'option.choose', turn: prompt.turn.id, option: draw(prompt.options).id }
        : {
            type: 'move.make',
            turn: prompt.turn.id,
            tag: draw([...prompt.turn.options.map(({ tag }) => tag), draw(TAGS)]),
            elements: draw([
              [],
              prompt.turn.options.flatMap(({ elements = [], flags = [] }) => [...elements, ...flags]),
            ]),
          };
    case 'topics':
      return {
        type: 'move.make',
        tag: draw(TAGS),
        topic: draw(prompt.phase.topics).id,
        elements: draw([[], ['purpose', 'time', 'consent']]),
      };
    case 'interrupt':
      return { type: 'move.make', tag: draw(TAGS), elements: [] };
    case 'task':
      return taskAct(prompt.task, draw);
    case 'over':
      return { type: 'run.leave' };
  }
}

function taskAct(task: Task<string>, draw: Draw): Act {
  switch (task.kind) {
    case 'pitch':
      return {
        type: 'pitch.deliver',
        features: [draw(task.features).id],
        advantage: draw(task.advantages).id,
        benefits: [draw(task.benefits).id],
        evidence: draw(task.evidence).id,
        limitNamed: draw([true, false]),
        order: draw(task.orders),
      };
    case 'advert':
      return { type: 'advert.arrange', cards: task.cards.slice(0, draw([0, 2, 3])).map(({ id }) => id) };
    case 'walk':
      return {
        type: 'walk.close',
        notes: task.spots
          .slice(0, draw([0, 3, task.budget]))
          .map(({ id }) => ({ spot: id, note: draw(['neutral', 'judging'] as const) })),
      };
    case 'board': {
      const cause = draw(task.causes).id;
      return {
        type: 'board.close',
        cause,
        evidence: [...(task.evidence[cause] ?? [])],
        rejected: [draw(task.causes).id],
        phoned: draw([true, false]),
      };
    }
    case 'dataroom':
      return {
        type: 'dataroom.close',
        items: task.items
          .slice(0, draw([0, 4, task.budget]))
          .map(({ id }) => ({ id, purpose: draw([true, false]) })),
      };
    case 'desk':
      return {
        type: 'desk.close',
        rows: Object.fromEntries(
          task.rows.map(({ id, value, slips }) => [id, draw([value, ...slips.map((slip) => slip.value)])]),
        ),
        tags: Object.fromEntries(task.rows.map(({ id }) => [id, draw(['A', 'B', 'C'] as const)])),
        problem: draw([task.problem.main, task.problem.symptom]),
      };
  }
}
