import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttpLrs } from '#server/lrs/http-lrs.ts';
import { stateFact } from '#server/usecase/state-fact.ts';
import { finished } from '../contract/facts.ts';

/** What counts as an LRS's receipt, and what only looks like one. */
let server: Server;
let reply: (res: ServerResponse) => void;
let seen: string[];
beforeEach(async () => {
  seen = [];
  server = createServer((req, res) => {
    seen.push(`${req.method} ${req.url} ${req.headers.authorization}`);
    req.resume().on('end', () => reply(res));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => void server.close());

const at = (path = '') => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;
const fact = {
  learnerId: 'l',
  id: 'a',
  seq: 1,
  receivedAt: 1_795_000_111_000,
  body: JSON.stringify(finished('a')),
};
const statement = stateFact(fact, 'https://course.example.com');
const send = (endpoint = at(), ended = new AbortController().signal) =>
  createHttpLrs({ endpoint, auth: 'key:密' }).send(statement ? [statement] : [], ended);
const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (res: ServerResponse) =>
    void res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const VERSION = { 'x-experience-api-version': '2.0.0' };

test('the request goes to the endpoint’s statements with the key as UTF-8', async () => {
  reply = json(200, [statement?.id]);
  expect(await send(at('a/xapi/'))).toEqual({ status: 'taken' });
  expect(seen).toEqual(['POST /a/xapi/statements Basic a2V5OuWvhg==']);
});

test.each([
  ['the ids, in capitals', 200, (): unknown => [statement?.id.toUpperCase()], {}, 'taken'],
  ['nothing new, as an LRS says it', 204, (): unknown => undefined, VERSION, 'taken'],
  ['204 from something that is no LRS', 204, (): unknown => undefined, {}, 'shut'],
  ['other ids', 200, () => ['x'], VERSION, 'shut'],
  ['an object', 200, () => ({ ok: true }), VERSION, 'shut'],
  ['a redirect', 307, () => ({}), { location: 'https://elsewhere.example/' }, 'shut'],
  ['a conflict', 409, () => ({}), VERSION, 'refused'],
  ['an address that takes no POST', 405, () => ({}), {}, 'shut'],
  ['too large', 413, () => ({}), VERSION, 'refused'],
  ['time out of its own', 408, () => ({}), VERSION, 'later'],
] as const)('%s: %i', async (_what, status, body, headers, expected) => {
  reply = json(status, body(), headers);
  expect((await send()).status).toBe(expected);
  expect(seen).toHaveLength(1); // a redirect is not followed: the key would go along
});

test('Retry-After is kept to, up to an hour; nobody there is said by a code, never by an address', async () => {
  reply = json(503, {}, { 'retry-after': '7' });
  expect(await send()).toEqual({ status: 'later', failure: '503', retryAfterMs: 7_000 });
  reply = json(429, {}, { 'retry-after': '999999' });
  expect(await send()).toMatchObject({ retryAfterMs: 3_600_000 });
  expect(await send('http://127.0.0.1:1/')).toEqual({
    status: 'later',
    failure: expect.stringMatching(/^[\w]+$/),
  });
});

test('an LRS that takes the request and never answers is not waited for for ever', async () => {
  reply = () => {};
  const lrs = createHttpLrs({ endpoint: at(), auth: 'key:secret' }, 50);
  expect(await lrs.send([], new AbortController().signal)).toEqual({ status: 'later', failure: 'timeout' });
  server.closeAllConnections();
});

test('a server that ends does not wait for an LRS that never answers', async () => {
  const ending = new AbortController();
  reply = () => ending.abort();
  expect(await send(at(), ending.signal)).toEqual({ status: 'later', failure: 'aborted' });
  server.closeAllConnections();
});
