import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { StartError } from '#server/port/store-error.ts';
import { MIGRATIONS } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { finished, idsOf, pullAll } from '../contract/facts.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { serveApi } from './api-site.ts';

const receivedAt = 1_795_000_111_000;
/** How long the database is away under load, ms; the full count of fault 2 is 30,000 (`npm run torture`). */
const OUTAGE_MS = Number(process.env.OUTAGE_MS ?? 1_500);
const waiting = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// A database starts anew in these, on whatever machine and beside whatever else.
describe.skipIf(skipsPostgres)('PostgreSQL', { timeout: 60_000 }, () => {
  let server: Postgres;
  const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-pg-'));
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('four servers that start at once on an empty database all come up, and the tables are made once', async () => {
    const databaseUrl = await server.database();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore({ dataDir, databaseUrl })));
    expect(stores.flatMap(({ migrated }) => migrated)).toEqual(Object.keys(MIGRATIONS));
    for (const store of stores) await store.close();
  });

  test('a database that crashes while nobody saves does not end the server', async () => {
    const store = await openStore({ dataDir, databaseUrl: await server.database() });
    const session = await store.learners.add({ id: 'l', nickname: '小红', createdAt: receivedAt });
    await server.crash();
    await vi.waitFor(() => store.facts.append({ session, receivedAt, facts: [finished('a')] }), 30_000);
    await store.close();
  });

  test('a crash of the database: the server stays up, says so, loses nothing, and goes on by itself', async () => {
    const store = await openStore({ dataDir, databaseUrl: await server.database() });
    const session = await store.learners.add({ id: 'l', nickname: '小红', createdAt: receivedAt });
    const acknowledged: string[] = [];
    let isOver = false;
    let troubles = 0;
    const write = async (writer: number) => {
      for (let index = 0; !isOver; index += 1) {
        const id = `${writer}-${index}`;
        const done = await store.facts
          .append({ session, receivedAt, facts: [finished(id)] })
          .catch((error) => {
            expect(error).toMatchObject({ name: 'StoreError', trouble: 'unavailable' });
            troubles += 1;
          });
        if (done?.status === 'appended') acknowledged.push(id);
        else await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const writers = [0, 1, 2, 3].map(write);
    while (acknowledged.length < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.crash();
    const before = acknowledged.length;
    while (acknowledged.length < before + 100) await new Promise((resolve) => setTimeout(resolve, 5));
    isOver = true;
    await Promise.all(writers);
    expect(troubles).toBeGreaterThan(0);
    const kept = new Set(idsOf((await pullAll(store.facts, session)).bodies));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    await store.close();
  });

  test(
    'an outage under load: the site answers all the while, nothing acknowledged is lost, and saving goes on by itself',
    async () => {
      const store = await openStore({ dataDir, databaseUrl: await server.database() });
      const site = await serveApi({ store });
      const cookie = await site.join();
      const acknowledged: string[] = [];
      const seen = new Set<number>();
      let isOver = false;
      const write = async (writer: number) => {
        for (let index = 0; !isOver; index += 1) {
          const id = `${writer}-${index}`;
          const { status } = await site.call('POST', '/api/facts', {
            cookie,
            sent: { facts: [finished(id)] },
          });
          seen.add(status);
          if (status === 200) acknowledged.push(id);
          else await waiting(50);
        }
      };
      const writers = [0, 1, 2, 3].map(write);
      while (acknowledged.length < 50) await waiting(5);
      await server.down();
      await waiting(OUTAGE_MS);
      // The process is up and answers what needs no database.
      expect((await site.ask('/')).status).toBe(200);
      expect((await site.call('GET', '/api/contact')).status).toBe(200);
      await server.up();
      const before = acknowledged.length;
      while (acknowledged.length < before + 50) await waiting(5);
      isOver = true;
      await Promise.all(writers);
      expect([...seen].sort()).toEqual([200, 503]);
      const session = site.identity.currentLearner({ cookie }, receivedAt);
      if (!session) throw new Error('no session');
      const kept = new Set(idsOf((await pullAll(store.facts, session)).bodies));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      expect(site.log).toEqual([]);
      await site.stop();
      await store.close();
    },
    60_000 + OUTAGE_MS,
  );

  test('while the database is away devices hear 503 and when to come back; then all goes on without a restart', async () => {
    const store = await openStore({ dataDir, databaseUrl: await server.database() });
    const site = await serveApi({ store });
    const cookie = await site.join();
    const save = (id: string) => site.call('POST', '/api/facts', { cookie, sent: { facts: [finished(id)] } });
    expect((await save('before')).status).toBe(200);
    await server.down();
    for (const reply of [await save('away'), await site.call('GET', '/api/facts', { cookie })]) {
      expect([reply.status, reply.headers['retry-after']]).toEqual([503, '5']);
      expect(reply.text).toContain('is safe on this device');
    }
    await server.up();
    await vi.waitFor(async () => expect((await save('away')).status).toBe(200), 30_000);
    const { json } = await site.call('GET', '/api/facts', { cookie });
    expect(json.facts.map(({ id }: { id: string }) => id)).toEqual(['before', 'away']);
    expect(site.log).toEqual([]);
    await site.stop();
    await store.close();
  });

  /** A database whose disk takes no more facts says this; a disk that is really full is in `npm run torture`. */
  const FULL = `create function full_disk() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger full_disk before insert on fact for each row execute function full_disk()`;

  test('a full disk of the database: 507 with a sentence, what was acknowledged is there, and it goes on once there is room', async () => {
    const store = await openStore({ dataDir, databaseUrl: await server.database() });
    const site = await serveApi({ store });
    const cookie = await site.join();
    const save = (id: string) => site.call('POST', '/api/facts', { cookie, sent: { facts: [finished(id)] } });
    expect((await save('before')).status).toBe(200);
    await sql.raw(FULL).execute(store.db);
    const replies = await Promise.all(['full-1', 'full-2', 'full-3'].map(save));
    expect(replies.map(({ status }) => status)).toEqual([507, 507, 507]);
    expect(replies[0]?.text).toMatch(/磁盘满了[\s\S]*disk is full/);
    const idsNow = async () => {
      const { json } = await site.call('GET', '/api/facts', { cookie });
      return json.facts.map(({ id }: { id: string }) => id);
    };
    expect(await idsNow()).toEqual(['before']);
    await sql`drop trigger full_disk on fact`.execute(store.db);
    expect((await save('full-1')).status).toBe(200);
    expect(await idsNow()).toEqual(['before', 'full-1']);
    expect(site.log).toEqual([]);
    await site.stop();
    await store.close();
  });

  test.each([
    ['postgres://sanxiu:secret@127.0.0.1:1/sanxiu', /127\.0\.0\.1:1\/sanxiu，ECONNREFUSED/],
    ['postgres://sanxiu:secret@localhost/sanxiu?host=/nowhere', /ENOENT/],
  ])(
    'an address that does not answer (%s) ends the start with what to check, without the password',
    async (databaseUrl, said) => {
      const failed = openStore({ dataDir, databaseUrl });
      await expect(failed).rejects.toThrow(StartError);
      await expect(failed).rejects.toThrow(said);
      await expect(failed).rejects.toThrow(/DATABASE_URL/);
      await expect(failed).rejects.not.toThrow('secret');
    },
  );

  test('a database that is not there is named', async () => {
    const databaseUrl = (await server.database()).replace(/\/t\d+/, '/absent');
    await expect(openStore({ dataDir, databaseUrl })).rejects.toThrow(/absent[\s\S]*3D000/);
  });
});
