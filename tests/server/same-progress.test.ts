/** Fault 7 over the API: what the server gives back, and what it shows a class, folds to what the device shows. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TOLD_VERSION } from '#core/cohort/cohort.ts';
import { standingOf } from '#core/cohort/standing.ts';
import type { Fact } from '#core/model/fact.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import { randomFrom, shuffle } from '#core/model/random.ts';
import { progress } from '#core/progress/progress.ts';
import { confirmAll } from '../contract/confirm-all.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { anyRecord } from '../core/progress/any-record.ts';
import { OUTLINE, serveApi } from './api-site.ts';

const store = memoryStore();
let site: Awaited<ReturnType<typeof serveApi>>;
beforeAll(async () => {
  site = await serveApi({ store });
});
afterAll(() => site.stop());

/** Every fact up to three times, in any order, in batches of any size. */
function batches(facts: readonly Fact[], seed: string): Fact[][] {
  const random = randomFrom(seed);
  const all = shuffle([...facts, ...facts, ...facts.slice(random() * facts.length)], seed);
  const cut: Fact[][] = [];
  while (all.length) cut.push(all.splice(0, 1 + Math.floor(random() * 12)));
  return cut;
}

async function pulled(cookie: string): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (let since = 0, more = true; more; ) {
    const { json } = await site.call('GET', `/api/facts?since=${since}`, { cookie });
    facts.push(...json.facts);
    since = json.seq;
    more = json.more;
  }
  return facts;
}

test('in any order and repeated, the answer and the class report fold to what the device shows', async () => {
  const leader = await site.join('王老师', 'facilitator');
  const cohort = (await site.call('POST', '/api/cohorts', { cookie: leader, sent: { name: '一班' } })).json;
  await fc.assert(
    fc.asyncProperty(anyRecord, fc.string(), async (history, seed) => {
      const cookie = await site.join('小红');
      const joining = { code: cohort.invitation.code, told: TOLD_VERSION };
      expect((await site.call('POST', '/api/enrolments', { cookie, sent: joining })).status).toBe(201);
      for (const facts of batches(history, seed))
        expect((await site.call('POST', '/api/facts', { cookie, sent: { facts } })).json.refused).toEqual([]);
      const back = await pulled(cookie);
      expect(back.length).toBe(history.length);
      expect(progress(back, OUTLINE)).toEqual(progress(history, OUTLINE));

      await confirmAll(store.factChecks);
      const { id } = (await site.call('GET', '/api/learner', { cookie })).json;
      const report = await site.call('GET', `/api/cohorts/${cohort.id}/report`, { cookie: leader });
      const member = report.json.members.find(({ learnerId }: { learnerId: string }) => learnerId === id);
      const told = history.filter((fact) => !isPrivateFact(fact));
      expect(member.standing).toEqual(standingOf(told, OUTLINE));
    }),
    { numRuns: 15 },
  );
});
