/** Fault 23: data of former releases, kept as they were written, under this one. A new migration adds a file to the folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { runRestore } from '#server/backup/commands.ts';
import { MIGRATIONS } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { finished, pullAll, reflected } from '../contract/facts.ts';
import { AT, RECEIVED_AT, temporaryFolders } from './data-folders.ts';

const kept = fileURLToPath(new URL('../fixtures/releases', import.meta.url));
const { folder, clear } = temporaryFolders();
afterEach(clear);
const files = readdirSync(kept).sort();

/** A database file as that release left it. */
function asLeftBy(file: string): string {
  const path = join(folder(), 'sanxiu.db');
  const handle = new DatabaseSync(path);
  handle.exec(readFileSync(join(kept, file), 'utf8'));
  handle.close();
  return path;
}

test('data of every release is kept here, of the newest too: it ends with the newest migration', () => {
  const names = Object.keys(MIGRATIONS).map((name) => `${name}.sql`);
  expect(files.filter((file) => !names.includes(file))).toEqual([]);
  expect(files.at(-1)).toBe(names.at(-1));
});

test.each(files)(
  'data of the release that ended with %s, as a backup or in place: nothing is lost, twice is as once',
  async (file) => {
    const dataDir = folder();
    await runRestore([asLeftBy(file)], { dataDir, at: AT });
    const session = { learnerId: 'l', generation: 1 };
    const later = Object.keys(MIGRATIONS).filter((name) => `${name}.sql` > file);
    for (const expected of [later, []]) {
      const store = await openStore({ dataDir });
      expect(store.migrated).toEqual(expected);
      expect(await store.learners.find(session)).toEqual({
        id: 'l',
        nickname: '小红',
        createdAt: RECEIVED_AT,
        role: 'learner',
        isClaimed: false,
      });
      const { bodies } = await pullAll(store.facts, session);
      expect(bodies.map((body) => JSON.parse(body))).toEqual([
        finished('a'),
        reflected('b', '先听后说'),
        finished('c', 2),
      ]);
      // What such a device sends again is known; a contradiction is still one.
      expect(
        await store.facts.append({ session, receivedAt: AT, facts: [finished('a'), finished('c', 3)] }),
      ).toMatchObject({ stored: 0, known: 1, conflicts: [1] });
      await store.close();
    }
  },
);

test('what was set apart and passed over by a former release is forwarded once it is confirmed', async () => {
  const path = asLeftBy('0011-shares.sql');
  const handle = new DatabaseSync(path);
  handle.exec("update learner set forwarded_seq = 4 where id = 'l'");
  handle.exec("insert into quarantine values ('l', 'c', 'd', 'score', 1, 0, '{}', '[]', 'r1', 1)");
  handle.close();
  const dataDir = folder();
  await runRestore([path], { dataDir, at: AT });
  const store = await openStore({ dataDir });
  expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 1 });
  const judged = [{ factId: 'c', verdict: { status: 'confirmed' as const } }];
  await store.factChecks.record({ learnerId: 'l', judged, at: AT, checkedBy: 'r2' });
  expect((await store.outbox.next(9)).facts.map(({ id }) => id)).toEqual(['c']);
  await store.close();
});
