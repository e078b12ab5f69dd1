import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dayOf, dueAtOf, isDayEnd } from '#client/cohort/due-day.ts';

beforeEach(() => vi.stubEnv('TZ', 'Asia/Shanghai'));
afterEach(() => vi.unstubAllEnvs());

/** Reckoned by hand from the zones' rules: where, which day, when the next one begins there, in UTC. */
const DAYS = [
  ['Asia/Shanghai', '2026-12-01', '2026-12-01T16:00Z', 'UTC+8 all year'],
  ['Asia/Kathmandu', '2026-12-01', '2026-12-01T18:15Z', 'UTC+5:45'],
  ['America/St_Johns', '2026-12-01', '2026-12-02T03:30Z', 'UTC−3:30'],
  ['Pacific/Kiritimati', '2026-12-01', '2026-12-01T10:00Z', 'UTC+14'],
  ['Europe/Berlin', '2026-03-29', '2026-03-29T22:00Z', 'a day of 23 hours'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T23:00Z', 'a day of 25 hours'],
  ['America/New_York', '2026-03-08', '2026-03-09T04:00Z', 'a day of 23 hours'],
  ['America/New_York', '2026-11-01', '2026-11-02T05:00Z', 'a day of 25 hours'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-05T13:30Z', 'half an hour back'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-04T13:00Z', 'half an hour on'],
  ['Pacific/Chatham', '2026-04-05', '2026-04-05T11:15Z', 'UTC+12:45 after summer'],
  ['Africa/Cairo', '2026-04-23', '2026-04-23T22:00Z', 'the next day begins at 01:00'],
  ['Africa/Cairo', '2026-10-29', '2026-10-29T22:00Z', 'its last hour comes twice'],
  ['America/Havana', '2026-10-31', '2026-11-01T04:00Z', 'the first hour of the next day comes twice'],
  ['America/Havana', '2026-11-01', '2026-11-02T05:00Z', 'its first hour comes twice'],
] as const;

describe('a day is due at its last moment by the calendar of whoever sets it', () => {
  test.each(DAYS)('%s %s ends before %s (%s)', (zone, day, next) => {
    vi.stubEnv('TZ', zone);
    const end = Date.parse(next) - 1;
    expect(dueAtOf(day)).toBe(end);
    expect(dayOf(end)).toBe(day);
    expect(dayOf(end + 1)).not.toBe(day);
    expect([isDayEnd(end - 1), isDayEnd(end), isDayEnd(end + 1)]).toEqual([false, true, false]);
  });

  test('what is no day is none', () => {
    for (const text of [
      '',
      '2026-12',
      '1.12.2026',
      '2026-12-01T00:00',
      '2026-02-29',
      '2026-13-01',
      '0050-01-01',
    ])
      expect(dueAtOf(text), text).toBeUndefined();
    vi.stubEnv('TZ', 'Pacific/Apia'); // 30 December 2011 was left out there
    expect(dueAtOf('2011-12-30')).toBeUndefined();
  });

  test('set in Shanghai it is no end of a day in New York or Kathmandu', () => {
    const end = dueAtOf('2026-12-01') ?? 0;
    for (const zone of ['America/New_York', 'Asia/Kathmandu', 'Asia/Tokyo']) {
      vi.stubEnv('TZ', zone);
      expect(isDayEnd(end), zone).toBe(false);
    }
  });
});
