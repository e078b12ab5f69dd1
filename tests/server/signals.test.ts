import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { ask } from './fixture-site.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts the process and returns its port; `line()` waits for its next line. */
async function start() {
  const child = spawn(process.execPath, ['tests/server/slow-process.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, line, ended, port: Number(await line()) };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s during a deploy: the running answer arrives, the exit is clean',
  async (signal) => {
    const { child, line, ended, port } = await start();
    const slow = ask(port, '/slow?ms=300');
    await line();
    child.kill(signal);
    expect((await slow).text).toBe('whole answer');
    expect(await ended).toBe(0);
  },
);

test('one Ctrl-C under npm arrives as several signals and still ends cleanly', async () => {
  const { child, line, ended, port } = await start();
  const slow = ask(port, '/slow?ms=300');
  await line();
  child.kill('SIGINT');
  child.kill('SIGTERM');
  child.kill('SIGINT');
  expect((await slow).text).toBe('whole answer');
  expect(await ended).toBe(0);
});

test('an operator who asks twice is obeyed at once', async () => {
  const { child, line, ended, port } = await start();
  const slow = ask(port, '/slow?ms=60000').catch(() => 'cut');
  await line();
  child.kill('SIGTERM');
  // Long enough to be a second wish, not the same one handed on.
  await new Promise((resolve) => setTimeout(resolve, 700));
  child.kill('SIGTERM');
  expect(await ended).toBe(1);
  expect(await slow).toBe('cut');
});

test('the product refuses wrong settings before it does anything, all of them at once', async () => {
  const child = spawn(process.execPath, ['src/app.ts', '--lann'], {
    cwd: root,
    env: { ...process.env, PORT: 'x', ORIGIN: 'y', HOST: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  for (const name of ['argument "--lann"', 'PORT "x"', 'ORIGIN "y"']) expect(said).toContain(name);
});
