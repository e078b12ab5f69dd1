import type { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHostCheck } from '#server/http/hosts.ts';
import type { Renderer } from '#server/http/on-demand.ts';
import { type Asked, ask, serveFixture } from './fixture-site.ts';

/** Echoes what reached it; `/gone` is a route that is not there. */
const echo: Renderer = (req, res, next) => {
  if (req.url === '/gone') return next();
  const body = String((req as { body?: Buffer }).body ?? '');
  res.writeHead(200, { 'content-type': 'application/json' });
  res.end(JSON.stringify({ method: req.method, url: req.url, length: body.length }));
};

let site: Awaited<ReturnType<typeof serveFixture>>;
beforeAll(async () => {
  site = await serveFixture({ render: echo, testHosts: ['course.test:8080'] });
});
afterAll(() => site.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (asked: Asked) => site.ask('/api/facts', { method: 'POST', body: ['{}'], ...asked });

describe('headers', () => {
  test('a page runs under its own policy only: what one page may run, another may not', async () => {
    const policy = async (path: string) => (await site.ask(path)).headers['content-security-policy'];
    expect(await policy('/')).toBe('policy-of-home');
    expect(await policy('/learn/m2-fab-pitch/')).toBe('policy-of-lesson');
    expect(await policy('/en/')).toBe('policy-of-everything-else');
    expect(await policy('/gone')).toBe('policy-of-404');
    expect(await policy('/api/facts')).toBe('policy-of-everything-else');
  });

  test.each(['/', '/favicon.svg', '/nope', '/api/facts', '/en', '/%', '/gone'])(
    '%s leaves with every protection, page, file, route or refusal alike',
    async (path) => {
      const { headers } = await site.ask(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'usb'])
        expect(headers['permissions-policy']).toContain(`${feature}=()`);
      expect(headers['content-security-policy']).toBeTruthy();
      // Over http it would lock a classroom's address out of the browser for a year.
      expect(headers['strict-transport-security']).toBeUndefined();
    },
  );

  test('a part of pages carries what parts need and none of the 900 bytes meant for documents', async () => {
    const { headers } = await site.ask('/_astro/app.AAAA1111.js');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(headers['content-security-policy']).toBeUndefined();
    expect(headers['permissions-policy']).toBeUndefined();
  });

  test('behind https a browser is told to stay on it', async () => {
    const secure = await serveFixture({ origin: 'https://sanxiu.example' });
    const { headers } = await secure.ask('/', { headers: { host: 'sanxiu.example' } });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    await secure.stop();
  });
});

describe('hosts', () => {
  const status = async (host: string, path = '/') => (await site.ask(path, { headers: { host } })).status;

  test('our own names and the configured ones are answered', async () => {
    const { port } = site.serving;
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LocalHost:${port}`])
      expect(await status(host)).toBe(200);
    expect(await status('course.test:8080')).toBe(200);
  });

  test('a foreign name gets 421 on pages, files and routes, so that no site can lead a browser here', async () => {
    for (const path of ['/', '/favicon.svg', '/api/facts', '/nope', '/en'])
      expect(await status('evil.example', path)).toBe(421);
    const reply = await site.ask('/', { headers: { host: 'evil.example' } });
    expect(reply.text).toContain('ORIGIN');
    expect(reply.text).toMatch(/名字.*\n.*host name/);
    expect(reply.text).not.toContain('evil.example');
  });

  test('the right name with another port is a foreign name', async () => {
    for (const host of ['localhost', 'localhost:1', '127.0.0.1']) expect(await status(host)).toBe(421);
  });

  test('ORIGIN adds the public name, beside localhost for the health check on the machine', async () => {
    const named = await serveFixture({ origin: 'https://sanxiu.example:8443' });
    const of = async (host: string) => (await named.ask('/', { headers: { host } })).status;
    expect(await of('sanxiu.example:8443')).toBe(200);
    expect(await of('sanxiu.example')).toBe(421);
    expect(await of(`localhost:${named.serving.port}`)).toBe(200);
    await named.stop();
  });

  test('in a classroom the machine’s addresses count, also one it got after the start; not without --lan', () => {
    let address = '192.168.1.7';
    const info = { internal: false, family: 'IPv4', netmask: '', mac: '', cidr: null };
    const interfaces = () => ({ wlan0: [{ ...info, address }] }) as ReturnType<typeof networkInterfaces>;
    const open = createHostCheck({ port: 4321, lan: true, testHosts: [] }, interfaces);
    const shut = createHostCheck({ port: 4321, lan: false, testHosts: [] }, interfaces);
    expect(open('192.168.1.7:4321')).toBe(true);
    expect(shut('192.168.1.7:4321')).toBe(false);
    address = '10.0.0.9';
    expect(open('10.0.0.9:4321')).toBe(true);
    expect(open('192.168.1.7:4321')).toBe(false);
    expect(open('10.0.0.9:80')).toBe(false);
  });

  test('on port 80 a browser sends no port', () => {
    const check = createHostCheck({ port: 80, lan: false, testHosts: [] });
    expect(check('localhost')).toBe(true);
    for (const host of ['', undefined, 'localhost:80']) expect(check(host)).toBe(false);
  });
});

describe('methods', () => {
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])(
    '%s on a page is refused and names GET and HEAD',
    async (method) => {
      for (const path of ['/', '/learn/m2-fab-pitch', '/favicon.svg']) {
        const reply = await site.ask(path, { method });
        expect(reply.status).toBe(405);
        expect(reply.headers.allow).toBe('GET, HEAD');
      }
    },
  );

  test('a route never sees a method it did not ask for', async () => {
    const reply = await site.ask('/api/facts', { method: 'TRACE' });
    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toContain('POST');
  });

  test('Astro’s own endpoints stay shut: no image is fetched for a stranger', async () => {
    for (const path of ['/_image?href=http://127.0.0.1/', '/_server-islands/x', '/_actions/x'])
      expect((await site.ask(path)).status).toBe(404);
  });
});

describe('writing', () => {
  test('another site cannot write in a learner’s name', async () => {
    const own = `http://127.0.0.1:${site.serving.port}`;
    const status = async (headers: Record<string, string>) =>
      (await post({ headers: { ...JSON_TYPE, ...headers } })).status;
    expect(await status({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await status({ origin: own })).toBe(200); // plain http in a classroom: no Sec-Fetch-Site there
    expect(await status({})).toBe(403);
    expect(await status({ 'sec-fetch-site': 'cross-site', origin: own })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'none' })).toBe(403);
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
  });

  test('behind a TLS proxy the public origin counts', async () => {
    const named = await serveFixture({ origin: 'https://sanxiu.example', render: echo });
    const status = async (origin: string) => {
      const headers = { ...JSON_TYPE, host: 'sanxiu.example', origin };
      return (await named.ask('/api/facts', { method: 'POST', body: ['{}'], headers })).status;
    };
    expect(await status('https://sanxiu.example')).toBe(200);
    expect(await status('https://evil.example')).toBe(403);
    await named.stop();
  });

  test('a form of another site cannot pass for our JSON', async () => {
    const status = async (type: string) => {
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type };
      return (await post({ headers })).status;
    };
    expect(await status('application/json')).toBe(200);
    expect(await status('Application/JSON; charset=utf-8')).toBe(200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a'])
      expect(await status(type)).toBe(415);
    expect(await status('text/plain; application/json')).toBe(415);
    expect(await status('application/jsonp')).toBe(415);
    expect((await post({ headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(415);
  });

  test('a body reaches the route whole up to 256 KiB, in one piece or many', async () => {
    const headers = { ...JSON_TYPE, 'sec-fetch-site': 'same-origin' };
    const half = 'x'.repeat(128 * 1024);
    for (const body of [[half + half], [half, half]]) {
      const reply = await post({ headers, body });
      expect(JSON.parse(reply.text).length).toBe(256 * 1024);
    }
  });

  test('a larger body is refused by its announced length before it is sent, and by counting when unannounced', async () => {
    const headers = { ...JSON_TYPE, 'sec-fetch-site': 'same-origin' };
    const announced = await post({ headers: { ...headers, 'content-length': '999999999' }, body: [] }).catch(
      () => null,
    );
    // The body never came: the refusal did not wait for it.
    expect(announced?.status).toBe(413);
    const part = 'x'.repeat(100 * 1024);
    const counted = await post({ headers, body: [part, part, part] });
    expect(counted.status).toBe(413);
    expect(counted.text).toContain('256 KiB');
    expect(counted.headers['content-security-policy']).toBeTruthy();
  });

  test('after a refusal the server still answers others', async () => {
    expect((await ask(site.serving.port, '/')).status).toBe(200);
  });
});
