import { expect, test } from 'vitest';
import { assignmentState, byDueDay, tallyOf } from '#core/cohort/assignments.ts';
import type { Assignment } from '#core/cohort/cohort.ts';
import {
  assignmentStates,
  lessonCounts,
  overdueOf,
  type Report,
  scenarioCounts,
} from '#core/cohort/report.ts';
import { readReport } from '#core/cohort/report-answer.ts';
import type { LessonStanding, Standing } from '#core/cohort/standing.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const outline = {
  lessons: [{ id: 'a', objectives: [{ id: 'O1' }, { id: 'O2' }] }],
  scenarios: [{ id: 'd-a' }],
};
const done = (more: Partial<LessonStanding> = {}): Standing => ({
  lessons: [{ state: 'completed', completedAt: 5, passedAt: 5, mastery: [100, 79], ...more }],
  scenarios: [null],
});
const nothing: Standing = { lessons: [null], scenarios: [null] };
const set = (more: Partial<Assignment>): Assignment => ({
  id: 'x',
  kind: 'lesson',
  activityId: 'a',
  setAt: 50 * DAY,
  ...more,
});
const member = (nickname: string, standing: Standing) => ({
  learnerId: nickname,
  nickname,
  joinedAt: 1,
  standing,
});
const report = (...members: Report['members']): Report => ({ at: NOW, outline, assignments: [], members });

test('a lesson completed at any time is done; not completed, the due moment decides', () => {
  const state = (standing: Standing, dueAt?: number) =>
    assignmentState(set(dueAt === undefined ? {} : { dueAt }), standing, outline, NOW);
  expect(state(done(), NOW - 1)).toBe('done');
  expect(state(nothing)).toBe('open');
  expect(state(nothing, NOW)).toBe('open');
  expect(state(nothing, NOW - 1)).toBe('overdue');
});

test('a check counts only when it was passed after it was set, a slow clock forgiven for a day', () => {
  const state = (passedAt: number) =>
    assignmentState(set({ kind: 'check' }), done({ passedAt }), outline, NOW);
  expect([state(50 * DAY), state(49 * DAY), state(49 * DAY - 1)]).toEqual(['done', 'done', 'open']);
});

test('a role-play is done once it was passed; what the course no longer has is never done', () => {
  const played = (passedAt?: number): Standing => ({
    lessons: [null],
    scenarios: [{ runs: 1, best: 60, codes: [], ...(passedAt !== undefined && { passedAt }) }],
  });
  const play = set({ kind: 'scenario', activityId: 'd-a' });
  expect(assignmentState(play, played(3), outline, NOW)).toBe('done');
  expect(assignmentState(play, played(), outline, NOW)).toBe('open');
  expect(assignmentState(set({ activityId: 'gone' }), done(), outline, NOW)).toBe('open');
});

test('assignments stand by their day, those without one last', () => {
  const [late, soon, never, first] = [
    set({ id: 'late', dueAt: 9 }),
    set({ id: 'soon', dueAt: 3 }),
    set({ id: 'never', setAt: 2 }),
    set({ id: 'first', setAt: 1 }),
  ];
  expect([late, never, soon, first].sort(byDueDay).map(({ id }) => id)).toEqual([
    'soon',
    'late',
    'first',
    'never',
  ]);
  expect(tallyOf(['done', 'open', 'done', 'overdue'])).toEqual({ done: 2, open: 1, overdue: 1 });
});

test('a cohort without anybody counts nothing', () => {
  expect(lessonCounts(report())).toEqual([
    {
      id: 'a',
      completed: 0,
      going: 0,
      objectives: [
        { id: 'O1', shown: 0, again: 0, untried: 0 },
        { id: 'O2', shown: 0, again: 0, untried: 0 },
      ],
    },
  ]);
  expect(scenarioCounts(report())).toEqual([{ id: 'd-a', played: 0, passed: 0 }]);
});

test('counts per objective: 80 shows it, 79 does not, null was not asked', () => {
  const going = done({ state: 'tried', mastery: [80, null] });
  const [lesson] = lessonCounts(report(member('一', done()), member('二', going), member('三', nothing)));
  expect(lesson).toEqual({
    id: 'a',
    completed: 1,
    going: 1,
    objectives: [
      { id: 'O1', shown: 2, again: 0, untried: 1 },
      { id: 'O2', shown: 0, again: 1, untried: 2 },
    ],
  });
});

test('first → best are means over those who began at the beginning', () => {
  const played = (best: number, first?: number, passedAt?: number): Standing => ({
    lessons: [null],
    scenarios: [
      {
        runs: 1,
        best,
        codes: [],
        ...(first !== undefined && { first }),
        ...(passedAt !== undefined && { passedAt }),
      },
    ],
  });
  const three = report(
    member('一', played(80, 40, 9)),
    member('二', played(61, 61)),
    member('三', played(90)),
  );
  expect(scenarioCounts(three)).toEqual([{ id: 'd-a', played: 3, passed: 1, first: 51, best: 71 }]);
});

test('who is overdue, per assignment and per member', () => {
  const assignments = [set({ id: 'x', dueAt: NOW - 1 }), set({ id: 'y', kind: 'check', dueAt: NOW + 1 })];
  const both = { ...report(member('一', done()), member('二', nothing)), assignments };
  expect(assignmentStates(both, assignments[0] as Assignment)).toEqual(['done', 'overdue']);
  expect(both.members.map((one) => overdueOf(both, one).map(({ id }) => id))).toEqual([[], ['x']]);
});

test('an answer is read only when it is whole, and lists are as long as the outline', () => {
  const whole = { ...report(member('一', done())), assignments: [set({ dueAt: 5 })] };
  const json = () => JSON.parse(JSON.stringify(whole));
  expect(readReport(json())).toEqual(whole);
  const broken: ((one: ReturnType<typeof json>) => void)[] = [
    (one) => void one.members[0].standing.lessons.push(null),
    (one) => void one.members[0].standing.scenarios.pop(),
    (one) => void delete one.members[0].nickname,
    (one) => void Object.assign(one.members[0].standing.lessons[0], { state: 'new' }),
    (one) => void Object.assign(one.members[0].standing.lessons[0], { mastery: ['100'] }),
    (one) => void Object.assign(one.assignments[0], { kind: 'exam' }),
    (one) => void Object.assign(one.outline.lessons[0], { objectives: [1] }),
    (one) => void delete one.at,
  ];
  for (const breaks of broken) {
    const one = json();
    breaks(one);
    expect([String(breaks), readReport(one)]).toEqual([String(breaks), undefined]);
  }
});
