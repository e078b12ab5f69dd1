import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { BackupError } from '#server/backup/backup-error.ts';
import { listenForBackups } from '#server/backup/backup-socket.ts';
import { runBackup, runRestore } from '#server/backup/commands.ts';
import { copySqlite } from '#server/store/sqlite-copy.ts';
import { AT, filled, idsIn, running, temporaryFolders } from './data-folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { folder, clear } = temporaryFolders();
afterEach(clear);
const modeOf = (file: string) => statSync(file).mode & 0o777;

test('a backup made while four devices save as fast as they can is a moment of the record, and restores to it', async () => {
  const dataDir = folder();
  const busy = await running(dataDir);
  let isOver = false;
  const acknowledged = new Set<string>();
  const write = async (device: number) => {
    for (let batch = 0; !isOver; batch += 1) {
      const ids = [0, 1, 2].map((index) => `${device}-${batch}/${index}`);
      await busy.save(...ids);
      for (const id of ids) acknowledged.add(id);
    }
  };
  const writers = [0, 1, 2, 3].map(write);
  while (acknowledged.size < 300) await pause(5);
  const before = new Set(acknowledged);
  const to = join(folder(), 'b.db');
  const said = await runBackup(['--to', to], { dataDir, at: AT });
  isOver = true;
  await Promise.all(writers);
  await busy.stop();
  expect(said[0]).toContain('由运行中的服务器复制');

  const clean = folder();
  await runRestore([to], { dataDir: clean, at: AT });
  const restored = idsIn(join(clean, 'sanxiu.db'));
  const all = idsIn(join(dataDir, 'sanxiu.db'));
  expect([...before].filter((id) => !restored.includes(id))).toEqual([]);
  // In the order of their numbers: nothing in the middle is missing, and no batch is there in part.
  expect(restored).toEqual(all.slice(0, restored.length));
  expect(restored.length % 3).toBe(0);
  expect(new Set(restored).size).toBe(restored.length);
  const again = await running(clean);
  expect(await again.save('after')).toMatchObject({ stored: 1, seq: restored.length + 1 });
  await again.stop();
}, 60_000);

test('no copy fails because somebody saves at that moment', async () => {
  const dataDir = folder();
  const busy = await running(dataDir);
  let isOver = false;
  const write = async (device: number) => {
    for (let batch = 0; !isOver; batch += 1) await busy.save(`${device}-${batch}`);
  };
  const writers = [0, 1, 2, 3].map(write);
  const to = folder();
  for (let copy = 0; copy < 100; copy += 1) {
    const file = join(to, `copy-${copy}.db`);
    const { factsBefore, factsAfter } = (await busy.copyTo?.(file, () => true)) ?? {};
    expect([factsAfter, idsIn(file).length]).toEqual([factsBefore, factsBefore]);
  }
  isOver = true;
  await Promise.all(writers);
  await busy.stop();
}, 120_000);

test('data, keys and deletions are files for this account only, and the data hold no keys', async () => {
  const dataDir = await filled(folder(), 'a', 'b');
  const said = await runBackup([], { dataDir, at: AT });
  const data = join(dataDir, 'backups/sanxiu-20261126T131502Z.db');
  const keys = join(dataDir, 'backups/sanxiu-20261126T131502Z.keys.json');
  expect(readdirSync(join(dataDir, 'backups')).sort()).toEqual([
    'sanxiu-20261126T131502Z.db',
    'sanxiu-20261126T131502Z.deletions.jsonl',
    'sanxiu-20261126T131502Z.keys.json',
  ]);
  const deletions = join(dataDir, 'backups/sanxiu-20261126T131502Z.deletions.jsonl');
  expect([data, keys, deletions, join(dataDir, 'backups')].map(modeOf)).toEqual([0o600, 0o600, 0o600, 0o700]);
  expect(said.join('\n')).toMatch(
    /没有服务器在运行[\s\S]*1 learners, 2 facts[\s\S]*分开存放[\s\S]*Keep data and keys apart/,
  );
  const [key = ''] = JSON.parse(readFileSync(keys, 'utf8')).sessionKeys;
  expect(readFileSync(keys)).toEqual(readFileSync(join(dataDir, 'secrets.json')));
  expect(readFileSync(data).includes(key)).toBe(false);
  // One file, whole by itself: no log beside it that could be forgotten.
  const handle = new DatabaseSync(data);
  expect(handle.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'delete' });
  handle.close();
});

test('a server made the copy: it belongs to nobody else either', async () => {
  const dataDir = folder();
  const server = await running(dataDir);
  const data = join(folder(), 'b.db');
  await runBackup(['--to', data], { dataDir, at: AT });
  expect(modeOf(data)).toBe(0o600);
  await server.stop();
});

test.each(['monday.db', 'monday.keys.json', 'monday.deletions.jsonl'])(
  'a backup in the place of %s is not made without --force, and nothing changes',
  async (name) => {
    const dataDir = await filled(folder(), 'a');
    const to = folder();
    writeFileSync(join(to, name), 'last week');
    const refused = runBackup(['--to', join(to, 'monday.db')], { dataDir, at: AT });
    await expect(refused).rejects.toThrow(BackupError);
    await expect(refused).rejects.toThrow(new RegExp(`${name}已经在那里[\\s\\S]*--force`));
    expect([readdirSync(to), readFileSync(join(to, name), 'utf8')]).toEqual([[name], 'last week']);
    await runBackup(['--force', '--to', join(to, 'monday.db')], { dataDir, at: AT });
    expect(idsIn(join(to, 'monday.db'))).toEqual(['a']);
    expect(readdirSync(to).sort()).toEqual(['monday.db', 'monday.deletions.jsonl', 'monday.keys.json']);
  },
);

test('a folder that takes no files is named with the reason, by the server and alone', async () => {
  const dataDir = folder();
  const server = await running(dataDir);
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  const make = () => runBackup(['--to', join(file, 'b.db')], { dataDir, at: AT });
  await expect(make()).rejects.toThrow(/file\/?.*（(ENOTDIR|EEXIST)）[\s\S]*--to/);
  await server.stop();
  await expect(make()).rejects.toThrow(/file\/?.*（(ENOTDIR|EEXIST)）[\s\S]*--to/);
});

test.each([
  [['--too', 'x'], /--too[\s\S]*npm run backup -- \[--to/],
  [['x'], /x[\s\S]*npm run backup -- \[--to/],
])('%j is no way to ask for a backup, and the right one is shown', async (args, said) => {
  await expect(runBackup(args, { dataDir: folder(), at: AT })).rejects.toThrow(said);
});

test('a folder without data, or with damaged keys, gives no backup that looks like one', async () => {
  const empty = folder();
  await expect(runBackup([], { dataDir: empty, at: AT })).rejects.toThrow(/没有什么可备份[\s\S]*DATA_DIR/);
  expect(readdirSync(empty)).toEqual([]);
  const dataDir = await filled(folder(), 'a');
  writeFileSync(join(dataDir, 'secrets.json'), '{"sessionKeys":[]}');
  await expect(runBackup([], { dataDir, at: AT })).rejects.toThrow(/secrets\.json不是完整的密钥文件/);
  expect(existsSync(join(dataDir, 'backups'))).toBe(false);
});

test('a damaged database is not copied into a backup without a word', async () => {
  const dataDir = await filled(folder(), ...Array.from({ length: 400 }, (_, index) => `f${index}`));
  const file = join(dataDir, 'sanxiu.db');
  const bytes = readFileSync(file);
  bytes.fill(0x55, bytes.length - 8_192);
  writeFileSync(file, bytes);
  await expect(runBackup([], { dataDir, at: AT })).rejects.toThrow(/已损坏/);
  expect(readdirSync(join(dataDir, 'backups'))).toEqual([]);
});

test('the socket is this account’s alone, and gone when the server ends', async () => {
  const dataDir = folder();
  const server = await running(dataDir);
  expect(modeOf(join(dataDir, 'backup.sock'))).toBe(0o600);
  await server.stop();
  expect(readdirSync(dataDir)).not.toContain('backup.sock');
});

test('a server that ends during a copy ends it, is not held up, and leaves no file', async () => {
  const dataDir = await filled(folder(), 'a');
  const to = folder();
  let begun = () => {};
  const copying = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const socket = await listenForBackups(dataDir, async (_file, goesOn) => {
    begun();
    while (goesOn()) await pause(1);
    throw new Error('the copying was ended');
  });
  const refused = expect(runBackup(['--to', join(to, 'b.db')], { dataDir, at: AT })).rejects.toThrow(
    /没有写成备份[\s\S]*the copying was ended/,
  );
  await copying;
  await socket?.close();
  await refused;
  expect(readdirSync(to)).toEqual([]);
});

test('a copy that lacks facts is thrown away, not kept', async () => {
  const dataDir = await filled(folder(), 'a');
  const older = await filled(folder());
  const socket = await listenForBackups(dataDir, async (file, goesOn) => {
    const handle = new DatabaseSync(join(older, 'sanxiu.db'));
    await copySqlite(handle, file, goesOn);
    handle.close();
    return { factsBefore: 1, factsAfter: 1 };
  });
  const to = folder();
  await expect(runBackup(['--to', join(to, 'b.db')], { dataDir, at: AT })).rejects.toThrow(
    /有0条记录，应该在1到1之间/,
  );
  expect(readdirSync(to)).toEqual([]);
  await socket?.close();
});

test.each([
  [['--backup'], 0, /数据 data {2}.*sanxiu-\d{8}T\d{6}Z\.db/],
  [['--restore', 'absent.db'], 1, /读不到备份.*absent\.db（ENOENT）/],
])(
  'the product itself, called with %j, ends with code %i and says it without a stack',
  async (args, code, says) => {
    const dataDir = await filled(folder(), 'a');
    const child = spawn(process.execPath, ['src/app.ts', ...args], {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    expect((await once(child, 'close'))[0]).toBe(code);
    expect(said).toMatch(says);
    expect(said).not.toMatch(/^\s+at /m);
  },
  60_000,
);
