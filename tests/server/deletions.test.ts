/** Fault 24 and privacy: whom a restored backup brings back is deleted again before anything is served. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dayNumber } from '#core/admin/admin.ts';
import { randomFrom } from '#core/model/random.ts';
import { openSecrets } from '#server/auth/secrets.ts';
import { runBackup, runRestore } from '#server/backup/commands.ts';
import { StartError } from '#server/port/store-error.ts';
import { createLearnerRepository } from '#server/store/learner-repository.ts';
import { openStore, type Store, type StorePlan } from '#server/store/open-store.ts';
import { finished, idsOf, pullAll } from '../contract/facts.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { AT, RECEIVED_AT, temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
afterEach(() => {
  vi.unstubAllEnvs();
  clear();
});
const root = fileURLToPath(new URL('../..', import.meta.url));
/** kill -9 rounds; a failing run is repeated with SEED=<the one printed>. */
const ROUNDS = Number(process.env.ROUNDS ?? 5);

const as = (learnerId: string) => ({ learnerId, generation: 1 });
const noted = (dataDir: string) => readFileSync(join(dataDir, 'deletions.jsonl'), 'utf8');

async function add(store: Store, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    const session = await store.learners.add({ id, nickname: `名字${id}`, createdAt: RECEIVED_AT });
    await store.facts.append({ session, receivedAt: RECEIVED_AT, facts: [finished(`of-${id}`)] });
  }
}
async function here(store: Store, ...ids: string[]): Promise<string[]> {
  const found = await Promise.all(ids.map((id) => store.learners.find(as(id))));
  return found.flatMap((learner) => learner?.id ?? []);
}

interface Place {
  kind: 'SQLite' | 'PostgreSQL';
  plan: StorePlan;
}
/** @param emptied gives a clean place of the same kind, in the same data folder or a new one. */
function deletionsOn(
  open: () => Promise<Place>,
  emptied: (plan: StorePlan, isSame: boolean) => Promise<StorePlan>,
) {
  /** A stopped server with these learners, and its backup. */
  async function backedUp(...ids: string[]) {
    const { plan } = await open();
    openSecrets(plan.dataDir);
    const store = await openStore(plan);
    await add(store, ...ids);
    const to = folder();
    const extension = plan.databaseUrl ? 'dump' : 'db';
    const backup = (name: string) =>
      runBackup(['--to', join(to, `${name}.${extension}`)], { ...plan, at: AT });
    const saveAs = async (name: string) => {
      await backup(name);
      return join(to, `${name}.${extension}`);
    };
    return { plan, store, to, saveAs, monday: await saveAs('monday') };
  }
  const restored = async (file: string, plan: StorePlan, more: { formerDatabaseUrl?: string } = {}) =>
    (await runRestore([file], { ...plan, ...more, at: AT })).join('\n');

  test('whoever deleted their record after the backup is deleted again before anything is served', async () => {
    const { plan, store, monday } = await backedUp('gone', 'stays');
    expect(await store.learners.remove(as('gone'), AT)).toBe(true);
    await store.close();
    const clean = await emptied(plan, true);
    expect(await restored(monday, clean)).toMatch(
      /备份里有1位学员后来已经删除[\s\S]*1 learners of this backup were deleted[\s\S]*before it serves/,
    );
    const again = await openStore(clean);
    expect(again.deletedAgain).toBe(1);
    expect(await here(again, 'gone', 'stays')).toEqual(['stays']);
    expect(await again.learners.wasRemoved('gone')).toBe(true);
    expect(idsOf((await pullAll(again.facts, as('stays'))).bodies)).toEqual(['of-stays']);
    await again.close();
    // Once: a third start has nothing to do.
    const third = await openStore(clean);
    expect([third.deletedAgain, await third.noteDeletions()]).toEqual([0, 0]);
    await third.close();
  });

  test('the list is this account’s alone and holds an id and a time, no name', async () => {
    const { plan, store } = await backedUp('gone');
    await store.learners.remove(as('gone'), AT);
    expect(noted(plan.dataDir).trim()).toBe(`{"id":"gone","at":${AT}}`);
    expect(statSync(join(plan.dataDir, 'deletions.jsonl')).mode & 0o777).toBe(0o600);
    await store.close();
  });

  test('deletions by an admin and by retention are noted too', async () => {
    const { plan, store } = await backedUp('by-admin', 'by-time');
    await store.admin.people.remove('by-admin', { id: 'act', actorId: 'admin', at: AT });
    await store.admin.retention.removeExpired('by-time', dayNumber(AT) + 1, AT);
    await store.close();
    expect(noted(plan.dataDir)).toMatch(/by-admin[\s\S]*by-time/);
  });

  test('a merge is noted with where it went; whoever stays is on no list', async () => {
    const { plan, store } = await backedUp('phone', 'account', 'boss', 'here');
    const { learners, merges, admin } = store;
    await merges.merge(as('phone'), as('account'), AT);
    await learners.setRole('boss', 'admin');
    // Whatever is not done must not be done at the next start.
    expect(await learners.remove({ learnerId: 'here', generation: 9 }, AT)).toBe(false);
    expect(await admin.people.remove('boss', { id: 'act', actorId: 'boss', at: AT })).toBe('last-admin');
    expect(await admin.retention.removeExpired('here', 0, AT)).toBe(false);
    expect(await merges.merge({ learnerId: 'here', generation: 9 }, as('account'), AT)).toBe('over');
    await store.close();
    expect(noted(plan.dataDir).trim()).toBe(`{"id":"phone","at":${AT},"into":"account"}`);
    const again = await openStore(plan);
    expect(again.deletedAgain).toBe(0);
    expect(await here(again, 'boss', 'here')).toEqual(['boss', 'here']);
    await again.close();
  });

  test('what was joined is joined again; what was joined and then deleted is deleted', async () => {
    const { plan, store, monday } = await backedUp('phone', 'account', 'phone-2', 'account-2');
    expect(await store.merges.merge(as('phone'), as('account'), AT)).toBe('merged');
    expect(await store.merges.merge(as('phone-2'), as('account-2'), AT)).toBe('merged');
    await store.learners.remove(as('account-2'), AT);
    await store.close();
    const clean = await emptied(plan, true);
    await restored(monday, clean);
    const again = await openStore(clean);
    expect(again.deletedAgain).toBe(3);
    expect(await here(again, 'phone', 'account', 'phone-2', 'account-2')).toEqual(['account']);
    expect(idsOf((await pullAll(again.facts, as('account'))).bodies)).toEqual(['of-account', 'of-phone']);
    expect(await again.learners.wasMerged('phone')).toBe(true);
    await again.close();
  });

  test('a record joined to one that came after the backup stays: nobody asked to delete it', async () => {
    const { plan, store, monday } = await backedUp('phone');
    await add(store, 'later');
    await store.merges.merge(as('phone'), as('later'), AT);
    await store.close();
    const clean = await emptied(plan, true);
    await restored(monday, clean);
    const again = await openStore(clean);
    expect(await here(again, 'phone')).toEqual(['phone']);
    await again.close();
  });

  test('on a clean machine it is said that deletions since are not known; a later backup’s list beside it helps', async () => {
    const { plan, store, to, saveAs, monday } = await backedUp('gone', 'stays');
    await store.learners.remove(as('gone'), AT);
    await saveAs('tuesday');
    await store.close();
    const list = join(to, 'tuesday.deletions.jsonl');
    expect(statSync(list).mode & 0o777).toBe(0o600);
    const kept = readFileSync(list, 'utf8');
    expect(kept).toBe(`{"id":"gone","at":${AT}}\n{"until":${AT}}\n`);
    rmSync(list);
    rmSync(join(to, 'monday.deletions.jsonl'));
    const clean = await emptied(plan, false);
    expect(await restored(monday, clean)).toMatch(
      /备份之后谁删除了自己的记录，这里不知道[\s\S]*since the backup is not known here[\s\S]*those records are back/,
    );
    const unknown = await openStore(clean);
    expect(await here(unknown, 'gone')).toEqual(['gone']);
    await unknown.close();
    // Found later: laid into the data folder it is acted on at the next start.
    writeFileSync(join(clean.dataDir, 'tuesday.deletions.jsonl'), kept);
    const found = await openStore(clean);
    expect([found.deletedAgain, await here(found, 'gone', 'stays')]).toEqual([1, ['stays']]);
    await found.close();
    // Beside the backup it is taken along, and said up to when it goes.
    writeFileSync(list, kept);
    const other = await emptied(plan, false);
    expect(await restored(monday, other)).toMatch(
      /备份里有1位学员后来已经删除[\s\S]*after 2026-11-26T13:15:02Z is not known here/,
    );
    const taken = await openStore(other);
    expect(await here(taken, 'gone', 'stays')).toEqual(['stays']);
    await taken.close();
  });

  test('killed between deleting and noting: the next start notes it, and it holds after a restore', async () => {
    const { plan, store, monday } = await backedUp('gone', 'stays');
    // What such a kill leaves: deleted and committed, no note.
    await createLearnerRepository(store.db).remove(as('gone'), AT);
    await store.close();
    expect(existsSync(join(plan.dataDir, 'deletions.jsonl'))).toBe(false);
    await (await openStore(plan)).close();
    expect(noted(plan.dataDir)).toContain('"gone"');
    const clean = await emptied(plan, true);
    await restored(monday, clean);
    const again = await openStore(clean);
    expect(await here(again, 'gone', 'stays')).toEqual(['stays']);
    await again.close();
  });

  test('killed in the middle of a note: the half line harms none before it and none after it', async () => {
    const { plan, store, monday } = await backedUp('one', 'two', 'half', 'stays');
    await store.learners.remove(as('one'), AT);
    appendFileSync(join(plan.dataDir, 'deletions.jsonl'), '\n{"id":"half","a');
    await store.learners.remove(as('two'), AT);
    await store.close();
    const clean = await emptied(plan, true);
    await restored(monday, clean);
    const again = await openStore(clean);
    expect(await here(again, 'one', 'two', 'half', 'stays')).toEqual(['half', 'stays']);
    await again.close();
  });

  test('a note that cannot be written is told, and made up for; the deletion stands', async () => {
    const { plan, store: first } = await backedUp('gone');
    await first.close();
    const told: unknown[] = [];
    const store = await openStore({ ...plan, onUnnoted: (error) => told.push(error) });
    const inTheWay = join(plan.dataDir, 'deletions.jsonl');
    mkdirSync(inTheWay);
    expect(await store.learners.remove(as('gone'), AT)).toBe(true);
    expect(told).toMatchObject([{ code: 'EISDIR' }]);
    await expect(store.noteDeletions()).rejects.toMatchObject({ code: 'EISDIR' });
    rmSync(inTheWay, { recursive: true });
    expect([await store.noteDeletions(), await store.noteDeletions()]).toEqual([1, 0]);
    expect(noted(plan.dataDir)).toContain('"gone"');
    await store.close();
    // And a server that could not tell whom to delete again does not start.
    rmSync(inTheWay);
    mkdirSync(inTheWay);
    await expect(openStore(plan)).rejects.toThrow(StartError);
    await expect(openStore(plan)).rejects.toThrow(
      /deletions\.jsonl[\s\S]*EISDIR[\s\S]*没有启动[\s\S]*did not start/,
    );
    rmSync(inTheWay, { recursive: true });
  });

  test('kill -9 at any moment of deleting: whoever was told “deleted” does not come back, whichever of the two is left', async () => {
    const seed = process.env.SEED ?? `deletions ${Date.now()}`;
    console.log(`kill -9 of deletions, ${ROUNDS} rounds, SEED="${seed}"`);
    const random = randomFrom(seed);
    const ids = Array.from({ length: 400 }, (_, index) => `l${index}`);
    let told = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { plan, store, monday } = await backedUp(...ids);
      await store.close();
      const child = spawn(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import { openStore } from '#server/store/open-store.ts';
          const store = await openStore(${JSON.stringify(plan)});
          for (const id of ${JSON.stringify(ids)})
            if (await store.learners.remove({ learnerId: id, generation: 1 }, 1)) process.stdout.write(id + ' ');`,
        ],
        { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
      const gone = once(child, 'close');
      while (!said.includes(' ')) await pause(2);
      await pause(random() * 150);
      child.kill('SIGKILL');
      await gone;
      const deleted = said.split(' ').slice(0, -1);
      told += deleted.length;
      // In every second round the list alone is left: the disk with the database is gone.
      const clean = await emptied(plan, true);
      if (round % 2 && !plan.databaseUrl)
        for (const name of readdirSync(plan.dataDir))
          if (name.startsWith('sanxiu.db')) rmSync(join(plan.dataDir, name));
      await restored(monday, clean);
      const again = await openStore(clean);
      expect(await here(again, ...deleted), `seed ${seed}`).toEqual([]);
      expect(await here(again, 'l399'), `seed ${seed}`).toEqual(deleted.includes('l399') ? [] : ['l399']);
      await again.close();
    }
    expect(told).toBeGreaterThanOrEqual(ROUNDS);
  }, 1_800_000);

  return { backedUp, restored };
}

describe('SQLite', () => {
  const { backedUp, restored } = deletionsOn(
    async () => ({ kind: 'SQLite', plan: { dataDir: folder() } }),
    async (plan, isSame) => (isSame ? plan : { dataDir: folder() }),
  );

  test('killed between the two and restored at once: the database that is replaced knows', async () => {
    const { plan, store, monday } = await backedUp('gone', 'stays');
    await createLearnerRepository(store.db).remove(as('gone'), AT);
    await store.close();
    expect(await restored(monday, plan)).toContain('1 learners of this backup were deleted');
    const again = await openStore(plan);
    expect(await here(again, 'gone', 'stays')).toEqual(['stays']);
    await again.close();
  });

  test('an empty database that a server began on a clean machine does not pass for the one that is replaced', async () => {
    const { store, monday } = await backedUp('gone', 'stays');
    await store.learners.remove(as('gone'), AT);
    await store.close();
    const clean = { dataDir: folder() };
    await (await openStore(clean)).close();
    expect(await restored(monday, clean)).toMatch(/is not known here/);
  });

  test('whoever was deleted by mistake comes back with a backup when the line is taken off the list', async () => {
    const { plan, store, monday } = await backedUp('mistaken', 'gone');
    for (const id of ['mistaken', 'gone']) await store.learners.remove(as(id), AT);
    await store.close();
    await restored(monday, plan);
    const lines = noted(plan.dataDir).split('\n');
    const without = lines.filter((line) => !line.includes('mistaken')).join('\n');
    writeFileSync(join(plan.dataDir, 'deletions.jsonl'), without);
    const again = await openStore(plan);
    expect(await here(again, 'mistaken', 'gone')).toEqual(['mistaken']);
    await again.close();
  });

  test('more tombstones than one page holds are all noted, once', async () => {
    const plan = { dataDir: folder() };
    const store = await openStore(plan);
    const gone = Array.from({ length: 2_001 }, (_, n) => ({ id: `gone-${n}`, removed_at: AT }));
    await store.db.insertInto('removed_learner').values(gone).execute();
    expect([await store.noteDeletions(), await store.noteDeletions()]).toEqual([2_001, 0]);
    await store.close();
    expect(noted(plan.dataDir).match(/gone-/g)).toHaveLength(2_001);
  });

  test('a replaced database that cannot be read is named; what was noted still holds', async () => {
    const { plan, store, monday } = await backedUp('gone', 'stays');
    await store.learners.remove(as('gone'), AT);
    await store.close();
    writeFileSync(join(plan.dataDir, 'sanxiu.db'), 'no database any more, and longer than a header of one');
    expect(await restored(monday, plan)).toMatch(
      /被替换的数据库读不了[\s\S]*cannot be read[\s\S]*were deleted/,
    );
    const again = await openStore(plan);
    expect(await here(again, 'gone', 'stays')).toEqual(['stays']);
    await again.close();
  });

  test('a list that cannot be read stops the restoring before anything is moved', async () => {
    const { plan, store, monday } = await backedUp('gone');
    await store.close();
    mkdirSync(join(plan.dataDir, 'deletions.jsonl'));
    await expect(restored(monday, plan)).rejects.toThrow(/EISDIR[\s\S]*nothing was done/);
    expect(readdirSync(plan.dataDir).filter((name) => name.startsWith('before-restore'))).toEqual([]);
  });
});

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  // At the full count some hundred databases lie there to be removed.
  afterAll(() => server.stop(), 120_000);
  const withPrograms = () => vi.stubEnv('PATH', `${server.bin}:${process.env.PATH}`);
  const { backedUp, restored } = deletionsOn(
    async () => {
      withPrograms();
      return { kind: 'PostgreSQL', plan: { dataDir: folder(), databaseUrl: await server.database() } };
    },
    async ({ dataDir }, isSame) => ({
      dataDir: isSame ? dataDir : folder(),
      databaseUrl: await server.database(),
    }),
  );

  test('what another machine deleted is noted here within the hour; else the former database is asked', async () => {
    const { plan, store, monday } = await backedUp('noted', 'asked', 'stays');
    const elsewhere = await openStore({ ...plan, dataDir: folder() });
    await elsewhere.learners.remove(as('noted'), AT);
    expect(await store.noteDeletions()).toBe(1);
    await elsewhere.learners.remove(as('asked'), AT);
    await elsewhere.close();
    await store.close();

    const alone = { dataDir: plan.dataDir, databaseUrl: await server.database() };
    expect(await restored(monday, alone)).toMatch(
      /1位学员[\s\S]*Servers on other machines[\s\S]*FORMER_DATABASE_URL/,
    );
    const without = await openStore(alone);
    expect(await here(without, 'noted', 'asked', 'stays')).toEqual(['asked', 'stays']);
    await without.close();

    const asked = { dataDir: folder(), databaseUrl: await server.database() };
    expect(await restored(monday, asked, { formerDatabaseUrl: plan.databaseUrl ?? '' })).toContain('2位学员');
    const again = await openStore(asked);
    expect(await here(again, 'noted', 'asked', 'stays')).toEqual(['stays']);
    await again.close();
  });

  test('a former database that was named and is away stops the restoring', async () => {
    const { plan, store, monday } = await backedUp('l');
    await store.close();
    const clean = { dataDir: plan.dataDir, databaseUrl: await server.database() };
    const former = 'postgres://sanxiu:secret@127.0.0.1:1/gone';
    await expect(restored(monday, clean, { formerDatabaseUrl: former })).rejects.toThrow(
      /127\.0\.0\.1:1\/gone（FORMER_DATABASE_URL）读不到（ECONNREFUSED）[\s\S]*nothing was restored/,
    );
    await expect(restored(monday, clean, { formerDatabaseUrl: former })).rejects.not.toThrow('secret');
    // Nothing was: it goes on without the setting.
    expect(await restored(monday, clean)).toContain('The data is restored');
  });
});
