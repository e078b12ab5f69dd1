import { afterEach, describe, expect, test, vi } from 'vitest';
import { weekOf } from '#client/week-of.ts';

afterEach(() => vi.unstubAllEnvs());

describe('a week begins on Monday at the first moment of that day by the device’s calendar', () => {
  /** By hand: where, the last week, the moment in UTC at which its Sunday ends, the next week. */
  test.each([
    ['Asia/Shanghai', '2026-W52', '2026-12-27T16:00Z', '2026-W53'],
    ['Asia/Kathmandu', '2026-W48', '2026-11-29T18:15Z', '2026-W49'],
    ['Pacific/Kiritimati', '2026-W48', '2026-11-29T10:00Z', '2026-W49'],
    ['Europe/Berlin', '2026-W13', '2026-03-29T22:00Z', '2026-W14'], // Sunday of 23 hours
    ['Europe/Berlin', '2026-W43', '2026-10-25T23:00Z', '2026-W44'], // Sunday of 25 hours
    ['America/New_York', '2026-W10', '2026-03-09T04:00Z', '2026-W11'],
    ['Pacific/Chatham', '2026-W14', '2026-04-05T11:15Z', '2026-W15'],
    ['America/St_Johns', '2026-W53', '2027-01-04T03:30Z', '2027-W01'],
  ])('%s: %s until %s, then %s', (zone, before, turn, after) => {
    vi.stubEnv('TZ', zone);
    expect([weekOf(Date.parse(turn) - 1), weekOf(Date.parse(turn))]).toEqual([before, after]);
  });
});
