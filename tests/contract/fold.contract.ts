/** What every store promises of the folds that are kept for reports, whatever it is made of. */
import { expect, test } from 'vitest';
import type { Verdict } from '#core/rescore/verdict.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { FoldStore } from '#server/port/fold-store.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import { completed, finished, reflected } from './facts.ts';

interface Opened {
  facts: FactStore;
  learners: LearnerStore;
  factChecks: FactCheckStore;
  merges: MergeStore;
  folds: FoldStore;
  close(): Promise<void>;
}

const AT = 1_795_000_000_000;
const CONFIRMED: Verdict = { status: 'confirmed' };
const UNKNOWN: Verdict = { status: 'unknown', needs: 'rule size' };
const DIFFERS: Verdict = { status: 'differs', differences: [{ field: 'score', expected: 0, given: 1 }] };

/** @param open an empty one each time. */
export function foldContract(open: () => Promise<Opened>): void {
  /** Two learners; `a` has the facts c1, f1, c2 (c: claims points), all looked at, c2 not to be judged. */
  const using = (name: string, work: (set: Awaited<ReturnType<typeof prepared>>) => Promise<void>) =>
    test(name, async () => {
      const store = await open();
      try {
        await work(await prepared(store));
      } finally {
        await store.close();
      }
    });

  using('a fold is kept under its version, with where the learner stands', async ({ folds, keep, of }) => {
    expect(await of('a')).toEqual({ learnerId: 'a', factSeq: 3, checkedSeq: 3, recounts: 0 });
    expect(await keep('a', 3, 'three')).toBe(true);
    expect(await of('a')).toEqual({
      ...{ learnerId: 'a', factSeq: 3, checkedSeq: 3, recounts: 0 },
      fold: { seq: 3, json: 'three' },
    });
    expect((await folds.find(['a'], 'other'))[0]?.fold).toBeUndefined();
    expect((await folds.find(['b', 'none', 'a'], 'v')).map(({ learnerId }) => learnerId)).toEqual(['a', 'b']);
    expect(await folds.find([], 'v')).toEqual([]);
  });

  using('of two processes the one that went further stands; another version takes the place', async (set) => {
    const { folds, keep, of } = set;
    await keep('a', 2, 'two');
    expect(await keep('a', 3, 'three')).toBe(true);
    expect(await keep('a', 2, 'again')).toBe(true);
    expect((await of('a'))?.fold).toEqual({ seq: 3, json: 'three' });
    await keep('a', 3, 'mended');
    expect((await of('a'))?.fold).toEqual({ seq: 3, json: 'mended' });
    await folds.keep({ learnerId: 'a', version: 'w', recounts: 0, seq: 1, json: 'one' });
    expect((await of('a'))?.fold).toBeUndefined();
    expect((await folds.find(['a'], 'w'))[0]?.fold).toEqual({ seq: 1, json: 'one' });
  });

  using('facts saved later, and their first verdicts, leave it as it is', async (set) => {
    const { facts, a, keep, of, judge } = set;
    await keep('a', 3, 'three');
    await facts.append({
      session: a,
      receivedAt: AT,
      facts: [completed('c3'), completed('c4'), reflected('r', '')],
    });
    await judge({ c3: UNKNOWN, c4: DIFFERS });
    expect(await of('a')).toEqual({
      ...{ learnerId: 'a', factSeq: 6, checkedSeq: 6, recounts: 0 },
      fold: { seq: 3, json: 'three' },
    });
  });

  using('the same verdict on the same fact, once more, leaves it as it is', async ({ keep, of, again }) => {
    await keep('a', 3, 'three');
    await again({ c1: CONFIRMED, c2: UNKNOWN });
    expect((await of('a'))?.fold).toEqual({ seq: 3, json: 'three' });
  });

  for (const [name, verdicts] of [
    ['a fact that counted is set apart', { c1: DIFFERS }],
    ['a fact that counted cannot be judged', { c1: UNKNOWN }],
    ['a fact that did not count is confirmed', { c2: CONFIRMED }],
    ['one fact counts and another one no longer', { c1: UNKNOWN, c2: CONFIRMED }],
  ] as const)
    using(`it is thrown away when ${name}, and what was begun before is not kept`, async (set) => {
      const { keep, of, again } = set;
      await keep('a', 3, 'three');
      await again(verdicts);
      expect((await of('a'))?.fold).toBeUndefined();
      expect((await of('a'))?.recounts).toBe(1);
      expect(await keep('a', 3, 'late')).toBe(false);
      expect((await of('a'))?.fold).toBeUndefined();
      expect(await keep('a', 3, 'new', 1)).toBe(true);
      expect((await of('a'))?.fold?.json).toBe('new');
    });

  using(
    'an earlier fact judged again along with later ones of its attempt is an earlier fact',
    async (set) => {
      const { facts, a, keep, of, judge } = set;
      await keep('a', 3, 'three');
      await facts.append({ session: a, receivedAt: AT, facts: [completed('c3')] });
      await judge({ c2: CONFIRMED, c3: CONFIRMED }, ['c2']);
      expect((await of('a'))?.fold).toBeUndefined();
    },
  );

  using('two learners become one: neither fold is used any more', async (set) => {
    const { merges, a, b, keep, of } = set;
    await keep('a', 3, 'three');
    await keep('b', 0, 'none');
    expect(await merges.merge(a, b, AT)).toBe('merged');
    expect(await of('a')).toBeUndefined();
    expect(await of('b')).toEqual({ learnerId: 'b', factSeq: 3, checkedSeq: 0, recounts: 1 });
    expect([await keep('a', 3, 'late'), await keep('b', 0, 'late')]).toEqual([false, false]);
  });

  using('nothing is left of who is deleted, and nothing comes back', async ({ learners, a, keep, of }) => {
    await keep('a', 3, 'three');
    expect(await learners.remove(a, AT)).toBe(true);
    expect(await of('a')).toBeUndefined();
    expect(await keep('a', 3, 'late')).toBe(false);
  });
}

async function prepared(store: Opened) {
  const { facts, learners, factChecks, folds } = store;
  const join = (id: string): Promise<Session> => learners.add({ id, nickname: id, createdAt: AT });
  const [a, b] = [await join('a'), await join('b')];
  /** Verdicts on what is pending of `a`, and on `more` besides. */
  const judge = async (verdicts: Record<string, Verdict>, more: readonly string[] = []) => {
    const pending = await factChecks.pending('a');
    if (!pending) throw new Error('nothing is pending');
    const { from, until } = pending;
    const ids = [...pending.facts.map(({ id }) => id), ...more];
    const judged = ids.map((factId) => ({ factId, verdict: verdicts[factId] ?? CONFIRMED }));
    return factChecks.record({ learnerId: 'a', judged, cursor: { from, until }, at: AT, checkedBy: 'r1' });
  };
  const again = (verdicts: Record<string, Verdict>) => {
    const judged = Object.entries(verdicts).map(([factId, verdict]) => ({ factId, verdict }));
    return factChecks.record({ learnerId: 'a', judged, at: AT + 1, checkedBy: 'r2' });
  };
  const keep = (learnerId: string, seq: number, json: string, recounts = 0) =>
    folds.keep({ learnerId, version: 'v', recounts, seq, json });
  const of = async (learnerId: string) => (await folds.find([learnerId], 'v'))[0];
  await facts.append({
    session: a,
    receivedAt: AT,
    facts: [completed('c1'), finished('f1'), completed('c2')],
  });
  await judge({ c2: UNKNOWN });
  return { ...store, a, b, judge, again, keep, of };
}
