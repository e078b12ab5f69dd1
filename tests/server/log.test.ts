/** What the server writes while it runs: lines of JSON with the request's id, and nothing of what anybody sent. */
import { afterEach, expect, test, vi } from 'vitest';
import { ACCESS } from '#server/http/access.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import { finished, reflected } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { mistake } from '../contract/mistakes.ts';
import { serveApi } from './api-site.ts';

const MARK = '标记';
const NAME = `${MARK}称呼`;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
  vi.restoreAllMocks();
});

/** Everything that goes to the terminal, too. */
function heard(): string[] {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  for (const name of ['log', 'error', 'warn', 'info'] as const)
    vi.spyOn(console, name).mockImplementation((...said) => void lines.push(said.join(' ')));
  return lines;
}

const BODIES: readonly unknown[] = [
  { nickname: NAME },
  {
    facts: [
      reflected('own', MARK),
      { ...finished('a'), blockId: MARK },
      { ...finished('a', 2), blockId: MARK },
    ],
  },
  { ...mistake(1), words: MARK },
  { code: MARK },
  { username: MARK, password: MARK, recoveryCode: MARK, current: MARK, next: MARK },
  { token: MARK, ticket: MARK },
  { role: MARK },
  { nickname: MARK, learnerId: MARK, factId: MARK, digest: MARK },
  `{"${MARK}`,
];

/** Every route there is, as everybody, with marks wherever something can be sent. */
async function drive(site: Awaited<ReturnType<typeof serveApi>>, cookies: readonly string[]) {
  const failures: string[] = [];
  // What ends sessions comes last: it leaves nobody to ask the rest.
  const isLast = (name: string) => Number(/^DELETE|sign-out/.test(name));
  const names = Object.keys(ACCESS).sort((a, b) => isLast(a) - isLast(b));
  for (const name of names) {
    const [method = '', path = ''] = name.split(' ');
    const address = `${path.replace(/:\w+/g, 'x')}?q=${encodeURIComponent(MARK)}&after=${encodeURIComponent(MARK)}`;
    for (const cookie of [...cookies, `sanxiu=${encodeURIComponent(MARK)}`])
      for (const sent of method === 'GET' ? [undefined] : BODIES) {
        const reply = await site.call(method, address, { cookie, ...(sent !== undefined && { sent }) });
        if (reply.status === 500) failures.push(String(reply.headers['x-request-id']));
      }
  }
  return failures;
}

function expectClean(lines: readonly string[]): void {
  for (const line of lines) {
    expect(line).not.toContain(MARK);
    expect(line).not.toContain(encodeURIComponent(MARK));
    expect(JSON.parse(line).requestId).toMatch(ID);
  }
}

test('routes that work write warnings only, without names, responses or tokens', async () => {
  const site = await serveApi();
  ending.push(() => site.stop());
  const cookies = [
    await site.join(NAME),
    await site.join(NAME, 'facilitator'),
    await site.join(NAME, 'admin'),
  ];
  const terminal = heard();
  await drive(site, cookies);
  vi.restoreAllMocks();
  expect([terminal, site.log]).toEqual([[], []]);
  expect(site.warnings.map((line) => JSON.parse(line).event)).toContain('fact.quarantined');
  expectClean(site.warnings);
  for (const cookie of cookies) expect(site.warnings.join()).not.toContain(cookie.split('=')[1]);
});

test('routes that fail name the request in log and answer alike, and repeat nothing of the error', async () => {
  const store = memoryStore();
  const site = await serveApi({ store });
  ending.push(() => site.stop());
  const cookies = [await site.join(NAME), await site.join(NAME, 'admin')];
  const fail = async () => {
    throw new Error(`${MARK} is no number, cookie ${cookies[0]}`);
  };
  Object.assign(store.facts, { append: fail, pull: fail } satisfies Partial<FactStore>);
  for (const part of [store.admin.people, store.admin.quarantine, store.admin.retention, store.mistakes])
    for (const name of Object.keys(part)) Object.assign(part, { [name]: fail });
  const terminal = heard();
  const failures = await drive(site, cookies);
  vi.restoreAllMocks();
  expect(failures.length).toBeGreaterThan(10);
  expect(site.log.map((line) => JSON.parse(line).requestId)).toEqual(failures);
  expect(site.log.map((line) => JSON.parse(line).path)).toContain('/api/admin/people');
  expectClean(site.log);
  expect(terminal).toEqual([]);
  for (const cookie of cookies) expect(site.log.join()).not.toContain(cookie.split('=')[1]);
});
