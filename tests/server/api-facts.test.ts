import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FactStore } from '#server/port/fact-store.ts';
import { StoreError } from '#server/port/store-error.ts';
import { finished, reflected } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { NOW, serveApi } from './api-site.ts';

let site: Awaited<ReturnType<typeof serveApi>>;
beforeAll(async () => {
  site = await serveApi();
});
afterEach(() => {
  site.time.at = NOW;
  site.warnings.length = 0;
});
afterAll(() => site.stop());

const save = (cookie: string, facts: readonly unknown[]) =>
  site.call('POST', '/api/facts', { cookie, sent: { facts } });

describe('a learner', () => {
  test('begins with a nickname and nothing else, and is known again by the cookie', async () => {
    const begun = await site.call('POST', '/api/learner', { sent: { nickname: ' 小红 ' } });
    expect([begun.status, begun.json.nickname]).toEqual([201, '小红']);
    const cookie = String(begun.headers['set-cookie']).split(';')[0];
    const again = await site.call('GET', '/api/learner', { cookie });
    expect([again.status, again.json]).toEqual([200, begun.json]);
  });

  test('who asks again, from a second tab or after a lost answer, stays the same learner', async () => {
    const cookie = await site.join('小红');
    const first = await site.call('GET', '/api/learner', { cookie });
    const second = await site.call('POST', '/api/learner', { cookie, sent: { nickname: '小明' } });
    expect([second.status, second.json]).toEqual([200, first.json]);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  test('a page that means somebody else’s copy is served nothing, whatever the cookie says', async () => {
    const [mine, theirs] = [await site.join('小红'), await site.join('小明')];
    const { id } = (await site.call('GET', '/api/learner', { cookie: mine })).json;
    const asked = (method: string, path: string, body: string[]) =>
      site.ask(path, {
        method,
        headers: {
          ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
          ...{ cookie: theirs, 'x-learner': id },
        },
        body,
      });
    const saving = await asked('POST', '/api/facts', [
      JSON.stringify({ facts: [reflected('torn', '别人的')] }),
    ]);
    expect([saving.status, saving.text]).toEqual([401, expect.stringMatching(/登录的是另一个人/)]);
    expect((await asked('GET', '/api/facts?since=0', [])).status).toBe(401);
    const { facts } = (await site.call('GET', '/api/facts?since=0', { cookie: theirs })).json;
    expect(facts).toEqual([]);
  });

  test.each([
    [{ nickname: ' ' }, /请写一个称呼[\s\S]*give a nickname/],
    [{ nickname: '红'.repeat(41) }, /最多40个字[\s\S]*40 characters/],
    [{ nickname: 5 }, /body\.nickname/],
    [{}, /body\.nickname/],
    [{ nickname: 'a', role: 'admin' }, /role/],
    ['{"nickname":', /不是JSON[\s\S]*not JSON/],
    ['null', /body/],
  ])('%j makes no learner and says why', async (sent, said) => {
    const reply = await site.call('POST', '/api/learner', { sent });
    expect(reply.status).toBe(400);
    expect(reply.text).toMatch(said);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });
});

describe('saving', () => {
  test('what was saved on one device is fetched on another, private facts too', async () => {
    const cookie = await site.join();
    const facts = [finished('a'), reflected('b', '先听后说')];
    expect((await save(cookie, facts)).json).toEqual({ stored: 2, known: 0, refused: [], before: 0, seq: 2 });
    const got = await site.call('GET', '/api/facts?since=0', { cookie });
    expect(got.json).toEqual({ facts, seq: 2, more: false });
    expect((await site.call('GET', '/api/facts?since=2', { cookie })).json).toEqual({
      facts: [],
      seq: 2,
      more: false,
    });
  });

  test('one contradiction and one broken fact in 500: 498 are kept, each of the two is named', async () => {
    const cookie = await site.join();
    await save(cookie, [finished('f7')]);
    const facts: unknown[] = Array.from({ length: 500 }, (_, index) => finished(`f${index}`));
    facts[7] = finished('f7', 3);
    facts[8] = { ...finished('f8'), slips: -1 };
    const { status, json } = await save(cookie, facts);
    expect(status).toBe(200);
    expect([json.stored, json.known]).toEqual([498, 0]);
    const refused = json.refused.toSorted((a: { index: number }, b: { index: number }) => a.index - b.index);
    expect(refused).toMatchObject([
      { index: 7, id: 'f7', status: 409 },
      { index: 8, id: 'f8', status: 400 },
    ]);
    expect(refused[1].zh).toMatch(/^facts\[8\]\.slips的内容不合格式：.*。请刷新页面/);
    expect(refused[1].en).toMatch(/^facts\[8\]\.slips has the wrong shape: .*expected number to be >=0/);
  });

  test('the operator hears of a contradiction, and nothing of what was in it', async () => {
    const cookie = await site.join();
    await save(cookie, [reflected('a', 'secret one')]);
    await save(cookie, [reflected('a', 'secret two')]);
    expect(site.warnings.map((line) => JSON.parse(line))).toEqual([
      {
        time: '2026-11-26T00:00:00.000Z',
        level: 'warning',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        event: 'fact.quarantined',
        count: 1,
      },
    ]);
    expect(site.warnings.join()).not.toContain('secret');
  });

  test('a device whose clock is a day off, or jumps, saves as any other', async () => {
    const cookie = await site.join();
    const facts = [NOW - 86_400_000, NOW + 86_400_000, 0, NOW].map((at, index) => ({
      ...finished(`c${index}`),
      at,
    }));
    expect((await save(cookie, facts)).json).toMatchObject({ stored: 4, refused: [] });
    const got = await site.call('GET', '/api/facts', { cookie });
    expect(got.json.facts.map(({ at }: { at: number }) => at)).toEqual(facts.map(({ at }) => at));
  });

  test('a session in use is renewed once a month, never in between', async () => {
    const cookie = await site.join();
    site.time.at = NOW + 30 * 86_400_000;
    expect((await save(cookie, [finished('a')])).headers['set-cookie']).toBeUndefined();
    site.time.at += 1;
    const renewed = String((await save(cookie, [finished('a')])).headers['set-cookie']).split(';')[0];
    site.time.at = NOW + 401 * 86_400_000;
    expect((await save(cookie, [finished('a')])).status).toBe(401);
    expect((await save(renewed ?? '', [finished('a')])).status).toBe(200);
  });

  test.each([
    [{ facts: [] }, 'body.facts'],
    [{ facts: 'all' }, 'body.facts'],
    [{ facts: Array.from({ length: 501 }, () => 1) }, 'body.facts'],
    [{ facts: [1], learnerId: 'somebody' }, 'learnerId'],
    [[], 'body'],
    ['{', 'not JSON'],
    ['', 'not JSON'],
  ])('a body that is no batch is refused whole, with the place (%#)', async (sent, place) => {
    const cookie = await site.join();
    const reply = await site.call('POST', '/api/facts', { cookie, sent });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain(place);
  });

  test.each([
    ['an id longer than an index takes', { ...finished('x'.repeat(201)) }, 'facts[0].id'],
    ['an id with a sign PostgreSQL cannot hold', { ...finished('a\u0000') }, 'facts[0].id'],
    [
      'a time no date can hold: pages that show it would fall over',
      { ...finished('a'), at: 9e15 },
      'facts[0].at',
    ],
    ['half a character as an id', { ...finished('a\ud800') }, 'facts[0].id'],
    ['a device id that is a text', { ...finished('a'), deviceId: 'd'.repeat(300) }, 'facts[0].deviceId'],
    ['a later version', { ...finished('a'), v: 2 }, 'facts[0].v'],
    ['an unknown type', { ...finished('a'), type: 'learner.promoted' }, 'facts[0].type'],
    ['a field too many', { ...finished('a'), role: 'admin' }, 'role'],
    ['null', null, 'facts[0]'],
  ])('%s is refused and named', async (_, fact, place) => {
    const cookie = await site.join();
    const { status, json } = await save(cookie, [fact]);
    expect(status).toBe(200);
    expect(json).toMatchObject({ stored: 0, refused: [{ index: 0, status: 400 }] });
    expect(json.refused[0].zh + json.refused[0].en).toContain(place);
  });

  test('a sheet nested without end is refused, not fallen over', async () => {
    const cookie = await site.join();
    const base = {
      v: 1,
      at: NOW,
      deviceId: 'd',
      language: 'zh',
      type: 'worksheet.saved',
      worksheetId: 't-01',
    };
    const more = { worksheetRevision: 'r', documentId: 'o', blobIds: [] };
    const head = JSON.stringify({ ...base, ...more, id: 'deep' }).slice(0, -1);
    const deep = `{"facts":[${head},"fields":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}]}`;
    const reply = await site.call('POST', '/api/facts', { cookie, sent: deep });
    expect(reply.json.refused).toMatchObject([{ id: 'deep', status: 400 }]);
    expect(reply.json.refused[0].en).toContain('deeper than 32 levels');
  });

  test('a name that would reach into objects is only a name', async () => {
    const cookie = await site.join();
    const head = JSON.stringify({ ...base('p'), worksheetId: 't-01' }).slice(0, -1);
    const sent = `{"facts":[${head},"fields":{"__proto__":{"isAdmin":true},"constructor":1}}]}`;
    expect((await site.call('POST', '/api/facts', { cookie, sent })).json).toMatchObject({ stored: 1 });
    const got = await site.call('GET', '/api/facts', { cookie });
    expect(got.text).toContain('"fields":{"__proto__":{"isAdmin":true},"constructor":1}');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  const base = (id: string) => ({
    id,
    v: 1,
    at: NOW,
    deviceId: 'd',
    language: 'zh',
    type: 'worksheet.saved',
    worksheetRevision: 'r',
    documentId: 'o',
    blobIds: [],
  });
});

describe('fetching', () => {
  test.each(['-1', '1.5', 'x', '1e3', '99999999999999999999', ''])('since=%s is no cursor', async (since) => {
    const cookie = await site.join();
    const reply = await site.call('GET', `/api/facts?since=${since}`, { cookie });
    expect(reply.status).toBe(400);
    expect(reply.text).toMatch(/since要写[\s\S]*since must be/);
  });

  test('nobody keeps an answer on the way', async () => {
    const cookie = await site.join();
    expect((await site.call('GET', '/api/facts', { cookie })).headers['cache-control']).toBe('no-store');
  });
});

describe('trouble', () => {
  const failing = (error: unknown): FactStore => ({
    append: vi.fn().mockRejectedValue(error),
    pull: vi.fn().mockRejectedValue(error),
  });
  test.each([
    ['unavailable', 503, '5', /数据库这会儿用不了[\s\S]*database cannot be used right now/],
    ['read-only', 503, '5', /database cannot be used right now/],
    ['full', 507, undefined, /磁盘满了[\s\S]*disk is full/],
  ] as const)('%s is told as %i, with what it means for the record', async (trouble, status, retry, said) => {
    const { learners, mistakes } = memoryStore();
    const troubled = await serveApi({
      store: { learners, mistakes, facts: failing(new StoreError(trouble, undefined)) },
    });
    const cookie = await troubled.join();
    for (const [method, sent] of [
      ['POST', { facts: [finished('a')] }],
      ['GET', undefined],
    ] as const) {
      const reply = await troubled.call(method, '/api/facts', { cookie, sent });
      expect([reply.status, reply.headers['retry-after']]).toEqual([status, retry]);
      expect(reply.text).toMatch(said);
    }
    expect(troubled.log).toEqual([]);
    await troubled.stop();
  });

  test('a mistake of ours is a 500 with a number that stands in the log, and nothing of what was sent', async () => {
    const { learners, mistakes } = memoryStore();
    const broken = await serveApi({
      store: { learners, mistakes, facts: failing(new TypeError('secret words')) },
    });
    const cookie = await broken.join();
    const reply = await broken.call('POST', '/api/facts', { cookie, sent: { facts: [finished('a')] } });
    expect(reply.status).toBe(500);
    const [line = ''] = broken.log;
    expect(reply.text).toContain(JSON.parse(line).requestId);
    expect(reply.text + line).not.toContain('secret words');
    expect(line).not.toContain(cookie.split('=')[1]);
    await broken.stop();
  });
});
