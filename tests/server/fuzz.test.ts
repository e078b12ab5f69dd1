/** Fault 15: bodies nobody would send. Repeat a failing run with SEED=<the one printed>; ROUNDS=10000 is the full count. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomFrom } from '#core/model/random.ts';
import { ACCESS } from '#server/http/access.ts';
import { openStore } from '#server/store/open-store.ts';
import { finished, reflected } from '../contract/facts.ts';
import { serveApi } from './api-site.ts';
import { temporaryFolders } from './data-folders.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 250);
const { folder, clear } = temporaryFolders();
let site: Awaited<ReturnType<typeof serveApi>>;
let store: Awaited<ReturnType<typeof openStore>>;
let cookie = '';
beforeAll(async () => {
  store = await openStore({ dataDir: folder() });
  site = await serveApi({ store });
  cookie = await site.join();
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

function bodyFrom(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const kind = random();
  if (kind < 0.15) return pick(RAW);
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

/** Routes for which right bodies are among those above. */
const KNOWN = ['/api/learner', '/api/facts'];
const writing = Object.keys(ACCESS).filter((name) => name.startsWith('POST '));
test.each(writing)(
  '%s takes whatever comes without falling over, and goes on answering',
  async (name) => {
    const seed = process.env.SEED ?? `fuzz ${Date.now()}`;
    console.log(`${ROUNDS} odd bodies to ${name}, SEED="${seed}"`);
    const random = randomFrom(seed);
    const path = name.split(' ')[1] ?? '';
    const seen = new Set<number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const sent = bodyFrom(random);
      // With a session of its own each would make a learner: without one some do.
      const by = path === '/api/learner' && random() < 0.9 ? '' : cookie;
      const { status, text } = await site.call('POST', path, { cookie: by, sent });
      seen.add(status);
      expect(status, `seed ${seed}, round ${round}: ${sent.slice(0, 300)}\n${text}`).toBeLessThan(500);
    }
    // Both ways were walked: things that are refused and things that are taken.
    if (KNOWN.includes(path)) {
      expect([...seen].some((status) => status < 300)).toBe(true);
      expect(seen.has(400)).toBe(true);
    }
    expect(site.log).toEqual([]);
    expect(({} as { isAdmin?: unknown; prototype?: unknown }).prototype).toBeUndefined();
    const { json } = await site.call('POST', '/api/facts', {
      cookie,
      sent: { facts: [finished(`after ${name}`)] },
    });
    expect(json).toMatchObject({ stored: 1, refused: [] });
  },
  600_000,
);
