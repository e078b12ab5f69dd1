import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readyLines } from '#server/http/run.ts';
import { ListenError, type Serving, serve } from '#server/http/serve.ts';
import { ask } from './fixture-site.ts';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});
const kept = (serving: Serving) => {
  ending.push(() => serving.drain(100));
  return serving;
};
const plan = { host: '127.0.0.1', port: 0, lan: false };

/** A server whose `/slow` answers when told; `started` resolves once such a request is running. */
async function slowSite() {
  let release = () => {};
  let begin = () => {};
  const started = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const serving = await serve({
    ...plan,
    listener: () => (req, res) => {
      if (req.url !== '/slow') return void res.end('quick');
      release = () => res.end('whole answer');
      begin();
    },
  });
  return { serving, started, release: () => release() };
}

describe('ending', () => {
  test('a learner whose request is running when the server is stopped gets the whole answer', async () => {
    const { serving, started, release } = await slowSite();
    const slow = ask(serving.port, '/slow');
    await started;
    const drained = serving.drain();
    await expect(ask(serving.port, '/')).rejects.toThrow('ECONNREFUSED');
    release();
    expect((await slow).text).toBe('whole answer');
    await drained;
  });

  test('an idle connection kept open by a browser does not keep the server from ending', async () => {
    const { serving, started, release } = await slowSite();
    const agent = new Agent({ keepAlive: true });
    const waiting = request({ host: '127.0.0.1', port: serving.port, path: '/slow', agent }).end();
    await started;
    const drained = serving.drain(60_000); // far beyond the test's own limit: only closing the idle one helps
    release();
    const [response] = await once(waiting, 'response');
    response.resume();
    await drained;
    agent.destroy();
  });

  test('who never finishes is cut after the grace time', async () => {
    const { serving, started } = await slowSite();
    const cut = expect(ask(serving.port, '/slow')).rejects.toThrow();
    await started;
    await serving.drain(20);
    await cut;
  });
});

describe('listening', () => {
  test('a taken port is named, with the way out', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    ending.push(() => blocker.close());
    const { port } = blocker.address() as { port: number };
    const failed = serve({ ...plan, port, listener: () => () => {} });
    await expect(failed).rejects.toThrow(ListenError);
    await expect(failed).rejects.toThrow(`Port ${port} is in use`);
    await expect(failed).rejects.toThrow('PORT=4321 npm start');
  });

  test('another program on [::1] is noticed: the browser would show its pages for localhost', async (context) => {
    const blocker = createServer().listen(0, '::1');
    const there = await Promise.race([once(blocker, 'listening'), once(blocker, 'error').then(() => false)]);
    if (!there) return context.skip('this machine has no IPv6');
    ending.push(() => blocker.close());
    const { port } = blocker.address() as { port: number };
    const failed = serve({ ...plan, host: 'localhost', port, listener: () => () => {} });
    await expect(failed).rejects.toThrow(`Port ${port} is in use (::1)`);
    // The half that did listen is free again.
    const socket = connect(port, '127.0.0.1');
    await expect(once(socket, 'connect')).rejects.toThrow('ECONNREFUSED');
  });

  test('localhost answers on IPv4 and, where there is one, on IPv6, with one port', async () => {
    const listener = vi.fn(
      () => (_req: unknown, res: { end(text: string): unknown }) => void res.end('here'),
    );
    const serving = kept(await serve({ ...plan, host: 'localhost', listener }));
    expect(serving.addresses[0]).toBe('127.0.0.1');
    expect(listener).toHaveBeenCalledExactlyOnceWith(serving.port);
    for (const address of serving.addresses) {
      const host = address.includes(':') ? `[${address}]` : address;
      expect(await (await fetch(`http://${host}:${serving.port}/`)).text()).toBe('here');
    }
  });

  test('with --lan the server listens on every address', async () => {
    const serving = kept(await serve({ ...plan, lan: true, listener: () => (_req, res) => void res.end() }));
    expect(['::', '0.0.0.0']).toContain(serving.addresses[0]);
    expect((await ask(serving.port, '/')).status).toBe(200);
  });
});

test('the operator reads the address and where learners’ records are', () => {
  const serving = { port: 4321, addresses: ['127.0.0.1'], drain: async () => {} };
  const settings = {
    port: 4321,
    host: 'localhost',
    lan: false,
    testHosts: [],
    dataDir: '/srv/data',
    migrateOnly: false,
  };
  const text = readyLines(serving, settings).join('\n');
  expect(text).toContain('http://localhost:4321/');
  expect(text).toContain('sends a copy to this server, kept in: /srv/data');
  // The address of a database holds its password: it is not for a terminal that others see.
  const scaled = readyLines(serving, { ...settings, databaseUrl: 'postgres://a:secret@db/x' }).join('\n');
  expect(scaled).toContain('kept in: PostgreSQL');
  expect(scaled).not.toContain('secret');
});
