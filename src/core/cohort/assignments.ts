import type { Assignment } from './cohort.ts';
import type { Outline, Standing } from './standing.ts';

/** done · open: not yet, there is time · overdue: not yet, and the day is over. */
export type AssignmentState = 'done' | 'open' | 'overdue';

/** A device's clock may be a day behind: a check passed just after it was set counts all the same. */
const CLOCK_SLACK_MS = 86_400_000;

/**
 * How an assignment stands for one learner.
 * @param now epoch ms. The due moment itself is still in time.
 */
export function assignmentState(
  assignment: Assignment,
  standing: Standing,
  outline: Outline,
  now: number,
): AssignmentState {
  if (isDone(assignment, standing, outline)) return 'done';
  return assignment.dueAt !== undefined && now > assignment.dueAt ? 'overdue' : 'open';
}

function isDone({ kind, activityId, setAt }: Assignment, standing: Standing, outline: Outline): boolean {
  if (kind === 'scenario') {
    const place = outline.scenarios.findIndex(({ id }) => id === activityId);
    return standing.scenarios[place]?.passedAt !== undefined;
  }
  const lesson = standing.lessons[outline.lessons.findIndex(({ id }) => id === activityId)];
  if (kind === 'lesson') return lesson?.completedAt !== undefined;
  return lesson?.passedAt !== undefined && lesson.passedAt >= setAt - CLOCK_SLACK_MS;
}

/** How many of a list stand how. */
export interface Tally {
  done: number;
  open: number;
  overdue: number;
}

export const tallyOf = (states: readonly AssignmentState[]): Tally => ({
  done: states.filter((state) => state === 'done').length,
  open: states.filter((state) => state === 'open').length,
  overdue: states.filter((state) => state === 'overdue').length,
});

const LAST = Number.MAX_SAFE_INTEGER;

/** In the order in which they are due; those without a day last, by when they were set. */
export const byDueDay = (a: Assignment, b: Assignment): number =>
  (a.dueAt ?? LAST) - (b.dueAt ?? LAST) || a.setAt - b.setAt;
