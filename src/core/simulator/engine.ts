import type { Act, ActOf } from './act.ts';
import { hasPersons, startSheet } from './course.ts';
import { enterStation, stationOf, taskOf } from './flow.ts';
import { entryOf, record } from './log-entry.ts';
import { chooseOption, makeMove } from './play.ts';
import { refusalOf } from './refusal.ts';
import type { Run, RunPlan } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { NeedStep, Values } from './scenario-move.ts';
import { applyTask } from './task/apply-task.ts';
import { judgeTask } from './task/judge-task.ts';

/**
 * The engine of the role-plays: a run is a pure fold of acts over a scenario, a level and a seed. No text is read, no
 * chance is taken, nothing given is changed.
 * @see ./SPEC.md, which numbers the rules; shared design: simulators.md §1.
 */

export { moodOf } from './mood.ts';
export { promptOf } from './prompt.ts';
export { trustOf } from './values.ts';
export { refusalOf };

const NO_VALUES: Values = { ability: 0, benevolence: 0, integrity: 0, patience: 0, interest: 0 };

/** The run before the first act, its first line shown. */
export function beginRun<T>(scenario: Scenario<T>, plan: RunPlan): Run {
  const start = startSheet(scenario);
  const values = start?.start ?? NO_VALUES;
  const person = hasPersons(scenario) ? start?.person : undefined;
  const needs = Object.fromEntries(scenario.needs.map(({ id }) => [id, 'hidden' as NeedStep]));
  const run: Run = {
    values,
    ...(person !== undefined && { person }),
    persons: person === undefined ? {} : { [person]: values },
    needs,
    findings: {},
    flags: [],
    ladder: 'none',
    codes: [],
    log: [],
    stage: 0,
    step: 0,
    visit: 1,
    moves: 0,
    uses: {},
    asked: 0,
    bills: [],
    figureAsked: false,
    lineOpened: [],
  };
  return enterStation(scenario, plan, run);
}

/**
 * One act.
 * @throws {RangeError} when the act is not acceptable now; ask `refusalOf` before.
 */
export function applyAct<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, act: Act): Run {
  const refusal = refusalOf(scenario, plan, run, act);
  if (refusal)
    throw new RangeError(`${scenario.id}: ${act.type} is refused (${refusal}); ask refusalOf before`);
  if (act.type === 'run.leave') return leave(scenario, plan, run, act);
  const task = taskOf(scenario, plan, run);
  if (task) {
    return applyTask(scenario, plan, run, task, act, judgeTask(scenario, plan, run, task, act));
  }
  if (act.type === 'move.make') return makeMove(scenario, plan, run, act);
  return chooseOption(scenario, plan, run, act as ActOf<'option.choose'>);
}

function leave<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, act: Act): Run {
  const stageId = stationOf(scenario, plan, run)?.id ?? '';
  return record({ ...run, ended: 'left' }, entryOf(run, act, { stageId }));
}

/** The run after all acts, from the beginning. */
export function foldRun<T>(scenario: Scenario<T>, plan: RunPlan, acts: readonly Act[]): Run {
  return acts.reduce((run, act) => applyAct(scenario, plan, run, act), beginRun(scenario, plan));
}
