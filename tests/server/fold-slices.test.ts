/**
 * A class is folded in slices: whoever saves meanwhile is answered between two of them. Time is a count in here, so that a
 * busy machine changes nothing.
 */
import { beforeEach, expect, test } from 'vitest';
import type { Leader } from '#server/port/cohort-store.ts';
import { createFoldMembers, type FoldMembersPlan, SLICE_MS } from '#server/usecase/fold-members.ts';
import { finished } from '../contract/facts.ts';

const LEADER: Leader = { id: 'leader', role: 'admin' };
/** Of work that nobody may stop in the middle: two such pieces fill a slice. */
const PIECE_MS = SLICE_MS / 2;
let now = 0;
/** How much was done when the others were served, each time. */
let served: number[] = [];
beforeEach(() => {
  now = 0;
  served = [];
});

/** Requests that wait their turn all the time, beside some work. */
async function beside(work: Promise<void>, doneSoFar: () => number): Promise<void> {
  let isOver = false;
  const serve = () => {
    if (isOver) return;
    served.push(doneSoFar());
    setImmediate(serve);
  };
  setImmediate(serve);
  await work;
  isOver = true;
}

/** Members with so many facts each, all of them looked at and none folded yet. */
const foldsOf = (factSeq: number): FoldMembersPlan['folds'] => ({
  find: async (ids) => ids.map((learnerId) => ({ learnerId, factSeq, checkedSeq: factSeq, recounts: 0 })),
  keep: async () => true,
});
const plan = (more: Pick<FoldMembersPlan, 'folds' | 'cohorts'>): FoldMembersPlan => ({
  ...more,
  outline: { lessons: [], scenarios: [] },
  nowMs: () => now,
});
const body = (n: number) => JSON.stringify(finished(`f${n}`));

test('a learner with many pages, nothing in them to be shown: others come in after every slice of them', async () => {
  let read = 0;
  const sharedFacts: FoldMembersPlan['cohorts']['sharedFacts'] = async (_leader, _cohort, _id, { since }) => {
    read += 1;
    now += PIECE_MS;
    return { bodies: [], next: since + 1 };
  };
  const fold = createFoldMembers(plan({ folds: foldsOf(10), cohorts: { sharedFacts } }));
  await beside(
    fold(LEADER, 'c', ['a'], () => {}),
    () => read,
  );
  expect(served).toEqual([2, 4, 6, 8, 10]);
});

test('one page with many facts: others come in within it', async () => {
  const bodies = Array.from({ length: 40 }, (_, n) => body(n));
  const sharedFacts = async () => ({ bodies });
  // Every look at the clock is a millisecond: each fact takes one, and each slice one more to begin.
  const nowMs = () => {
    now += 1;
    return now;
  };
  const fold = createFoldMembers({ ...plan({ folds: foldsOf(40), cohorts: { sharedFacts } }), nowMs });
  await beside(
    fold(LEADER, 'c', ['a'], () => {}),
    () => now,
  );
  expect(served).toHaveLength(bodies.length / SLICE_MS);
});

test('many learners of whom nothing is new: others come in between them', async () => {
  const told: string[] = [];
  const sharedFacts = async () => ({ bodies: [] });
  const fold = createFoldMembers(plan({ folds: foldsOf(0), cohorts: { sharedFacts } }));
  const class50 = Array.from({ length: 50 }, (_, n) => `learner-${n}`);
  const work = fold(LEADER, 'c', class50, (learnerId) => {
    told.push(learnerId);
    now += PIECE_MS;
  });
  await beside(work, () => told.length);
  expect(served).toEqual(Array.from({ length: 25 }, (_, slice) => 2 * (slice + 1)));
  expect(told).toEqual(class50);
});
