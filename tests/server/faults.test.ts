/** Faults of docs/faults.md that concern the API, over real connections. A failing run is repeated with SEED=<the one printed>. */
import { request } from 'node:http';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { randomFrom } from '#core/model/random.ts';
import { createBlobRepository } from '#server/store/blob-repository.ts';
import { createFactRepository } from '#server/store/fact-repository.ts';
import { createLearnerRepository } from '#server/store/learner-repository.ts';
import { migrate } from '#server/store/migrate.ts';
import { DATABASE_FILE, openStore } from '#server/store/open-store.ts';
import { sqliteEngine } from '#server/store/sqlite-engine.ts';
import { finished, reflected } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { pictureBytes, pictureId } from '../contract/pictures.ts';
import { NOW, serveApi } from './api-site.ts';
import { temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
  clear();
});
function randomness(name: string) {
  const seed = process.env.SEED ?? `${name} ${Date.now()}`;
  console.log(`${name}, SEED="${seed}"`);
  return { seed, random: randomFrom(seed) };
}

type Site = Awaited<ReturnType<typeof serveApi>>;
async function allOf(site: Site, cookie: string): Promise<{ id: string; slips?: number }[]> {
  const facts = [];
  for (let since = 0; ; ) {
    const { json } = await site.call('GET', `/api/facts?since=${since}`, { cookie });
    facts.push(...json.facts);
    since = json.seq;
    if (!json.more) return facts;
  }
}
const sortedIds = (facts: readonly { id: string }[]) => facts.map(({ id }) => id).sort();
const save = (site: Site, cookie: string, facts: readonly unknown[]) =>
  site.call('POST', '/api/facts', { cookie, sent: { facts } });

describe('a device that comes back after a week', () => {
  test('5,000 facts in any order, each three times, connections cut, the server restarted: each is there once', async () => {
    const { seed, random } = randomness('a week offline');
    const dataDir = folder();
    const open = async () => {
      const store = await openStore({ dataDir });
      return { store, site: await serveApi({ store }) };
    };
    let { store, site } = await open();
    ending.push(async () => {
      await site.stop();
      await store.close();
    });
    const cookie = await site.join();
    const facts = Array.from({ length: 5_000 }, (_, index) => finished(`f${index}`, index % 7));
    const batches = cut([...facts, ...facts, ...facts], random);
    const restarts = new Set([Math.floor(batches.length / 3), Math.floor((batches.length * 2) / 3)]);
    let cuts = 0;
    for (const [index, batch] of batches.entries()) {
      if (random() < 0.2) {
        cuts += 1;
        await sendAndCut(site.serving.port, cookie, batch, random);
      }
      if (restarts.has(index)) {
        // In the middle of a batch: it is on its way and nobody will hear the answer.
        const lost = save(site, cookie, batch).catch(() => undefined);
        await site.serving.drain(0);
        await lost;
        await store.close();
        ({ store, site } = await open());
      }
      const reply = await save(site, cookie, batch);
      expect([reply.status, reply.json?.refused], `seed ${seed}`).toEqual([200, []]);
    }
    expect(cuts).toBeGreaterThan(3);
    const kept = await allOf(site, cookie);
    expect(sortedIds(kept), `seed ${seed}`).toEqual(sortedIds(facts));
    for (const { id, slips } of kept) expect(slips).toBe(Number(id.slice(1)) % 7);
  }, 60_000);
});

/** Shuffled, in batches of 1 to 500. */
function cut<T>(list: readonly T[], random: () => number): T[][] {
  const mixed = list.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
  const batches: T[][] = [];
  for (let at = 0; at < mixed.length; ) {
    const size = 1 + Math.floor(random() * 500);
    batches.push(mixed.slice(at, at + size).map(({ one }) => one));
    at += size;
  }
  return batches;
}

/** Send a batch and hang up: half of it sent, or all of it and the answer not waited for. */
function sendAndCut(
  port: number,
  cookie: string,
  facts: readonly unknown[],
  random: () => number,
): Promise<void> {
  const body = JSON.stringify({ facts });
  const headers = {
    cookie,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const isHalf = random() < 0.5;
  return new Promise((resolve) => {
    const req = request({
      host: '127.0.0.1',
      port,
      path: '/api/facts',
      method: 'POST',
      headers,
      agent: false,
    });
    req.on('error', () => {});
    req.on('close', () => resolve());
    req.write(isHalf ? body.slice(0, Math.floor(random() * body.length)) : body, () => req.destroy());
  });
}

describe('a full disk', () => {
  test('507 with a sentence, what was acknowledged is there, and saving goes on without a restart once there is room', async () => {
    const dataDir = folder();
    const engine = sqliteEngine(join(dataDir, DATABASE_FILE));
    await migrate(engine.db, dataDir);
    const store = {
      ...memoryStore(),
      facts: createFactRepository(engine),
      learners: createLearnerRepository(engine.db),
    };
    const site = await serveApi({ store });
    ending.push(async () => {
      await site.stop();
      await engine.close();
    });
    const cookie = await site.join();
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(engine.db);
    await sql`pragma max_page_count = ${sql.raw(String((rows[0]?.page_count ?? 0) + 40))}`.execute(engine.db);
    const acknowledged: string[] = [];
    let full: Awaited<ReturnType<typeof save>> | undefined;
    for (let index = 0; !full && index < 50; index += 1) {
      const reply = await save(site, cookie, [reflected(`r${index}`, '先听后说'.repeat(2_500))]);
      if (reply.status === 200) acknowledged.push(`r${index}`);
      else full = reply;
    }
    expect(full?.status).toBe(507);
    expect(full?.text).toMatch(/磁盘满了[\s\S]*disk is full/);
    expect(acknowledged.length).toBeGreaterThan(1);
    // Others hear the same, and everybody may still read.
    expect((await save(site, cookie, [reflected('other', 'x'.repeat(100_000))])).status).toBe(507);
    expect(sortedIds(await allOf(site, cookie))).toEqual(acknowledged.sort());
    await sql`pragma max_page_count = 100000`.execute(engine.db);
    expect((await save(site, cookie, [reflected('other', 'x'.repeat(100_000))])).json).toMatchObject({
      stored: 1,
    });
    expect(sortedIds(await allOf(site, cookie))).toEqual([...acknowledged, 'other'].sort());
    expect(site.log).toEqual([]);
  });
});

describe('a full disk while a picture is written', () => {
  test('507 as a full disk and not as a quota; what was acknowledged is whole, and it goes on once there is room', async () => {
    const dataDir = folder();
    const engine = sqliteEngine(join(dataDir, DATABASE_FILE));
    await migrate(engine.db, dataDir);
    const store = {
      ...memoryStore(),
      blobs: createBlobRepository(engine.db),
      facts: createFactRepository(engine),
      learners: createLearnerRepository(engine.db),
    };
    const site = await serveApi({ store });
    ending.push(async () => {
      await site.stop();
      await engine.close();
    });
    const cookie = await site.join();
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(engine.db);
    await sql`pragma max_page_count = ${sql.raw(String((rows[0]?.page_count ?? 0) + 120))}`.execute(
      engine.db,
    );
    const send = (n: number) => site.sendPicture(cookie, pictureId(n), pictureBytes(n, 200_000));
    const look = (n: number) => site.ask(`/api/blobs/${pictureId(n)}`, { headers: { cookie } });
    const replies = [];
    for (let n = 0; n < 4; n += 1) replies.push(await send(n));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 507, 507]);
    expect(replies[2]?.text).toMatch(/磁盘满了[\s\S]*disk is full/);
    expect((await look(2)).status).toBe(404);
    for (const n of [0, 1]) expect(Buffer.compare((await look(n)).body, pictureBytes(n, 200_000))).toBe(0);
    // What is small still finds room, and the one that failed has left nothing half done.
    expect((await save(site, cookie, [finished('small')])).json).toMatchObject({ stored: 1 });
    await sql`pragma max_page_count = 100000`.execute(engine.db);
    expect((await send(2)).status).toBe(201);
    expect(Buffer.compare((await look(2)).body, pictureBytes(2, 200_000))).toBe(0);
    expect(site.log).toEqual([]);
  });
});

describe('clocks', () => {
  test('the server’s own clock set back by a day changes no order, no cursor and no session', async () => {
    const store = await openStore({ dataDir: folder() });
    const site = await serveApi({ store });
    ending.push(async () => {
      await site.stop();
      await store.close();
    });
    const cookie = await site.join();
    await save(site, cookie, [finished('before')]);
    const { json: first } = await site.call('GET', '/api/facts?since=0', { cookie });
    site.time.at = NOW - 86_400_000;
    expect((await save(site, cookie, [finished('after')])).json).toMatchObject({
      stored: 1,
      before: first.seq,
    });
    const next = await site.call('GET', `/api/facts?since=${first.seq}`, { cookie });
    expect(sortedIds(next.json.facts)).toEqual(['after']);
    expect((await allOf(site, cookie)).map(({ id }) => id)).toEqual(['before', 'after']);
  });
});

describe('too much at once', () => {
  test('a batch over 256 KiB is refused whole with a sentence, and the same facts in two parts are kept', async () => {
    const site = await serveApi();
    ending.push(() => site.stop());
    const cookie = await site.join();
    const facts = Array.from({ length: 300 }, (_, index) => reflected(`r${index}`, 'x'.repeat(800)));
    expect(JSON.stringify({ facts }).length).toBeGreaterThan(262_144);
    const reply = await save(site, cookie, facts);
    expect([reply.status, reply.text]).toEqual([
      413,
      expect.stringMatching(/请分几次送[\s\S]*Send it in parts/),
    ]);
    expect(await allOf(site, cookie)).toEqual([]);
    for (const half of [facts.slice(0, 150), facts.slice(150)])
      expect((await save(site, cookie, half)).json).toMatchObject({ stored: 150 });
  });

  test('a class of 100 behind one address joins at the same time: nobody is turned away, nobody is somebody else', async () => {
    const store = await openStore({ dataDir: folder() });
    const site = await serveApi({ store });
    ending.push(async () => {
      await site.stop();
      await store.close();
    });
    const join = () => site.call('POST', '/api/learner', { sent: { nickname: '小红' } });
    const replies = [];
    for (let wave = 0; wave < 2; wave += 1)
      replies.push(...(await Promise.all(Array.from({ length: 50 }, join))));
    expect(replies.filter(({ status }) => status !== 201)).toEqual([]);
    expect(new Set(replies.map(({ json }) => json.id)).size).toBe(100);
    const cookies = replies.map(({ headers }) => String(headers['set-cookie']).split(';')[0]);
    const [one = '', other = ''] = cookies;
    await save(site, one, [finished('same', 1)]);
    await save(site, other, [finished('same', 2)]);
    expect((await allOf(site, one)).map(({ slips }) => slips)).toEqual([1]);
  }, 30_000);
});

test('markup in a nickname or a text leaves as data that no browser runs', async () => {
  const site = await serveApi();
  ending.push(() => site.stop());
  const evil = '<img src=x onerror=alert(1)>';
  const cookie = await site.join(evil);
  await save(site, cookie, [reflected('r', `</script><script>alert(1)</script>${evil}`)]);
  for (const path of ['/api/learner', '/api/facts']) {
    const { headers, text } = await site.call('GET', path, { cookie });
    expect(text).toContain('onerror');
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  }
  // An error text that quotes what was sent is plain text, too.
  const { headers } = await site.call('POST', '/api/learner', { sent: { [evil]: 1 } });
  expect(headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
});
