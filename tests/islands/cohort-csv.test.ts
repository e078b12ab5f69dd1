import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { csvOf } from '#client/csv.ts';
import type { Report } from '#core/cohort/report.ts';
import { cohortStrings } from '#i18n/cohorts.ts';
import { csvRows } from '#islands/cohorts/csv-rows.ts';
import { memberRows } from '#islands/cohorts/member-order.ts';

beforeEach(() => vi.stubEnv('TZ', 'Asia/Shanghai'));
afterEach(() => vi.unstubAllEnvs());

const NOW = Date.UTC(2026, 10, 26, 18); // the 27th in Shanghai
const DAY = 86_400_000;
const nothing = { lessons: [null, null], scenarios: [null] };
const report: Report = {
  at: NOW,
  outline: {
    lessons: [
      { id: 'm1-a', objectives: [{ id: 'O1' }, { id: 'O2' }] },
      { id: 'gone', objectives: [] },
    ],
    scenarios: [{ id: 'd-a' }],
  },
  assignments: [{ id: 'x', kind: 'lesson', activityId: 'm1-a', setAt: 0, dueAt: NOW - 1 }],
  members: [
    { learnerId: '1', nickname: '=cmd|"/c calc"!A0', joinedAt: NOW - DAY, standing: nothing },
    {
      learnerId: '2',
      nickname: '小红',
      joinedAt: NOW,
      standing: {
        lessons: [{ state: 'completed', first: 60, best: 100, completedAt: 1, mastery: [100, null] }, null],
        scenarios: [{ runs: 2, first: 40, best: 72, passedAt: 9, codes: ['E4', 'E6'] }],
        // A device whose clock is a year ahead.
        lastAt: NOW + 365 * DAY,
      },
    },
  ],
};
const naming = {
  strings: cohortStrings('zh').lead,
  lessons: [{ id: 'm1-a', number: 1, realm: 'xin', title: '心态', objectives: [], writing: {} }],
  scenarios: [{ id: 'd-a', title: '坪效' }],
};

test('a line for each learner, a column for each lesson, objective and role-play', () => {
  expect(csvRows(report, naming)).toEqual([
    [
      '称呼',
      '加入日期',
      '最近学习',
      '学成课数',
      '逾期任务',
      '第1课 心态 进度',
      '第1课 心态 首次检查%',
      '第1课 心态 最好检查%',
      '第1课 心态 目标1%',
      '第1课 心态 目标2%',
      'gone 进度',
      'gone 首次检查%',
      'gone 最好检查%',
      '坪效 首次',
      '坪效 最好',
      '坪效 过关',
      '坪效 失误',
    ],
    [
      '=cmd|"/c calc"!A0',
      '2026-11-26',
      '',
      '0',
      '1',
      '没开始',
      '',
      '',
      '',
      '',
      '没开始',
      '',
      '',
      '',
      '',
      '',
      '',
    ],
    [
      '小红',
      '2026-11-27',
      '2026-11-27',
      '1',
      '0',
      '学成',
      '60',
      '100',
      '100',
      '',
      '没开始',
      '',
      '',
      '40',
      '72',
      '是',
      'E4 E6',
    ],
  ]);
});

test('a spreadsheet opens it as text: a mark for Excel, no cell that runs', async () => {
  const text = csvOf(csvRows(report, naming));
  expect(text.startsWith('\ufeff称呼,')).toBe(true);
  expect(text.split('\n')[1]).toMatch(/^"'=cmd\|""\/c calc""!A0",/);
});

test('learners can be ordered by what is asked about them', () => {
  const names = (order: Parameters<typeof memberRows>[1]) =>
    memberRows(report, order, 'zh-CN').map(({ member }) => member.learnerId);
  expect(names('joined')).toEqual(['1', '2']);
  expect(names('overdue')).toEqual(['1', '2']);
  expect(names('least')).toEqual(['1', '2']);
  expect(names('last')).toEqual(['1', '2']);
  const turned = { ...report, members: [...report.members].reverse() };
  const of = (order: Parameters<typeof memberRows>[1]) =>
    memberRows(turned, order, 'zh-CN').map(({ member }) => member.learnerId);
  expect([of('joined'), of('least'), of('overdue'), of('last')]).toEqual([
    ['2', '1'],
    ['1', '2'],
    ['1', '2'],
    ['1', '2'],
  ]);
});
