import { afterEach, beforeEach, expect, test } from 'vitest';
import { finished, reflected } from '../contract/facts.ts';
import { statementSchema } from '../core/statement/xapi.schema.ts';
import { NOW, serveApi } from './api-site.ts';

/** `GET /api/admin/statements`; who gets in at all is in access.test.ts. */
let site: Awaited<ReturnType<typeof serveApi>>;
let admin = '';
beforeEach(async () => {
  site = await serveApi();
  admin = await site.join('管理员', 'admin');
});
afterEach(() => site.stop());

const ask = (path = '/api/admin/statements') => site.call('GET', path, { cookie: admin });

async function study(nickname: string, count: number) {
  const cookie = await site.join(nickname);
  const facts = Array.from({ length: count }, (_, index) => finished(`${nickname}-${index}`));
  const sent = { facts: [...facts, reflected(`own-${nickname}`, '只给自己看')] };
  await site.call('POST', '/api/facts', { cookie, sent });
}

test('an admin gets everybody’s statements, page after page, without names and without what is private', async () => {
  await study('小明', 400);
  await study('小李', 400);
  const statements = [];
  for (let path = '/api/admin/statements'; path; ) {
    const { status, text, json } = await ask(path);
    expect(status).toBe(200);
    expect(text).not.toMatch(/只给自己看|小明|小李/);
    statements.push(...json.statements);
    path = json.more;
  }
  expect(statements).toHaveLength(800);
  expect(new Set(statements.map(({ id }) => id)).size).toBe(800);
  for (const statement of statements.slice(0, 20))
    expect(statementSchema.safeParse(statement).error).toBeUndefined();
  expect(statements[0].object.id).toMatch('https://course.example.com/learn/m2-fab-pitch/#sort-1');
});

test('since a time: only what reached the server then or later, and `more` keeps it', async () => {
  await study('小明', 400);
  await study('小王', 400);
  site.time.at = NOW + 60_000;
  await study('小李', 3);
  const since = new Date(NOW + 60_000).toISOString();
  const statements = [];
  let pages = 0;
  for (let path = `/api/admin/statements?since=${since}`; path; pages += 1) {
    const { json } = await ask(path);
    statements.push(...json.statements);
    if (json.more) expect(new URLSearchParams(json.more.split('?')[1]).get('since')).toBe(since);
    path = json.more;
  }
  expect([statements.length, pages > 1]).toEqual([3, true]);
});

test.each([
  '?since=yesterday',
  '?since=1795000000000',
  '?since=2026-11-26',
  '?since=',
  '?after=x',
  '?after=a.b',
  '?limit=5',
  '?since=2026-13-26T08:00:00Z',
])('%s is answered with a sentence, not with everything', async (query) => {
  const { status, text } = await ask(`/api/admin/statements${query}`);
  expect([status, text]).toEqual([400, expect.stringContaining('since')]);
});
