/** Bodies nobody would send (fault 15), for the test of every route and for `npm run torture`. */
import { finished, reflected } from '../contract/facts.ts';
import { mistake } from '../contract/mistakes.ts';
import { pictureBytes } from '../contract/pictures.ts';

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

/** A body nobody would send: cut, of no UTF-8, of odd values in right places. @param random in [0, 1) */
export function bodyFrom(random: () => number): string | Buffer {
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
export function pictureFrom(random: () => number): string | Buffer {
  if (random() < 0.3) return bodyFrom(random);
  const kind = (['jpeg', 'png', 'webp'] as const)[Math.floor(random() * 3)];
  const bytes = pictureBytes(Math.floor(random() * 9), 12 + Math.floor(random() * 3_000), kind);
  // A sign of the mark is wrong, or the file ends in it.
  if (random() < 0.2) bytes[Math.floor(random() * 12)] = Math.floor(random() * 256);
  return Buffer.from(random() < 0.2 ? bytes.subarray(0, Math.floor(random() * 13)) : bytes);
}

export const isOfPictures = (name: string) => name.startsWith('PUT /api/blobs/');
/** What the sender says that it is. */
export const SAID = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/webp; q=1',
  'application/json',
  'image/svg+xml',
  '',
];
