/** Fault 15: bodies nobody would send. Repeat a failing run with SEED=<the one printed>; ROUNDS=10000 is the full count. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { randomFrom } from '#core/model/random.ts';
import { createWaysIn } from '#server/auth/ways-in.ts';
import { ACCESS } from '#server/http/access.ts';
import { openStore } from '#server/store/open-store.ts';
import { finished } from '../contract/facts.ts';
import { KEYS } from './account-site.ts';
import { serveApi } from './api-site.ts';
import { temporaryFolders } from './data-folders.ts';
import { bodyFrom, isOfPictures, pictureFrom, SAID } from './odd-bodies.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 250);
const { folder, clear } = temporaryFolders();
let site: Awaited<ReturnType<typeof serveApi>>;
let store: Awaited<ReturnType<typeof openStore>>;
let cookie = '';
beforeAll(async () => {
  store = await openStore({ dataDir: folder() });
  site = await serveApi({ store: { ...store, ...createWaysIn({ ...store, ...KEYS }) } });
});
// Fresh for each: one of the routes ends it.
beforeEach(async () => {
  cookie = await site.join('小红', 'admin');
});
afterAll(async () => {
  await site.stop();
  await store.close();
  clear();
});

const HEADERS = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
/** Routes for which right bodies are among those above. */
const KNOWN = ['/api/learner', '/api/facts'];
const writing = Object.keys(ACCESS).filter((name) => !name.startsWith('GET '));
test.each(writing)(
  '%s takes whatever comes without falling over, and goes on answering',
  async (name) => {
    const seed = process.env.SEED ?? `fuzz ${Date.now()}`;
    console.log(`${ROUNDS} odd bodies to ${name}, SEED="${seed}"`);
    const random = randomFrom(seed);
    const [method = '', path = ''] = name.split(' ');
    // Some own an id as we make them, most are of nobody.
    const address = () =>
      path.replace(/:\w+/g, () => (random() < 0.5 ? '0190f3c2-7a1b-7c3d-8e4f-123456789abc' : '~.-_'));
    const seen = new Set<number>();
    let kept: unknown;
    for (let round = 0; round < ROUNDS; round += 1) {
      const sent = isOfPictures(name) ? pictureFrom(random) : bodyFrom(random);
      const type = SAID[Math.floor(random() * SAID.length)];
      // With a session of its own each would make a learner: without one some do.
      const isOther = name === 'DELETE /api/learner' || (path === '/api/learner' && random() < 0.9);
      const by = isOther ? '' : cookie;
      const reply = await site.ask(address(), {
        method,
        headers: {
          ...HEADERS,
          ...(isOfPictures(name) && { 'content-type': type }),
          ...(by && { cookie: by }),
        },
        body: [sent],
      });
      const { status, text } = reply;
      // A picture that is there already, to the last byte, is known; nothing else is.
      if (isOfPictures(name) && status === 201) kept = sent;
      if (isOfPictures(name) && status === 200) expect(sent, `seed ${seed}, round ${round}`).toEqual(kept);
      else seen.add(status);
      expect(status, `seed ${seed}, round ${round}: ${String(sent).slice(0, 300)}\n${text}`).toBeLessThan(
        500,
      );
    }
    // Both ways were walked: things that are refused and things that are taken.
    if (method === 'POST' && KNOWN.includes(path)) {
      expect([...seen].some((status) => status < 300)).toBe(true);
      expect(seen.has(400)).toBe(true);
    }
    // One is stored, others under its id contradict it, some are none, some are sent as something else.
    if (isOfPictures(name)) expect([...seen].sort()).toEqual([201, 400, 409, 415]);
    expect(site.log).toEqual([]);
    expect(({} as { isAdmin?: unknown; prototype?: unknown }).prototype).toBeUndefined();
    const { json } = await site.call('POST', '/api/facts', {
      cookie: await site.join(),
      sent: { facts: [finished(`after ${name}`)] },
    });
    expect(json).toMatchObject({ stored: 1, refused: [] });
  },
  600_000,
);
