/**
 * A process that saves facts as fast as it can and scores them anew as it goes; for kill-check.test.ts. Each batch is one
 * honest attempt and one run with a forged score. Says `saved` after each save, `through` once everything was looked at.
 */
import { join } from 'node:path';
import type { Fact } from '#core/model/fact.ts';
import { createBuiltItems } from '#server/content/built-items.ts';
import { openStore } from '#server/store/open-store.ts';
import { createCheckFacts } from '#server/usecase/check-facts.ts';
import { createCheckQueue, noticedBy } from '#server/usecase/check-queue.ts';

const {
  DATA_DIR: dataDir = '',
  DATABASE_URL: databaseUrl,
  BATCHES = '0',
  FACTS = '[]',
  FROM = '0',
} = process.env;
const templates: Fact[] = JSON.parse(FACTS);
const store = await openStore({ dataDir, ...(databaseUrl && { databaseUrl }) });
const session = { learnerId: 'l', generation: 1 };
if (!(await store.learners.find(session)))
  await store.learners.add({ id: 'l', nickname: '小红', createdAt: 1 });
const checks = createCheckFacts({
  store: store.factChecks,
  items: createBuiltItems(join(dataDir, 'revisions')),
  clock: { now: Date.now },
  release: 'r1',
});
const queue = createCheckQueue({
  checks,
  store: store.factChecks,
  clock: { now: Date.now },
  onError: (error) => process.stderr.write(`${error}\n`),
  times: { collectMs: 0, restMs: 0, againMs: 10 },
});
queue.start();
const facts = noticedBy(queue, store.facts);
for (let n = 0; n < Number(BATCHES); n += 1) {
  const attemptId = `${FROM}-${n}`;
  const own = templates.map((fact) => ({ ...fact, attemptId, id: `${attemptId}/${fact.id.split('/')[1]}` }));
  await facts.append({ session, receivedAt: 1, facts: own as Fact[] });
  process.stdout.write('saved\n');
}
while ((await store.factChecks.totals()).behind > 0) await new Promise((resolve) => setTimeout(resolve, 5));
process.stdout.write('through\n');
await queue.stop();
await store.close();
