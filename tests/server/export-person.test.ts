import { expect, test } from 'vitest';
import type { PeopleStore } from '#server/port/people-store.ts';
import { createExportPerson } from '#server/usecase/export-person.ts';

const BY = { actorId: 'boss', at: 0 };
const PERSON = { id: 'ming', nickname: '小明', role: 'learner', createdAt: 0, lastSeenDay: 0, facts: 0 };

/** An export of somebody whose facts come in `pages` pages of a thousand. */
async function exported(pages: number) {
  const thousand = Array.from({ length: 1_000 }, () => '{}');
  const people = {
    find: async () => PERSON,
    facts: async (_: string, since: number) => ({
      bodies: thousand,
      seq: since + 1_000,
      more: since + 1_000 < pages * 1_000,
    }),
    privateFacts: async () => 0,
  } as unknown as PeopleStore;
  const audit = { add: async () => {} };
  const text = await createExportPerson({ people, audit } as never)('ming', BY as never);
  return JSON.parse(text ?? 'null');
}

test('an export that has all facts says so', async () => {
  const { facts, isComplete } = await exported(200);
  expect([facts.length, isComplete]).toEqual([200_000, true]);
});

test('an export that could not hold all facts does not pass for a whole one', async () => {
  const { facts, isComplete } = await exported(201);
  expect([facts.length, isComplete]).toEqual([200_000, false]);
});
