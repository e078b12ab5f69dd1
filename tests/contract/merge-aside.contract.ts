/** What becomes of contradictions that were set aside when two learners become one. */
import { expect, test } from 'vitest';
import type { AdminStores } from '#server/port/admin-stores.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import { finished, reflected } from './facts.ts';

interface Opened {
  facts: FactStore;
  learners: LearnerStore;
  merges: MergeStore;
  admin: Pick<AdminStores, 'quarantine'>;
  close(): Promise<void>;
}

const AT = 1_795_000_111_000;

/** @param open an empty one each time. */
export function mergeAsideContract(open: () => Promise<Opened>): void {
  test('what was set aside of two who become one is all there, what both had once, and private bodies stay private', async () => {
    const store = await open();
    const { facts, learners, merges, admin } = store;
    const join = (id: string) => learners.add({ id, nickname: '小红', createdAt: AT });
    const [nick, account] = [await join('nick'), await join('account')];
    const save = async (session: Session, ...list: Parameters<FactStore['append']>[0]['facts'][number][]) => {
      for (const fact of list) await facts.append({ session, receivedAt: AT, facts: [fact] });
    };
    await save(nick, finished('p', 1), finished('p', 2), finished('p', 3));
    await save(nick, finished('q', 1), finished('q', 5), finished('q', 7));
    await save(account, finished('q', 1), finished('q', 5), finished('q', 6));
    // Contradictions that come of the merge itself, one of them private.
    await save(nick, finished('r', 8), reflected('own', '甲'));
    await save(account, finished('r', 1), reflected('own', '乙'));
    expect(await merges.merge(nick, account, AT)).toBe('merged');
    const aside = (await admin.quarantine.list(99)).map(({ learnerId, factId, isPrivate, body, stands }) => [
      ...[learnerId, factId, isPrivate],
      ...[body, stands].map((json) => json && JSON.parse(json).slips),
    ]);
    expect(aside.sort()).toEqual([
      ['account', 'own', true, undefined, undefined],
      ['account', 'p', false, 2, 1],
      ['account', 'p', false, 3, 1],
      ['account', 'q', false, 5, 1],
      ['account', 'q', false, 6, 1],
      ['account', 'q', false, 7, 1],
      ['account', 'r', false, 8, 1],
    ]);
    await store.close();
  });
}
