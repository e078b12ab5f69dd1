import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayOf, dueAtOf } from '#client/cohort/due-day.ts';

beforeEach(() => vi.stubEnv('TZ', 'Asia/Shanghai'));
afterEach(() => vi.unstubAllEnvs());

test('a day is due at its last moment by the calendar of whoever sets it', () => {
  // 1 December ends in Shanghai at 16:00 UTC.
  expect(dueAtOf('2026-12-01')).toBe(Date.UTC(2026, 11, 1, 16) - 1);
  expect(dayOf(dueAtOf('2026-12-01') ?? 0)).toBe('2026-12-01');
  expect(dayOf(Date.UTC(2026, 11, 1, 16))).toBe('2026-12-02');
});

test('on the day when clocks go back, the day ends once', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(dueAtOf('2026-10-25')).toBe(Date.UTC(2026, 9, 25, 23) - 1);
});

test('what is no day is none', () => {
  for (const text of ['', '2026-12', '1.12.2026', '2026-12-01T00:00']) expect(dueAtOf(text)).toBeUndefined();
});
