import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Renderer } from '#server/http/on-demand.ts';
import { readTarget } from '#server/http/target.ts';
import { FIXTURE, PAGES, type SitePlan, serveFixture } from './fixture-site.ts';

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const site of running.splice(0)) await site.stop();
});
async function serve(plan: SitePlan = {}) {
  const site = await serveFixture(plan);
  running.push(site);
  return site;
}
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(FIXTURE).filter(([name]) => !names.includes(name)));

const throws: Renderer = () => {
  throw new TypeError('the learner wrote: secret');
};
const rejects: Renderer = async () => {
  throw new TypeError('the learner wrote: secret');
};
/** What Astro does with an error in a route: it answers itself, in two possible ways. */
const answers500: Renderer = (_req, res) => {
  res.writeHead(500, { 'content-type': 'text/html', 'x-leak': 'yes' });
  res.write('half a');
  res.end(' bare 500');
};
const ends500: Renderer = (_req, res) => {
  res.setHeader('x-leak', 'yes');
  res.statusCode = 500;
  res.end('Internal Server Error');
};

describe('not there', () => {
  test('a visitor with a wrong address gets the page of that language, status 404', async () => {
    const site = await serve();
    const zh = await site.ask('/learn/nope/');
    expect([zh.status, zh.text]).toEqual([404, PAGES.missingZh]);
    const en = await site.ask('/en/learn/nope/', { headers: { 'accept-encoding': 'br' } });
    expect([en.status, en.headers['content-encoding']]).toEqual([404, 'br']);
    expect((await site.ask('/en/x')).text).toBe(PAGES.missingEn);
    expect((await site.ask('/english')).text).toBe(PAGES.missingZh);
  });

  test('error pages are no addresses: nobody bookmarks "not found" as a found page', async () => {
    const site = await serve();
    for (const path of ['/404.html', '/500.html', '/en/404/', '/en/404', '/en/500/'])
      expect((await site.ask(path)).status).toBe(404);
  });

  test('a program gets a sentence, not a page', async () => {
    const site = await serve();
    for (const path of ['/api/nope', '/_astro/gone.js', '/.well-known/nope']) {
      const reply = await site.ask(path);
      expect(reply.status).toBe(404);
      expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(reply.text).toBe('没有这一页。\nThere is no such page.\n');
    }
  });

  test('a 404 is never turned into "unchanged"', async () => {
    const site = await serve();
    expect((await site.ask('/nope', { headers: { 'if-none-match': '*' } })).status).toBe(404);
  });

  test('a missing or empty error page becomes two sentences, not a crash', async () => {
    const site = await serve({
      files: { ...without('client/404.html', 'client/500.html'), 'client/en/404/index.html': '' },
      render: (req, _res, next) => (req.url === '/boom' ? throws(req, _res, next, {}) : next()),
    });
    for (const path of ['/nope', '/en/nope']) {
      const reply = await site.ask(path);
      expect(reply.status).toBe(404);
      expect(reply.text).toContain('没有这一页。');
      expect(reply.text).toContain('There is no such page.');
    }
    const failed = await site.ask('/boom');
    expect(failed.status).toBe(500);
    expect(failed.text).toContain(String(failed.headers['x-request-id']));
  });
});

describe('failed', () => {
  test.each([
    ['throws', throws],
    ['rejects', rejects],
    ['answers a bare 500', answers500],
    ['ends with 500', ends500],
  ])('when a route %s, the learner sees the number that the log has', async (_how, render) => {
    const site = await serve({ render });
    const zh = await site.ask('/me?code=secret');
    const id = String(zh.headers['x-request-id']);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(zh.status).toBe(500);
    expect(zh.text).toBe(PAGES.failedZh.replace('REQUEST-ID', id));
    expect(zh.headers['x-leak']).toBeUndefined();
    expect(zh.headers['cache-control']).toBe('no-store');
    const en = await site.ask('/en/me');
    expect(en.text).toBe(PAGES.failedEn.replace('<!--request-id-->', String(en.headers['x-request-id'])));
    expect(en.headers['content-security-policy']).toBe('policy-of-500');
    expect(site.log).toHaveLength(2);
    expect(JSON.parse(site.log[0] ?? '')).toMatchObject({
      time: '2026-11-23T00:00:00.000Z',
      level: 'error',
      requestId: id,
      method: 'GET',
      path: '/me',
      status: 500,
    });
    expect(site.log.join()).not.toContain('secret');
  });

  test('the log names kind and place of an error', async () => {
    const site = await serve({ render: throws });
    await site.ask('/me');
    const line = JSON.parse(site.log[0] ?? '');
    expect(line.error).toBe('TypeError');
    expect(line.stack[0]).toContain('site-errors.test.ts');
  });

  test('a program gets the number in a sentence; HEAD gets it in the header', async () => {
    const site = await serve({ render: throws });
    const reply = await site.ask('/api/x');
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(reply.text).toContain(String(reply.headers['x-request-id']));
    const head = await site.ask('/me', { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([500, 0]);
    expect(head.headers['x-request-id']).toBeTruthy();
  });

  test('half an answer is cut off, so that nobody takes it for a whole one', async () => {
    const site = await serve({
      render: (_req, res) => {
        res.writeHead(200, { 'content-type': 'text/html' });
        res.write('half');
        throw new Error('late');
      },
    });
    await expect(site.ask('/me')).rejects.toThrow();
    expect(site.log).toHaveLength(1);
  });

  test('a route’s own words pass: 503 and 507 are no accidents, neither is 200', async () => {
    const seen = vi.fn();
    const site = await serve({
      render: (req, res, _next, locals) => {
        seen(locals);
        res.writeHead(Number(req.url?.slice(5)), { 'cache-control': 'max-age=5' });
        res.end('own words');
      },
    });
    for (const status of [200, 404, 503, 507]) {
      const reply = await site.ask(`/api/${status}`);
      expect([reply.status, reply.text]).toEqual([status, 'own words']);
      expect(reply.headers['cache-control']).toBe('max-age=5');
    }
    expect(seen).toHaveBeenCalledWith({ greeting: 'hello' });
    expect(site.log).toEqual([]);
  });

  test('pages do not share one object of use cases: what one request adds, the next does not see', async () => {
    const objects: object[] = [];
    const site = await serve({
      render: (_req, res, _next, locals) => {
        objects.push(locals);
        res.end();
      },
    });
    await site.ask('/a');
    await site.ask('/b');
    expect(objects[0]).not.toBe(objects[1]);
  });
});

describe('malformed addresses', () => {
  test.each([
    '/%',
    '/%E4%BD',
    '/%00',
    '/a%00.html',
    '/../etc/passwd',
    '/learn/../../x',
    '/%2e%2e/x',
    '/learn/%2E%2E/x',
    '/./learn/',
    '/a\\b',
    '/a%5Cb',
    '/%0d%0aset-cookie:a',
    '//evil.example/',
    '*',
    'http://evil.example/',
    `/${'a'.repeat(5000)}`,
  ])('%s is answered with 400, and never by a route', async (path) => {
    const render = vi.fn<Renderer>((_req, _res, next) => next());
    const site = await serve({ render });
    const reply = await site.ask(path, { method: path === '*' ? 'OPTIONS' : 'GET' });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('This address is malformed');
    expect(render).not.toHaveBeenCalled();
    expect(site.log).toEqual([]);
  });

  test('an escaped slash is no folder', async () => {
    const site = await serve();
    expect((await site.ask('/learn%2Fm2-fab-pitch/')).status).toBe(404);
  });

  test('a target is decoded once: a doubly escaped dot pair stays a name', () => {
    expect(readTarget('/%252e%252e/x')).toEqual({ status: 'read', path: '/%2e%2e/x', query: '' });
    expect(readTarget('/a?b=../c')).toEqual({ status: 'read', path: '/a', query: '?b=../c' });
  });
});
