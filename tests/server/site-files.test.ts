import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIXTURE, PAGES, serveFixture } from './fixture-site.ts';

let site: Awaited<ReturnType<typeof serveFixture>>;
beforeAll(async () => {
  site = await serveFixture();
});
afterAll(() => site.stop());

const LESSON = '/learn/m2-fab-pitch/';
const SCRIPT = '/_astro/app.AAAA1111.js';

test('a learner gets the page in the best coding the browser takes, with the text unharmed', async () => {
  const br = await site.ask(LESSON, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } });
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.body).toString()).toBe(PAGES.lesson);
  const gzip = await site.ask(LESSON, { headers: { 'accept-encoding': 'gzip' } });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(PAGES.lesson);
  const plain = await site.ask(LESSON);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.text).toBe(PAGES.lesson);
  for (const { headers, body } of [br, gzip, plain]) {
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers.vary).toBe('Accept-Encoding'); // else a proxy hands brotli to who cannot read it
  }
});

test.each([
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.9', 'gzip'],
  ['*', 'br'],
  ['identity', undefined],
  ['gzip;q=0, br;q=0', undefined],
  ['BR', 'br'],
  ['deflate', undefined],
])('a client that says accept-encoding: %s gets %s, what it can read', async (accepted, coding) => {
  const reply = await site.ask(LESSON, { headers: { 'accept-encoding': accepted } });
  expect(reply.headers['content-encoding']).toBe(coding);
});

test('a returning learner downloads nothing anew: 304 for the copy held, and only for that one', async () => {
  const first = await site.ask(LESSON, { headers: { 'accept-encoding': 'br' } });
  const etag = String(first.headers.etag);
  expect(etag).toMatch(/^"[^"]+"$/); // strong: no W/
  const held = (value: string, coding = 'br') =>
    site.ask(LESSON, { headers: { 'accept-encoding': coding, 'if-none-match': value } });
  for (const value of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await held(value);
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    expect(again.headers.etag).toBe(etag);
    expect(again.headers['content-security-policy']).toBe('policy-of-lesson');
  }
  expect((await held(etag, 'gzip')).status).toBe(200); // other bytes, other etag
  expect((await held('"other"')).status).toBe(200);
});

test('pages are asked for again each time, hashed files never: a new release shows, and costs little', async () => {
  const caching = async (path: string) => (await site.ask(path)).headers['cache-control'];
  expect(await caching('/')).toBe('no-cache');
  expect(await caching('/favicon.svg')).toBe('no-cache');
  expect(await caching(SCRIPT)).toBe('public, max-age=31536000, immutable');
  expect(await caching('/_content/m2-fab-pitch.a878.json')).toBe('public, max-age=31536000, immutable');
});

test('a page opened before a release still finds its script; the present one is not overlaid by the old', async () => {
  expect((await site.ask('/_astro/app.ZZZZ0000.js')).text).toBe('export const before = 1;');
  expect((await site.ask(SCRIPT)).text).toBe(FIXTURE[`client${SCRIPT}`]);
});

test('HEAD tells a link checker everything but the body', async () => {
  const reply = await site.ask(LESSON, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
  const full = await site.ask(LESSON, { headers: { 'accept-encoding': 'br' } });
  expect(reply.status).toBe(200);
  expect(reply.body.length).toBe(0);
  expect(reply.headers['content-length']).toBe(full.headers['content-length']);
  expect(reply.headers.etag).toBe(full.headers.etag);
});

test('an address typed without its last slash leads to the page, query kept, host never named', async () => {
  for (const method of ['GET', 'HEAD']) {
    const reply = await site.ask('/learn/m2-fab-pitch?from=%E5%9B%BE&b=2', { method });
    expect(reply.status).toBe(301);
    expect(reply.headers.location).toBe('/learn/m2-fab-pitch/?from=%E5%9B%BE&b=2');
  }
  expect((await site.ask('/en')).headers.location).toBe('/en/');
});

test('a query does not hide a page, an escaped name is the same name', async () => {
  expect((await site.ask('/?utm=1')).text).toBe(PAGES.home);
  expect((await site.ask('/%E5%90%8D%E7%89%87.txt')).text).toBe('名片');
});

test('compressed twins are no addresses of their own', async () => {
  expect((await site.ask('/index.html.br')).status).toBe(404);
  expect((await site.ask(`${SCRIPT}.gz`)).status).toBe(404);
});

test('programs are never sent elsewhere: /api, /healthz and /.well-known take no slash redirect', async () => {
  const files = {
    ...FIXTURE,
    'client/api/index.html': 'a',
    'client/healthz/index.html': 'a',
    'client/.well-known/x/index.html': 'a',
  };
  const odd = await serveFixture({ files });
  for (const path of ['/api', '/healthz', '/.well-known/x']) expect((await odd.ask(path)).status).toBe(404);
  await odd.stop();
});

test('without a build the server says how to make one', async () => {
  await expect(serveFixture({ files: { 'headers.json': '{"*":"p"}' } })).rejects.toThrow('npm run build');
  await expect(serveFixture({ files: { 'client/index.html': 'x' } })).rejects.toThrow('npm run build');
  await expect(serveFixture({ files: { ...FIXTURE, 'headers.json': '{"/":"p"}' } })).rejects.toThrow(
    'policy "*"',
  );
});
