import { describe, expect, test } from 'vitest';
import type { Fact } from '#core/model/fact.ts';
import { checkInWeeks } from '#core/practice/check-in-weeks.ts';
import { clockText, endOfPart, momentAt } from '#core/practice/countdown.ts';
import { isoWeekOf } from '#core/practice/iso-week.ts';

describe('the rehearsal clock: 30, 90 and 60 seconds', () => {
  const seconds = [30, 90, 60];
  test.each([
    [0, 0, 30_000, 'begun'],
    [29_999, 0, 1, 'begun'],
    [30_000, 1, 90_000, 'begun'],
    [75_000, 1, 45_000, 'half'],
    [90_000, 1, 30_000, 'last30'],
    [120_000, 2, 60_000, 'begun'],
    [149_999, 2, 30_001, 'begun'],
    [150_000, 2, 30_000, 'last30'],
    [180_000, 2, 0, 'over'],
    [9_999_999, 2, 0, 'over'],
  ] as const)('after %d ms: part %d, %d ms left, %s', (elapsed, part, leftMs, cue) => {
    expect(momentAt(seconds, elapsed)).toEqual({ part, leftMs, cue });
  });

  test('a tab that slept through a part wakes up in the right one', () => {
    expect(momentAt(seconds, 130_000).part).toBe(2);
  });

  test('skipping a part means going on at its end', () => {
    expect([0, 1, 2].map((part) => endOfPart(seconds, part))).toEqual([30_000, 120_000, 180_000]);
  });

  test('the clock shows whole seconds still to come', () => {
    expect([90_000, 59_001, 59_000, 9_500, 0].map(clockText)).toEqual([
      '1:30',
      '1:00',
      '0:59',
      '0:10',
      '0:00',
    ]);
  });
});

describe('one check-in a week, ISO weeks', () => {
  /** From the calendar: ISO 8601 week dates around the turn of years. */
  test.each([
    [2026, 1, 1, '2026-W01'],
    [2026, 11, 26, '2026-W48'],
    [2026, 12, 31, '2026-W53'],
    [2027, 1, 3, '2026-W53'],
    [2027, 1, 4, '2027-W01'],
    [2024, 12, 30, '2025-W01'],
    [2021, 1, 1, '2020-W53'],
    [2024, 2, 29, '2024-W09'],
    [2000, 2, 29, '2000-W09'],
    [1970, 1, 1, '1970-W01'],
  ])('%d-%d-%d lies in %s', (year, month, day, week) => {
    expect(isoWeekOf(year, month, day)).toBe(week);
  });

  let at = 0;
  const kept = (text: string, blockId = 'energy'): Fact => {
    at += 1;
    const base = { id: `f${at}`, v: 1, at, deviceId: 'd', language: 'zh' } as const;
    return { ...base, type: 'reflection.saved', lessonId: 'l', blockId, text };
  };

  test('weeks in order, a second answer in a week replaces the first, other blocks and odd texts do not disturb', () => {
    const facts = [
      kept('{"week":"2026-W48","sleep":"2","food":"3"}'),
      kept('{"week":"2026-W47","sleep":"4","food":"9"}'),
      kept('{"week":"2026-W48","sleep":"5","food":"3"}'),
      kept('{"week":"2026-W48","sleep":"1"}', 'other'),
      kept('just words'),
    ];
    expect(checkInWeeks(facts.toReversed(), 'l', 'energy')).toEqual([
      { week: '2026-W47', marks: { sleep: 4 } },
      { week: '2026-W48', marks: { sleep: 5, food: 3 } },
    ]);
  });
});
