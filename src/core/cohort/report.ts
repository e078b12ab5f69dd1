import { type AssignmentState, assignmentState } from './assignments.ts';
import type { Assignment } from './cohort.ts';
import { type Outline, SHOWN_PERCENT, type Standing } from './standing.ts';

export interface ReportMember {
  learnerId: string;
  nickname: string;
  /** Epoch ms. */
  joinedAt: number;
  standing: Standing;
}

/** What those who lead a cohort are shown. */
export interface Report {
  /** When it was made, epoch ms by the server's clock; `overdue` is counted from here. */
  at: number;
  outline: Outline;
  assignments: readonly Assignment[];
  /** In the order in which they joined. */
  members: readonly ReportMember[];
}

/** How many of the members have shown an objective. */
export interface ObjectiveCount {
  id: string;
  shown: number;
  again: number;
  untried: number;
}

export interface LessonCount {
  id: string;
  completed: number;
  /** Begun and not completed. */
  going: number;
  objectives: readonly ObjectiveCount[];
}

/** Per lesson of the outline: who completed it, and each objective's counts over all members. */
export function lessonCounts({ outline, members }: Pick<Report, 'outline' | 'members'>): LessonCount[] {
  return outline.lessons.map(({ id, objectives }, place) => {
    const standings = members.map(({ standing }) => standing.lessons[place] ?? null);
    const completed = standings.filter((one) => one?.state === 'completed').length;
    return {
      id,
      completed,
      going: standings.filter((one) => one !== null).length - completed,
      objectives: objectives.map((objective, index) =>
        objectiveCount(
          objective.id,
          standings.map((one) => one?.mastery[index] ?? null),
        ),
      ),
    };
  });
}

function objectiveCount(id: string, mastery: readonly (number | null)[]): ObjectiveCount {
  const asked = mastery.filter((percent) => percent !== null);
  const shown = asked.filter((percent) => percent >= SHOWN_PERCENT).length;
  return { id, shown, again: asked.length - shown, untried: mastery.length - asked.length };
}

export interface ScenarioCount {
  id: string;
  /** Members with a finished run, and those who passed. */
  played: number;
  passed: number;
  /** Means over the members who have a first run, 0–100; absent when nobody has. */
  first?: number;
  best?: number;
}

/** Per role-play of the outline: first → best over the members who played it from the beginning. */
export function scenarioCounts({ outline, members }: Pick<Report, 'outline' | 'members'>): ScenarioCount[] {
  return outline.scenarios.map(({ id }, place) => {
    const played = members.flatMap(({ standing }) => standing.scenarios[place] ?? []);
    const whole = played.filter(({ first }) => first !== undefined);
    return {
      id,
      played: played.length,
      passed: played.filter(({ passedAt }) => passedAt !== undefined).length,
      ...(whole.length > 0 && {
        first: mean(whole.map(({ first = 0 }) => first)),
        best: mean(whole.map(({ best }) => best)),
      }),
    };
  });
}

const mean = (values: readonly number[]): number =>
  Math.round(values.reduce((total, value) => total + value, 0) / values.length);

/** How one assignment stands for each member, in the order of the members. */
export const assignmentStates = (
  { outline, members, at }: Pick<Report, 'outline' | 'members' | 'at'>,
  assignment: Assignment,
): AssignmentState[] => members.map(({ standing }) => assignmentState(assignment, standing, outline, at));

/** The member's assignments that are overdue. */
export const overdueOf = (
  { outline, assignments, at }: Pick<Report, 'outline' | 'assignments' | 'at'>,
  { standing }: Pick<ReportMember, 'standing'>,
): Assignment[] =>
  assignments.filter((assignment) => assignmentState(assignment, standing, outline, at) === 'overdue');
