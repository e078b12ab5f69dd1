import { courseOf, hasPersons, type Station, startOf, startSheet, walkOf } from './course.ts';
import { forkOf } from './forks.ts';
import { type Interrupt, interruptAfter } from './interrupts.ts';
import { open } from './opening.ts';
import type { Run, RunPlan } from './run.ts';
import type { Scenario, Sheet, Turn } from './scenario.ts';
import type { Values } from './scenario-move.ts';
import type { TopicPhase } from './scenario-talk.ts';
import type { Task } from './scenario-task.ts';
import { trustOf } from './values.ts';

/** How a run moves on: entering stations and turns, and what is reset between them (simulators.md §1.3). */

const SECOND_VISIT_TRUST = 50;
const SECOND_VISIT_PATIENCE = 60;

/** The station the run is at; `undefined` once all is played. */
export function stationOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Station<T> | undefined {
  return courseOf(scenario, plan.level)[run.stage];
}

/** Is there nothing more to do? */
export function isOver<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): boolean {
  return run.ended !== undefined || run.stage >= courseOf(scenario, plan.level).length;
}

/** The task on the table; a walk may be opened out of a conversation. */
export function taskOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Task<T> | undefined {
  if (run.aside === 'walk') return walkOf(scenario);
  const station = stationOf(scenario, plan, run);
  return station?.kind === 'task' ? station.task : undefined;
}

/** The turn on the table, in a sheet. */
export function turnOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Turn<T> | undefined {
  const station = stationOf(scenario, plan, run);
  return station?.kind === 'sheet' ? station.sheet.turns[run.step] : undefined;
}

/** Go to the next turn of the sheet, or to the next station. */
export function goOn<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Run {
  const station = stationOf(scenario, plan, run);
  if (station?.kind !== 'sheet') return enterStation(scenario, plan, { ...run, stage: run.stage + 1 });
  const left = station.sheet.turns[run.step];
  const next = { ...run, step: run.step + 1 };
  if (left && interruptAfter(scenario, plan, station.sheet, left))
    return { ...next, aside: 'interrupt', lineOpened: [] };
  return enterTurn(scenario, plan, next, station.sheet);
}

/** What interrupts now. */
export function interruptOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Interrupt<T> | undefined {
  const station = stationOf(scenario, plan, run);
  if (run.aside !== 'interrupt' || station?.kind !== 'sheet') return undefined;
  const left = station.sheet.turns[run.step - 1];
  return left && interruptAfter(scenario, plan, station.sheet, left);
}

/** After an interruption, or back from a walk. */
export function goBack<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Run {
  const { aside: _, ...rest } = run;
  const station = stationOf(scenario, plan, rest);
  if (station?.kind === 'sheet') return enterTurn(scenario, plan, rest, station.sheet);
  const isSpent = station?.kind === 'talk' && rest.step >= station.phase.maxTurns;
  return isSpent ? leaveTalk(scenario, plan, rest, station.phase) : rest;
}

/** Come to the station at `run.stage`: the gate before it, its resets, its first line. */
export function enterStation<T>(scenario: Scenario<T>, plan: RunPlan, arrived: Run): Run {
  const { talk: _, ...run } = { ...arrived, step: 0, lineOpened: [] };
  const station = stationOf(scenario, plan, run);
  if (!station) return run;
  if (isShut(scenario, run, station)) return { ...run, ended: 'novisit2' };
  if (station.kind === 'talk') return enterTalk(run, station.phase);
  if (station.kind === 'task') return run;
  const { sheet } = station;
  const visited = sheet.visit === 2 && run.visit === 1 ? secondVisit(run) : run;
  const person = sheet.person;
  const staged =
    person === undefined || !isExpected(visited, sheet) ? visited : onStage(scenario, visited, person);
  return enterTurn(scenario, plan, staged, sheet);
}

/** Board and second visit open only to who is welcome again. */
function isShut<T>(scenario: Scenario<T>, run: Run, station: Station<T>): boolean {
  if (run.visit === 2) return false;
  const isSecond =
    (station.kind === 'task' && station.task.kind === 'board') ||
    (station.kind === 'sheet' && station.sheet.visit === 2);
  const needed = scenario.secondVisitTrust ?? SECOND_VISIT_TRUST;
  return isSecond && run.ladder === 'none' && trustOf(run.values) < needed;
}

/** A sheet's person comes on stage with the values the sheet gives, or with those kept; otherwise nobody changes. */
function isExpected<T>(run: Run, { person, start }: Sheet<T>): boolean {
  return person !== undefined && (start !== undefined || Object.hasOwn(run.persons, person));
}

function secondVisit(run: Run): Run {
  const rested = (values: Values): Values => ({
    ...values,
    patience: Math.max(SECOND_VISIT_PATIENCE, values.patience),
  });
  const persons = Object.fromEntries(Object.entries(run.persons).map(([id, values]) => [id, rested(values)]));
  const ladder = run.ladder === 'none' ? 'next_talk' : run.ladder;
  return { ...run, visit: 2, values: rested(run.values), persons, uses: {}, asked: 0, ladder };
}

/**
 * Bring a person on stage: the one there keeps his values, the new one has his own, counters start anew. Nothing changes
 * when he is there already.
 */
export function onStage<T>(scenario: Scenario<T>, run: Run, person: string): Run {
  if (run.person === person) return run;
  const kept = run.person === undefined ? run.persons : { ...run.persons, [run.person]: run.values };
  const known = kept[person] ?? startOf(scenario, person);
  if (!known) return run;
  const patience = run.visit === 2 ? Math.max(SECOND_VISIT_PATIENCE, known.patience) : known.patience;
  const values = Object.hasOwn(kept, person) ? known : { ...known, patience };
  return { ...run, person, values, persons: { ...kept, [person]: values }, uses: {}, asked: 0 };
}

/** Show a turn's line: who speaks comes on stage, and what the line gives away comes to light. */
function enterTurn<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, sheet: Sheet<T>): Run {
  const turn = sheet.turns[run.step];
  if (!turn) return enterStation(scenario, plan, { ...run, stage: run.stage + 1 });
  const staged = sheet.person === undefined && hasPersons(scenario) ? onStage(scenario, run, turn.by) : run;
  const reveals = forkOf(turn, plan)?.opens ?? turn.opens ?? [];
  const { opened, ...known } = open(staged, reveals, plan.level);
  return { ...staged, ...known, lineOpened: opened };
}

function enterTalk<T>(run: Run, { topics, openFeelings }: TopicPhase<T>): Run {
  const open = topics.filter((topic) => topic.open).map(({ id }) => id);
  const feelings = [...(openFeelings ?? [])];
  return { ...run, talk: { open, fresh: open, feelings, counts: {}, closed: [], walked: false } };
}

/** End the conversation that the learner led. Where it stood before everything else, patience comes back to its start. */
export function leaveTalk<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, phase: TopicPhase<T>): Run {
  const start = phase.replaces.length === 0 ? startSheet(scenario)?.start : undefined;
  const rested = start
    ? {
        ...run,
        values: { ...run.values, patience: Math.max(start.patience, run.values.patience) },
        uses: {},
        asked: 0,
      }
    : run;
  return enterStation(scenario, plan, { ...rested, stage: run.stage + 1 });
}
