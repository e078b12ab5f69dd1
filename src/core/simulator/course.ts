import type { Level, Scenario, Sheet, Stage } from './scenario.ts';
import type { Values } from './scenario-move.ts';
import type { TopicPhase } from './scenario-talk.ts';
import type { Task } from './scenario-task.ts';

/** The stations of a run in their order (simulators.md §1.1 and §1.8). */

export type Station<T> =
  | { kind: 'sheet'; id: string; sheet: Sheet<T> }
  | { kind: 'task'; id: string; task: Task<T> }
  | { kind: 'talk'; id: string; phase: TopicPhase<T> };

const COURSES = new WeakMap<object, Partial<Record<Level, readonly Station<unknown>[]>>>();

/**
 * Level 1 plays the stages as written. At levels 2 and 3 a topic phase stands in place of the sheets it replaces, or first
 * when it replaces none; a walk that the phase opens is no station of its own.
 */
export function courseOf<T>(scenario: Scenario<T>, level: Level): readonly Station<T>[] {
  const known = COURSES.get(scenario) ?? {};
  if (!known[level]) {
    known[level] = laidOut(scenario, level);
    COURSES.set(scenario, known);
  }
  return known[level] as readonly Station<T>[];
}

function laidOut<T>({ stages, topicPhase }: Scenario<T>, level: Level): Station<T>[] {
  if (level === 1 || !topicPhase) return stages.map(stationOf);
  const { replaces, walk } = topicPhase;
  const talk: Station<T> = { kind: 'talk', id: topicPhase.id, phase: topicPhase };
  const first = stages.findIndex((stage) => replaces.includes(stage.id));
  const stations = stages.flatMap((stage, index) => {
    if (replaces.includes(stage.id)) return index === first ? [talk] : [];
    return walk && stage.kind === 'walk' ? [] : [stationOf(stage)];
  });
  return first === -1 ? [talk, ...stations] : stations;
}

function stationOf<T>(stage: Stage<T>): Station<T> {
  return stage.kind === 'sheet'
    ? { kind: 'sheet', id: stage.id, sheet: stage }
    : { kind: 'task', id: stage.id, task: stage };
}

/** The first visit's walk, which a topic phase opens. */
export function walkOf<T>({ stages }: Scenario<T>): Extract<Task<T>, { kind: 'walk' }> | undefined {
  return stages.find((stage) => stage.kind === 'walk');
}

/** The sheet that says how a scenario, or one of its persons, starts. */
export function startSheet<T>({ stages }: Scenario<T>, person?: string): Sheet<T> | undefined {
  return stages.find(
    (stage): stage is Sheet<T> =>
      stage.kind === 'sheet' &&
      stage.start !== undefined &&
      (person === undefined || stage.person === person),
  );
}

/** Values a person starts with, where he has some of his own. */
export function startOf<T>(scenario: Scenario<T>, person: string): Values | undefined {
  return startSheet(scenario, person)?.start;
}

/** Do several persons have values of their own? */
export function hasPersons<T>({ stages }: Scenario<T>): boolean {
  return stages.some((stage) => stage.kind === 'sheet' && stage.person !== undefined);
}
