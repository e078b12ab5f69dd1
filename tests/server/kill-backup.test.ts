import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { randomFrom } from '#core/model/random.ts';
import { checkCopy } from '#server/backup/check-copy.ts';
import { runBackup } from '#server/backup/commands.ts';
import { AT, filled, idsIn, running, temporaryFolders } from './data-folders.ts';

/** Fault 24. A failing run is repeated with SEED=<the one printed>; ROUNDS=50 is the full count. */
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const root = fileURLToPath(new URL('../..', import.meta.url));
const { folder, clear } = temporaryFolders();
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  clear();
});

/** Run a piece of our code in a process of its own; it says a line when it is ready. */
async function ownProcess(code: string): Promise<{ child: ChildProcess; gone: Promise<unknown> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const gone = once(child, 'exit');
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  return { child, gone };
}

test('kill -9 at any moment of making backups: what has a backup’s name is a whole one, with its keys', async () => {
  const seed = process.env.SEED ?? `backup ${Date.now()}`;
  console.log(`kill -9 of backups, ${ROUNDS} rounds, SEED="${seed}"`);
  const random = randomFrom(seed);
  const ids = Array.from({ length: 900 }, (_, index) => `f${index}`);
  const dataDir = await filled(folder(), ...ids);
  let made = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const to = folder();
    const { child, gone } = await ownProcess(`import { runBackup } from '#server/backup/commands.ts';
      process.stdout.write('ready');
      for (let index = 0; ; index += 1)
        await runBackup(['--to', ${JSON.stringify(to)} + '/' + index + '.db'], { dataDir: ${JSON.stringify(dataDir)}, at: 0 });`);
    while (!existsSync(join(to, '0.db'))) await pause(2);
    await pause(random() * 60);
    child.kill('SIGKILL');
    await gone;
    for (const name of readdirSync(to).filter((one) => one.endsWith('.db'))) {
      expect(checkCopy(join(to, name), name), `seed ${seed}`).toEqual({ facts: 900, learners: 1 });
      for (const beside of ['.keys.json', '.deletions.jsonl'])
        expect(existsSync(join(to, name.replace('.db', beside))), `seed ${seed}`).toBe(true);
      made += 1;
    }
  }
  expect(made).toBeGreaterThanOrEqual(ROUNDS);
  // And the data themselves are as they were.
  expect(idsIn(join(dataDir, 'sanxiu.db'))).toHaveLength(900);
}, 600_000);

test('a server killed in the middle of a copy leaves a sentence and no file; its socket is in nobody’s way', async () => {
  const dataDir = await filled(folder(), 'a');
  const to = folder();
  const { gone } = await ownProcess(`import { listenForBackups } from '#server/backup/backup-socket.ts';
    await listenForBackups(${JSON.stringify(dataDir)}, () => process.kill(process.pid, 'SIGKILL'));
    process.stdout.write('ready');`);
  const make = () => runBackup(['--to', join(to, 'b.db')], { dataDir, at: AT });
  await expect(make()).rejects.toThrow(/在备份中途停了[\s\S]*ended in the middle of it[\s\S]*Run it again/);
  expect(readdirSync(to)).toEqual([]);
  expect(existsSync(join(dataDir, 'backup.sock'))).toBe(true);
  await gone;
  // Nobody listens on it any more: the file is read alone.
  expect((await make())[0]).toContain('没有服务器在运行');
  const server = await running(dataDir);
  expect((await runBackup(['--force', '--to', join(to, 'b.db')], { dataDir, at: AT }))[0]).toContain(
    '由运行中的服务器复制',
  );
  await server.stop();
}, 60_000);

test('who breaks a backup off (Ctrl-C) does not leave a copy that the server made for them', async () => {
  const dataDir = await filled(folder(), 'a');
  const to = folder();
  const server = await running(dataDir);
  const { child, gone } = await ownProcess(`import { connect } from 'node:net';
    connect(${JSON.stringify(join(dataDir, 'backup.sock'))}, function () {
      this.write(JSON.stringify({ copyTo: ${JSON.stringify(join(to, 'b.db.partial'))} }) + '\\n', () => process.exit());
      process.stdout.write('ready');
    });`);
  await gone;
  expect(child.exitCode).toBe(0);
  expect((await server.save('b')).status).toBe('appended');
  await vi.waitFor(() => expect(readdirSync(to)).toEqual([]), 10_000);
  await server.stop();
}, 30_000);
