/** Fault 15: bodies nobody would send. Repeat a failing run with SEED=<the one printed>; ROUNDS=10000 is the full count. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { randomFrom } from '#core/model/random.ts';
import { createWaysIn } from '#server/auth/ways-in.ts';
import { ACCESS } from '#server/http/access.ts';
import { openStore } from '#server/store/open-store.ts';
import { finished, reflected } from '../contract/facts.ts';
import { mistake } from '../contract/mistakes.ts';
import { pictureBytes } from '../contract/pictures.ts';
import { KEYS } from './account-site.ts';
import { serveApi } from './api-site.ts';
import { temporaryFolders } from './data-folders.ts';

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

/** Values that have broken parsers and databases before. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1e308,
  2 ** 53 + 2,
  1.5,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '𠮷',
  '‮',
  "'; drop table fact; --",
  '__proto__',
  'x'.repeat(5_000),
  [],
  {},
  [[[[[[]]]]]],
  { __proto__: 1 },
  { constructor: { prototype: 1 } },
  { toString: 1 },
  { length: -1 },
];
const VALID: readonly (() => Record<string, unknown>)[] = [
  () => ({ ...finished('fuzz') }),
  () => ({ ...reflected('fuzz', '先听后说') }),
  () => ({ nickname: '小红' }),
  () => ({ code: 'ABCDEFGH' }),
  () => ({ ...mistake(7) }),
  () => ({ username: '小红', password: '先听后说再说', recoveryCode: 'x', current: 'y', next: 'z' }),
  () => ({ name: '一班', dueAt: 1_795_000_000_000, role: 'learner', days: 30, ticket: 'a.b', token: 'c' }),
  () => ({ username: 'xiaohong', password: 'correct horse' }),
  () => ({ username: 'xiaohong', recoveryCode: 'ABCDE-FGHJK-MNPQR-STVWX', password: 'correct horse' }),
  () => ({ current: 'correct horse', next: 'battery staple', username: 'xiaohong' }),
  () => ({ token: 'x'.repeat(43) }),
  () => ({ ticket: 'a.b.c.d.e' }),
];
const RAW = [
  '',
  '{',
  '[',
  '"',
  'nul',
  '{"facts":[}',
  '\u0000',
  '{"facts":[1e999]}',
  '[]'.repeat(50),
  '{"a":'.repeat(3_000),
  '\ufeff{}',
  '{"nickname":"\\ud800"}',
];

function bodyFrom(random: () => number): string | Buffer {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const kind = random();
  if (kind < 0.15) return pick(RAW);
  // No UTF-8 at all, or cut in the middle of a sign.
  if (kind < 0.2) return Buffer.from(Array.from({ length: 300 }, () => Math.floor(random() * 256)));
  if (kind < 0.22) return Buffer.from('{"nickname":"小红"}').subarray(0, 14);
  if (kind < 0.25)
    return String.fromCharCode(...Array.from({ length: 200 }, () => Math.floor(random() * 0xffff)));
  const one = pick(VALID)();
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes -= 1) {
    const name =
      random() < 0.8 ? pick(Object.keys(one)) : pick(['__proto__', 'constructor', 'learnerId', 'seq', '']);
    if (random() < 0.15) delete one[name];
    else
      Object.defineProperty(one, name, {
        value: pick(ODD),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  if (random() < 0.3) return JSON.stringify(one);
  return JSON.stringify({ facts: random() < 0.8 ? [one, pick(ODD), finished(`f${random()}`)] : pick(ODD) });
}

/** Files that are pictures by how they begin, or nearly; and what is none at all. */
function pictureFrom(random: () => number): string | Buffer {
  if (random() < 0.3) return bodyFrom(random);
  const kind = (['jpeg', 'png', 'webp'] as const)[Math.floor(random() * 3)];
  const bytes = pictureBytes(Math.floor(random() * 9), 12 + Math.floor(random() * 3_000), kind);
  // A sign of the mark is wrong, or the file ends in it.
  if (random() < 0.2) bytes[Math.floor(random() * 12)] = Math.floor(random() * 256);
  return Buffer.from(random() < 0.2 ? bytes.subarray(0, Math.floor(random() * 13)) : bytes);
}

const isOfPictures = (name: string) => name.startsWith('PUT /api/blobs/');
const SAID = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/webp; q=1',
  'application/json',
  'image/svg+xml',
  '',
];

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
      seen.add(status);
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
