import { parseFact } from '#core/model/fact.guard.ts';
import type { Fact } from '#core/model/fact.ts';
import type { KeyedItem } from '#core/model/item.ts';
import { type Known, rescore } from '#core/rescore/rescore.ts';
import type { Verdict } from '#core/rescore/verdict.ts';
import type { PublishedWritten } from '#core/simulator/figures/draw-scenario.ts';
import type { Clock } from '#server/port/clock.ts';
import type { FactCheckStore, Judged, Recording, StoredFact } from '#server/port/fact-check-store.ts';
import type { ItemSource } from '#server/port/item-source.ts';
import { createBreath } from './breathe.ts';

export interface CheckFactsPlan {
  store: FactCheckStore;
  items: ItemSource;
  clock: Clock;
  /** Of this build: what another release could not judge, or found wrong, is looked at again. */
  release: string;
  /** Called with how many facts of a learner were set apart just now. */
  onSetApart?: (count: number) => void;
  /** After this long the event loop is given back, so that no request waits longer; for tests. */
  sliceMs?: number;
}

export interface CheckFacts {
  /** Score anew what nobody has looked at of one learner, a batch at a time. @returns false when nothing was left to do. */
  batch(learnerId: string): Promise<boolean>;
  /**
   * Look again at a few facts that another release or edition did not confirm.
   * @param before epoch ms, UTC: what was judged since then stays.
   * @returns false when nothing was left to do.
   */
  again(which: 'unchecked' | 'set-apart', before: number): Promise<boolean>;
}

/** An attempt at a check gives at most 13 facts: five items, a stand-in, five retries, submission and completion. */
const FACTS_PER_ATTEMPT = 16;
const SLICE_MS = 8;
/** Characters. The longest honest run has some 20,000; what is longer was made to keep a server busy, and does not count. */
const BODY_LENGTH = 65_536;
const TOO_LONG: Verdict = { status: 'unknown', needs: 'rule size' };
const UNREADABLE: Verdict = { status: 'unknown', needs: 'release' };

/**
 * Score facts anew by the same core that made them, on the revisions they name.
 * @returns functions that throw what the store and the source throw; nothing is half written then.
 */
export function createCheckFacts(plan: CheckFactsPlan): CheckFacts {
  const { store, items, clock, release, onSetApart } = plan;
  const judge = createJudge(plan);
  const checkedBy = async () => `${release} ${await items.edition()}`;
  const write = async (recording: Omit<Recording, 'at' | 'checkedBy'>) => {
    const fresh = await store.record({ ...recording, at: clock.now(), checkedBy: await checkedBy() });
    if (fresh) onSetApart?.(fresh);
  };
  return {
    async batch(learnerId) {
      const pending = await store.pending(learnerId);
      if (!pending) return false;
      const { from, until, facts } = pending;
      await write({ learnerId, judged: await judge(learnerId, facts), cursor: { from, until } });
      return true;
    },
    async again(which, before) {
      const found = await store.again(which, await checkedBy(), before);
      if (!found || found.facts.length === 0) return false;
      const { learnerId, facts } = found;
      await write({ learnerId, judged: await judge(learnerId, facts) });
      return true;
    },
  };
}

/** Facts of a learner together with the rest of the attempts they belong to: what one of them is worth hangs on the others. */
function createJudge({ store, items, sliceMs = SLICE_MS }: CheckFactsPlan) {
  return async (learnerId: string, found: readonly StoredFact[]): Promise<Judged[]> => {
    const breathe = createBreath(sliceMs);
    const facts = new Map<string, Fact>();
    const judged: Judged[] = [];
    const add = async (stored: readonly StoredFact[]) => {
      for (const { id, body } of stored) {
        const isLong = body.length > BODY_LENGTH;
        const fact = isLong ? undefined : parseFact(JSON.parse(body));
        if (fact) facts.set(id, fact);
        else judged.push({ factId: id, verdict: isLong ? TOO_LONG : UNREADABLE });
        await breathe();
      }
    };
    await add(found);
    const here = new Set(found.map(({ id }) => id));
    const ids = idsOfAttempts([...facts.values()]).filter((id) => !here.has(id));
    await add(await store.find(learnerId, ids));
    const known = await gather([...facts.values()], items);
    for (const fact of facts.values()) {
      judged.push({ factId: fact.id, verdict: rescore(fact, known) });
      await breathe();
    }
    return judged;
  };
}

/** Ids that facts of the same attempts have (`<attemptId>/<n>`); a fact with another id belongs to no attempt. */
function idsOfAttempts(facts: readonly Fact[]): string[] {
  const attempts = new Set(
    facts.flatMap((fact) =>
      'attemptId' in fact && fact.type !== 'scenario.finished' && fact.id.startsWith(`${fact.attemptId}/`)
        ? [fact.attemptId]
        : [],
    ),
  );
  return [...attempts].flatMap((attempt) =>
    Array.from({ length: FACTS_PER_ATTEMPT }, (_, index) => `${attempt}/${index + 1}`),
  );
}

/** Everything that judging these facts may ask for, fetched before. */
async function gather(facts: readonly Fact[], source: ItemSource): Promise<Known> {
  const items = new Map<string, KeyedItem | undefined>();
  const scenarios = new Map<string, PublishedWritten<string> | undefined>();
  for (const fact of facts) {
    if (fact.type === 'item.responded')
      items.set(nameOf(fact.itemId, fact.itemRevision), await source.item(fact.itemId, fact.itemRevision));
    if (fact.type === 'scenario.finished')
      scenarios.set(
        nameOf(fact.scenarioId, fact.scenarioRevision),
        await source.scenario(fact.scenarioId, fact.scenarioRevision),
      );
  }
  const attempts = Map.groupBy(facts, (fact) => ('attemptId' in fact ? fact.attemptId : ''));
  return {
    item: (id, revision) => items.get(nameOf(id, revision)),
    scenario: (id, revision) => scenarios.get(nameOf(id, revision)),
    attempt: (attemptId) => attempts.get(attemptId) ?? [],
    passPoints: await source.passPoints(),
  };
}

const nameOf = (id: string, revision: string) => JSON.stringify([id, revision]);
