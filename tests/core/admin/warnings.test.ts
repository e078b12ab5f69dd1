import { expect, test } from 'vitest';
import { dayNumber, type Overview } from '#core/admin/admin.ts';
import { adminWarnings } from '#core/admin/warnings.ts';

const DAY = 86_400_000;
const AT = Date.UTC(2026, 10, 26, 12);
const GIB = 1024 ** 3;
const checks = { behind: 0, unchecked: 0, setApart: 0 };
const well: Overview = {
  release: 'r',
  engine: 'sqlite',
  at: AT,
  disk: { freeBytes: 50 * GIB, totalBytes: 100 * GIB },
  databaseBytes: 1,
  backupAt: AT - DAY,
  people: { learner: 1, facilitator: 0, admin: 1 },
  facts: 1,
  quarantined: 0,
  openMistakes: 0,
  checks,
};
const outbox = { pending: 0, held: 0, refused: 0, isPaused: false };

test.each<[string, Partial<Overview>, unknown[]]>([
  ['all is well', {}, []],
  ['the system tells nothing of the disk', { disk: undefined as never }, []],
  [
    'a byte below one GiB free',
    { disk: { freeBytes: GIB - 1, totalBytes: 2 * GIB } },
    [{ kind: 'disk', freeBytes: GIB - 1 }],
  ],
  ['one GiB of ten free', { disk: { freeBytes: GIB, totalBytes: 10 * GIB } }, []],
  [
    'two GiB of a hundred free',
    { disk: { freeBytes: 2 * GIB, totalBytes: 100 * GIB } },
    [{ kind: 'disk', freeBytes: 2 * GIB }],
  ],
  ['no backup is known', { backupAt: undefined as never }, [{ kind: 'no-backup' }]],
  ['a backup a minute short of seven days old', { backupAt: AT - 7 * DAY + 60_000 }, []],
  ['a backup seven days old', { backupAt: AT - 7 * DAY }, [{ kind: 'old-backup', days: 7 }]],
  ['a full inbox', { openMistakes: 900 }, [{ kind: 'inbox-full', count: 900 }]],
  ['an inbox with room', { openMistakes: 899 }, []],
  ['something set aside', { quarantined: 2 }, [{ kind: 'quarantine', count: 2 }]],
  [
    'scores that differ: nothing is to be done about them',
    { checks: { ...checks, setApart: 2, setApartSince: AT } },
    [],
  ],
  [
    'scores not yet checked, a minute short of seven days',
    { checks: { ...checks, unchecked: 4, uncheckedSince: AT - 7 * DAY + 60_000 } },
    [],
  ],
  [
    'scores not yet checked for seven days',
    { checks: { ...checks, unchecked: 4, uncheckedSince: AT - 7 * DAY } },
    [{ kind: 'unchecked', count: 4, days: 7 }],
  ],
  ['an empty outbox', { outbox }, []],
  ['facts under way', { outbox: { ...outbox, pending: 9, succeededAt: AT } }, []],
  [
    'a try failed, a later one did not',
    { outbox: { ...outbox, pending: 9, failedAt: 5, succeededAt: 6 } },
    [],
  ],
  [
    'nothing got through since a try failed',
    { outbox: { ...outbox, pending: 9, failedAt: 6, succeededAt: 5, failure: 'ECONNREFUSED' } },
    [{ kind: 'outbox-stuck', failure: 'ECONNREFUSED' }],
  ],
  [
    'shut out',
    { outbox: { ...outbox, isPaused: true, failure: '401' } },
    [{ kind: 'outbox-stuck', failure: '401' }],
  ],
  ['facts refused', { outbox: { ...outbox, refused: 3 } }, [{ kind: 'outbox-refused', count: 3 }]],
])('%s', (_, more, expected) => {
  expect(adminWarnings({ ...well, ...more })).toEqual(expected);
});

test('the most urgent comes first', () => {
  const disk = { freeBytes: 1, totalBytes: GIB };
  const bad = { ...well, disk, quarantined: 1, backupAt: AT - 9 * DAY };
  expect(adminWarnings(bad).map(({ kind }) => kind)).toEqual(['disk', 'old-backup', 'quarantine']);
});

test('a day begins at midnight UTC', () => {
  expect(dayNumber(0)).toBe(0);
  expect(dayNumber(DAY - 1)).toBe(0);
  expect(dayNumber(DAY)).toBe(1);
  expect(dayNumber(Date.UTC(2026, 10, 26, 23, 59))).toBe(20_783);
});
