/** Days and weeks of a sheet are dates without an hour: the same wherever and whenever clocks change. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { averageOf, isPrompted, weeksOf } from '#core/worksheet/outputs.ts';
import { dateAfter, daysBetween } from '#core/worksheet/values.ts';

afterEach(() => vi.unstubAllEnvs());

const ZONES = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];
const MORE = ['Asia/Kathmandu', 'Pacific/Chatham', 'Africa/Cairo', 'America/Havana', 'Pacific/Apia'];

describe.each([...ZONES, ...MORE])('in %s', (zone) => {
  test.each([
    ['2026-03-28', '2026-03-30', 2], // summer time begins in Europe between them
    ['2026-10-24', '2026-10-26', 2], // and ends
    ['2026-03-07', '2026-03-09', 2], // America
    ['2026-10-31', '2026-11-02', 2],
    ['2026-04-04', '2026-04-06', 2], // Australia and New Zealand
    ['2026-04-23', '2026-04-24', 1], // Egypt, at midnight
    ['2011-12-29', '2011-12-31', 2], // Samoa had no 30th
    ['2024-02-28', '2024-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2027-01-01', '2026-12-31', -1],
  ])('from %s to %s are %d days', (from, to, days) => {
    vi.stubEnv('TZ', zone);
    expect(daysBetween(from, to)).toBe(days);
    expect(dateAfter(from, days)).toBe(to);
  });

  test('Sunday and Monday lie in two weeks on the days when clocks change, too', () => {
    vi.stubEnv('TZ', zone);
    const weeks = { kind: 'weeks', title: '', list: 'rows', date: 'on' } as const;
    const rows = (...days: string[]) => ({ rows: days.map((on) => ({ on })) });
    for (const [sunday, monday] of [
      ['2026-03-29', '2026-03-30'],
      ['2026-10-25', '2026-10-26'],
      ['2026-03-08', '2026-03-09'],
      ['2026-11-01', '2026-11-02'],
      ['2027-01-03', '2027-01-04'],
    ] as const) {
      expect(weeksOf(weeks, rows(sunday, monday))).toBe(2);
      expect(weeksOf(weeks, rows(dateAfter(monday, 6), monday))).toBe(1);
    }
  });

  test('“this week” and the four before it, over the end of summer time', () => {
    vi.stubEnv('TZ', zone);
    const average = { kind: 'average', title: '', list: 'rows', date: 'on', field: 'marks' } as const;
    const rows = [
      ['2026-10-04', 9], // five weeks before: not counted
      ['2026-10-18', 2], // Sunday, three weeks before
      ['2026-10-25', 4], // Sunday on which clocks go back in Europe, two weeks before
      ['2026-11-01', 6], // the same in America, the week before
      ['2026-11-08', 1], // Sunday of this week
    ].map(([on, mark]) => ({ on, marks: { a: mark } }));
    const fields = { rows } as unknown as Parameters<typeof averageOf>[1];
    expect(averageOf(average as never, fields, '2026-11-02')).toEqual({
      now: 1,
      before: { mean: 4, weeks: 3 },
    });
  });

  test('a sheet asks on its weekday until the day it is due, that day too', () => {
    vi.stubEnv('TZ', zone);
    const prompt = { kind: 'prompt', title: '', day: 'day', due: 'due' } as never;
    const asks = (today: string) => isPrompted(prompt, { day: 'sun', due: '2026-10-25' }, today);
    expect(['2026-10-18', '2026-10-24', '2026-10-25', '2026-11-01'].map(asks)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
