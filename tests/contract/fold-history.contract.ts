/**
 * Whatever happens to learners, and however many processes make reports meanwhile: a report is what all facts give that count
 * now. A failing run is repeated with SEED=<the one printed>.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingOf } from '#core/cohort/standing.ts';
import { FOLD_VERSION } from '#core/cohort/standing-fold.ts';
import { parseFact } from '#core/model/fact.guard.ts';
import { randomFrom } from '#core/model/random.ts';
import { RESCORED_TYPES } from '#core/rescore/rescore.ts';
import type { Verdict } from '#core/rescore/verdict.ts';
import type { CohortStore, Leader } from '#server/port/cohort-store.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { FoldStore } from '#server/port/fold-store.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import type { QuarantineStore } from '#server/port/quarantine-store.ts';
import { createReportCohort } from '#server/usecase/report-cohort.ts';
import { factsOf, OUTLINE, SECRET } from '../core/cohort/folding-facts.ts';
import { sharedBy } from './shared-by.ts';

interface Opened {
  facts: FactStore;
  learners: LearnerStore;
  factChecks: FactCheckStore;
  merges: MergeStore;
  folds: FoldStore;
  cohorts: CohortStore;
  admin: { quarantine: QuarantineStore };
  close(): Promise<void>;
}

const AT = 1_795_000_000_000;
const LEADER: Leader = { id: 'leader', role: 'admin' };
const INVITATION = { code: 'ABCDEFGH', expiresAt: AT + 1e9 };
const VERDICTS: readonly Verdict[] = [
  { status: 'confirmed' },
  { status: 'confirmed' },
  { status: 'confirmed' },
  { status: 'unknown', needs: 'rule size' },
  { status: 'differs', differences: [] },
];

/** So that every history has been through this, too. */
const LAST = ['save and judge', 'save and judge', 'save and judge', 'another process'];

/** @param open an empty one. @param steps of each history. */
export function foldHistory(open: () => Promise<Opened>, steps: number): void {
  const seed = process.env.SEED ?? String(Date.now());
  test(`a report is what all facts give that count, whatever happens (SEED=${seed})`, async () => {
    const store = await open();
    try {
      const history = await begin(store, seed);
      for (let step = 1; step <= steps; step += 1) {
        const what = await history.step(LAST[step - steps + LAST.length - 1]);
        await history.compare(`SEED=${seed}, step ${step}: ${what}`);
      }
      // Else nothing was proven.
      expect(history.seen.fromFold, `SEED=${seed}`).toBeGreaterThan(0);
      expect(history.seen.recounted, `SEED=${seed}`).toBeGreaterThan(0);
    } finally {
      await store.close();
    }
  }, 120_000);
}

async function begin(store: Opened, seed: string) {
  const { facts, learners, factChecks, merges, folds, cohorts, admin } = store;
  const random = randomFrom(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  const verdict = () => pick(VERDICTS);
  let count = 0;
  const seen = { fromFold: 0, recounted: 0 };
  const clock = { now: () => AT };
  const process_ = (newFacts: number) =>
    createReportCohort({ cohorts, folds, clock, outline: OUTLINE, newFacts });
  const reports = [process_(1), process_(4)];
  const join = async (): Promise<Session> => {
    count += 1;
    const session = await learners.add({ id: `l${count}`, nickname: '小红', createdAt: AT });
    await cohorts.enrol(session, { code: INVITATION.code, at: AT + count, told: 1 });
    return session;
  };
  await learners.add({ id: LEADER.id, nickname: '讲师', createdAt: AT });
  await cohorts.make(LEADER, { id: 'c', name: '一班', at: AT, invitation: INVITATION });
  const sessions = [await join(), await join(), await join()];

  const save = async (session: Session) => {
    count += 1;
    const [some = []] = fc.sample(factsOf(`f${count}.`, 12), { seed: upTo(2 ** 31), numRuns: 1 });
    await facts.append({ session, receivedAt: AT, facts: some });
  };
  const judge = async ({ learnerId }: Session) => {
    const pending = await factChecks.pending(learnerId);
    if (!pending) return;
    const { from, until } = pending;
    const earlier = (await claims(learnerId)).filter(() => random() < 0.05);
    const ids = [...new Set([...pending.facts.map(({ id }) => id), ...earlier])];
    const judged = ids.map((factId) => ({ factId, verdict: verdict() }));
    await factChecks.record({ learnerId, judged, cursor: { from, until }, at: AT, checkedBy: 'r' });
  };
  const again = async ({ learnerId }: Session) => {
    const judged = (await claims(learnerId))
      .filter(() => random() < 0.1)
      .map((factId) => ({ factId, verdict: verdict() }));
    await factChecks.record({ learnerId, judged, at: AT, checkedBy: 'r' });
  };
  /** Ids of what was judged or will be. */
  const claims = async (learnerId: string): Promise<string[]> => {
    const page = await facts.pull({ learnerId, generation: 1 }, 0);
    const all = (page?.bodies ?? []).flatMap((body) => parseFact(JSON.parse(body)) ?? []);
    return all.filter(({ type }) => RESCORED_TYPES.some((one) => one === type)).map(({ id }) => id);
  };
  let done = 0;
  const by = () => {
    done += 1;
    return { id: `act${done}`, at: AT, actorId: LEADER.id };
  };
  const acts: Record<string, (session: Session) => Promise<unknown>> = {
    save,
    judge,
    'save and judge': async (session) => {
      await save(session);
      await judge(session);
    },
    again,
    dismiss: async () => {
      const apart = await admin.quarantine.list(50);
      if (apart.length) await admin.quarantine.dismiss(pick(apart), by());
    },
    merge: async (session) => {
      const former = await join();
      await save(former);
      await judge(former);
      await reports[0]?.(LEADER, 'c');
      await merges.merge(former, session, AT);
    },
    remove: async (session) => {
      await learners.remove(session, AT);
      sessions.splice(sessions.indexOf(session), 1, await join());
    },
    'another process': async () => {
      reports[upTo(2)] = process_(1 + upTo(6));
    },
    'all at once': (session) =>
      Promise.all([
        ...reports.map((report) => report(LEADER, 'c')),
        save(session),
        again(session),
        judge(session),
      ]),
  };
  const names = Object.keys(acts).flatMap((name) => (name === 'remove' ? [name] : [name, name, name]));

  return {
    seen,
    /** @param name drawn when it is not given. */
    async step(name = pick(names)) {
      const before = await places();
      await acts[name]?.(pick(sessions));
      const after = await places();
      for (const { learnerId, recounts } of after)
        if ((before.find((one) => one.learnerId === learnerId)?.recounts ?? recounts) < recounts)
          seen.recounted += 1;
      if (name === 'another process') seen.fromFold += after.filter(({ fold }) => fold).length;
      return name;
    },
    async compare(where: string) {
      for (const report of reports) {
        const json = await report(LEADER, 'c');
        const members: { learnerId: string; standing: unknown }[] = JSON.parse(json ?? '{}').members;
        expect(members.map(({ learnerId }) => learnerId).sort(), where).toEqual(
          sessions.map(({ learnerId }) => learnerId).sort(),
        );
        for (const { learnerId, standing } of members) {
          const all = (await sharedBy(cohorts, LEADER, 'c', learnerId)) ?? [];
          expect(standing, `${where}, ${learnerId}`).toEqual(standingOf(all, OUTLINE));
        }
      }
      for (const { fold } of await places()) expect(fold?.json ?? '', where).not.toContain(SECRET);
    },
  };
  async function places() {
    return folds.find(
      Array.from({ length: count + 1 }, (_, index) => `l${index}`),
      FOLD_VERSION,
    );
  }
}
