import { expect, test } from 'vitest';
import { TOLD_VERSION } from '#core/cohort/cohort.ts';
import { CODE_SIGNS } from '#core/sync/transfer-code.ts';
import { createGuessLimit } from '#server/usecase/guess-limit.ts';
import { INVITATIONS } from '#server/usecase/guess-rules.ts';
import { createJoinCohort } from '#server/usecase/join-cohort.ts';
import { memoryStore } from '../contract/memory-store.ts';

const CODE = 'ABCDEFGH';
const NOW = 1_795_000_000_000;
const SPAN_MS = 600_000;

async function hall() {
  const { cohorts, learners, guessCounts: counts } = memoryStore();
  const time = { at: NOW };
  const leader = { id: 'leader', role: 'facilitator' } as const;
  await cohorts.make(leader, {
    id: 'c',
    name: '大厅',
    at: NOW,
    invitation: { code: CODE, expiresAt: NOW + 1e9 },
  });
  const clock = { now: () => time.at };
  const guesses = createGuessLimit({ counts, nameOf: (text) => text, clock }, INVITATIONS);
  const joining = createJoinCohort({ cohorts, guesses, clock });
  const join = async (n: number, code: string, address: string | undefined) => {
    const session = await learners.add({ id: `l${n}`, nickname: `学员${n}`, createdAt: NOW });
    return (await joining.join(session, { code, told: TOLD_VERSION }, address)).status;
  };
  return { cohorts, joining, join, time, leader };
}

test('F13: 600 join from one address within a minute, every tenth mistyping once: none is turned away', async () => {
  const { cohorts, joining, join, time, leader } = await hall();
  for (let n = 0; n < 600; n += 1) {
    time.at = NOW + n * 100;
    if (n % 10 === 0) expect((await joining.look('ABCDEFG2', '203.0.113.7')).status).toBe('wrong');
    expect((await joining.look(CODE, '203.0.113.7')).status).toBe('found');
    expect(await join(n, CODE, '203.0.113.7')).toBe('joined');
  }
  expect(await cohorts.members(leader, 'c')).toHaveLength(600);
});

test('F14: guesses from one address, and from any number of addresses, are few in each span', async () => {
  const { joining, time } = await hall();
  let tried = 0;
  const guess = async (address: string | undefined) => {
    const { status } = await joining.look(String(tried).padStart(8, '2').replace(/[01]/g, 'Z'), address);
    if (status !== 'too-many') tried += 1;
    return status;
  };
  for (let n = 0; n < 1_000; n += 1) await guess('198.51.100.1');
  expect(tried).toBe(300);
  // 100,000 guesses, each from an address of its own.
  for (let n = 0; n < 100_000; n += 1) await guess(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
  expect(tried).toBe(3_000);
  // What these guesses hit on average with a thousand open codes, were they all let through.
  expect((100_000 * 1_000) / CODE_SIGNS.length ** 8).toBeLessThan(0.01);
  time.at += SPAN_MS;
  expect(await guess('198.51.100.1')).toBe('wrong');
});

test('guesses are counted together, whether somebody looks or joins; behind a silent proxy by all only', async () => {
  const { joining, join } = await hall();
  for (let n = 0; n < 150; n += 1) {
    await joining.look('ABCDEFG2', '203.0.113.9');
    expect(await join(n, 'ABCDEFG2', '203.0.113.9')).toBe('wrong');
  }
  expect(await join(999, CODE, '203.0.113.9')).toBe('too-many');
  expect(await join(1_000, CODE, undefined)).toBe('joined');
});
