import { describe, expect, test } from 'vitest';
import { branchesOf, type FinishedRun } from '#core/simulator/debrief/branches.ts';
import { compareRuns } from '#core/simulator/debrief/compare.ts';
import { expertBut, freely } from './expert-but.ts';

const tried = (
  attemptId: string,
  at: number,
  score: number,
  branchOf?: FinishedRun['branchOf'],
): FinishedRun => ({
  attemptId,
  at,
  score,
  length: 8,
  ...(branchOf && { branchOf }),
});

describe('the tree of tries', () => {
  test('first and best are told apart: a better branch leaves the first score standing', () => {
    const tree = branchesOf([
      tried('b', 20, 84.5, { attemptId: 'a', acts: 2 }),
      tried('a', 10, 77),
      tried('c', 30, 84.5),
    ]);
    expect(tree.map(({ attemptId, isFirst, isBest }) => [attemptId, isFirst, isBest])).toEqual([
      ['a', true, false],
      ['b', false, true], // the older of two equals
      ['c', false, false],
    ]);
    expect(tree[1]).toMatchObject({ parent: 0, from: 2 });
  });

  test('a branch of a branch leaves its own parent; one whose origin is gone stands alone', () => {
    const tree = branchesOf([
      tried('a', 1, 50),
      tried('b', 2, 60, { attemptId: 'a', acts: 2 }),
      tried('c', 3, 70, { attemptId: 'b', acts: 5 }),
      tried('d', 4, 40, { attemptId: 'gone', acts: 3 }),
    ]);
    expect(tree[2]).toMatchObject({ parent: 1, from: 5 });
    expect(tree[3]?.parent).toBeUndefined();
    expect(tree[3]?.from).toBe(0);
  });

  test('no try yet is an empty tree', () => {
    expect(branchesOf([])).toEqual([]);
  });
});

describe('two runs side by side', () => {
  test('the same turns stand side by side, and what was the same is said to be the same', () => {
    const rows = compareRuns(expertBut('d-a', {}).run, expertBut('d-a', { T8: 'c' }).run);
    const different = rows.filter(({ isSame }) => !isSame);
    expect(different.map(({ a, b }) => [a?.turnId, b?.turnId])).toEqual([['T8', 'T8']]);
    expect(rows).toHaveLength(19);
  });

  test('when one came further, the rest stands beside an empty place', () => {
    const rows = compareRuns(expertBut('d-a', {}, {}, 3).run, expertBut('d-a', {}).run);
    expect(rows.slice(0, 3).every(({ isSame }) => isSame)).toBe(true);
    expect(rows.slice(3).every(({ a, b }) => a === undefined && b !== undefined)).toBe(true);
  });

  test('time plays no part: the same words spoken later are the same', () => {
    const { acts, run } = expertBut('f-a', {});
    const later = freely('f-a', []).run;
    const slow = { ...run, log: run.log.map((entry) => ({ ...entry, act: { ...entry.act, atMs: 5 } })) };
    expect(acts.length).toBeGreaterThan(0);
    expect(compareRuns(run, slow).every(({ isSame }) => isSame)).toBe(true);
    expect(compareRuns(later, later)).toEqual([]);
  });
});
