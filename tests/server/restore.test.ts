import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createIdentity } from '#server/auth/identity.ts';
import { openSecrets } from '#server/auth/secrets.ts';
import { BackupError } from '#server/backup/backup-error.ts';
import { runBackup, runRestore } from '#server/backup/commands.ts';
import { AT, contentsOf, filled, idsIn, RECEIVED_AT, running, temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
afterEach(clear);

/** A backup of a server that had `a` and `b`, and its learner's cookie. */
let origin = '';
let to = '';
let backup = '';
beforeEach(async () => {
  origin = await filled(folder(), 'a', 'b');
  to = folder();
  backup = join(to, 'monday.db');
  await runBackup(['--to', backup], { dataDir: origin, at: AT });
});
const identityOf = (dataDir: string) =>
  createIdentity({ keys: openSecrets(dataDir).sessionKeys, secure: false });
const cookieOf = (dataDir: string) =>
  identityOf(dataDir).issue({ learnerId: 'l', generation: 1 }, RECEIVED_AT).split(';')[0];
const restore = (dataDir: string, ...args: string[]) => runRestore(args, { dataDir, at: AT });

test('on a clean machine data and keys are back: whoever was signed in still is, and goes on', async () => {
  const dataDir = join(folder(), 'new/data');
  const said = await restore(dataDir, backup);
  expect(said.join('\n')).toMatch(/1位学员，2条记录[\s\S]*1 learners, 2 facts[\s\S]*sessions stay valid/);
  const files = ['sanxiu.db', 'secrets.json'].map((name) => statSync(join(dataDir, name)).mode & 0o777);
  expect([files, statSync(dataDir).mode & 0o777]).toEqual([[0o600, 0o600], 0o700]);
  const session = identityOf(dataDir).currentLearner({ cookie: cookieOf(origin) }, RECEIVED_AT);
  expect(session).toMatchObject({ learnerId: 'l' });
  const server = await running(dataDir);
  expect(await server.save('a', 'c')).toMatchObject({ stored: 1, known: 1, conflicts: [] });
  await server.stop();
  // The backup itself is as it was.
  expect(idsIn(backup)).toEqual(['a', 'b']);
});

test('without the keys the data are restored, and the operator reads what falls', async () => {
  const dataDir = folder();
  const alone = join(folder(), 'alone.db');
  copyFileSync(backup, alone);
  const said = (await restore(dataDir, alone)).join('\n');
  expect(said).toMatch(/没有密钥（alone\.keys\.json不在）[\s\S]*所有登录都失效[\s\S]*--keys <文件>/);
  expect(said).toMatch(/no alone\.keys\.json[\s\S]*every session ends[\s\S]*no longer reach them/);
  expect(idsIn(join(dataDir, 'sanxiu.db'))).toEqual(['a', 'b']);
  // That is true: the old cookie is nobody's.
  expect(identityOf(dataDir).currentLearner({ cookie: cookieOf(origin) }, RECEIVED_AT)).toBeUndefined();
  // And so is the way back.
  const keys = join(to, 'monday.keys.json');
  expect((await restore(dataDir, alone, '--keys', keys)).join()).toContain('sessions stay valid');
  expect(identityOf(dataDir).currentLearner({ cookie: cookieOf(origin) }, RECEIVED_AT)).toBeDefined();
});

test('a folder’s own keys stay when the backup comes without', async () => {
  const alone = join(folder(), 'alone.db');
  copyFileSync(backup, alone);
  const before = readFileSync(join(origin, 'secrets.json'), 'utf8');
  expect((await restore(origin, alone)).join()).toMatch(/原有的密钥继续用[\s\S]*own stay in use/);
  expect(readFileSync(join(origin, 'secrets.json'), 'utf8')).toBe(before);
});

test('what was there is moved aside with its log, not deleted, and does not come back into the restored data', async () => {
  const dataDir = await filled(folder(), 'old');
  const handle = new DatabaseSync(join(dataDir, 'sanxiu.db'));
  handle.exec("update learner set nickname = 'only in the log'");
  const log = readFileSync(join(dataDir, 'sanxiu.db-wal'));
  const shm = readFileSync(join(dataDir, 'sanxiu.db-shm'));
  handle.close();
  // As kill -9 leaves it.
  writeFileSync(join(dataDir, 'sanxiu.db-wal'), log);
  writeFileSync(join(dataDir, 'sanxiu.db-shm'), shm);
  const oldKeys = readFileSync(join(dataDir, 'secrets.json'), 'utf8');
  const moved = join(dataDir, 'before-restore-20261126T131502Z');
  expect((await restore(dataDir, backup)).join('\n')).toContain(moved);
  expect(readdirSync(moved).sort()).toEqual(['sanxiu.db', 'sanxiu.db-shm', 'sanxiu.db-wal', 'secrets.json']);
  expect(readFileSync(join(moved, 'secrets.json'), 'utf8')).toBe(oldKeys);
  expect(readFileSync(join(moved, 'sanxiu.db-wal'))).toEqual(log);
  expect(readdirSync(dataDir).sort()).toEqual([
    'before-restore-20261126T131502Z',
    'lock.db',
    'sanxiu.db',
    'secrets.json',
  ]);
  expect(idsIn(join(dataDir, 'sanxiu.db'))).toEqual(['a', 'b']);
  // Twice in one second: the first old data are still there.
  await restore(dataDir, backup);
  expect(idsIn(join(`${moved}-2`, 'sanxiu.db'))).toEqual(['a', 'b']);
  expect(existsSync(join(moved, 'sanxiu.db'))).toBe(true);
});

test('while a server runs nothing is restored and nothing changes', async () => {
  const server = await running(origin);
  await server.save('c');
  await expect(restore(origin, backup)).rejects.toThrow(BackupError);
  await expect(restore(origin, backup)).rejects.toThrow(
    /正有服务器在用，没有恢复[\s\S]*A server is running on the data folder[\s\S]*Stop the server/,
  );
  expect(await server.save('d')).toMatchObject({ stored: 1 });
  await server.stop();
  expect(readdirSync(origin).filter((name) => name.startsWith('before-restore'))).toEqual([]);
  expect(idsIn(join(origin, 'sanxiu.db'))).toEqual(['a', 'b', 'c', 'd']);
});

/** Things that are no backup: how each is made in a folder, and what is said of it. */
const WRONG: [string, (place: string) => string, RegExp][] = [
  ['a file that is not there', (place) => join(place, 'absent.db'), /读不到备份.*absent\.db（ENOENT）/],
  ['a folder', (place) => place, /是文件夹，不是备份[\s\S]*Name a \.db file/],
  [
    'the keys',
    () => join(to, 'monday.keys.json'),
    /monday\.keys\.json不是三修的数据备份[\s\S]*npm run backup/,
  ],
  ['an empty file', (place) => written(place, Buffer.alloc(0)), /wrong\.db不是三修的数据备份/],
  ['half a backup', (place) => written(place, readFileSync(backup).subarray(0, 20_000)), /wrong\.db已损坏/],
  ['another program’s database', (place) => database(place, 'create table a (b)'), /wrong\.db不是三修/],
  [
    'a backup of a newer release',
    (place) =>
      changed(
        place,
        "insert into kysely_migration values ('0099-from-the-future', '2027-01-01T00:00:00.000Z')",
      ),
    /wrong\.db是更新的版本写的（0099-from-the-future）[\s\S]*with that release/,
  ],
  [
    'an index that has not what its table has',
    (place) =>
      changed(
        place,
        `pragma writable_schema = on; update sqlite_schema set sql = replace(sql, '("learner_id", "seq")', '("seq", "learner_id")') where name = 'fact_by_seq'`,
      ),
    /wrong\.db已损坏（.*index fact_by_seq/,
  ],
  [
    'facts of nobody',
    (place) => changed(place, 'pragma foreign_keys = off; delete from learner'),
    /wrong\.db已损坏（foreign_key_check）/,
  ],
];
function written(place: string, bytes: Buffer): string {
  writeFileSync(join(place, 'wrong.db'), bytes);
  return join(place, 'wrong.db');
}
function database(place: string, sql: string): string {
  const handle = new DatabaseSync(join(place, 'wrong.db'), { defensive: false });
  handle.exec(sql);
  handle.close();
  return join(place, 'wrong.db');
}
function changed(place: string, sql: string): string {
  copyFileSync(backup, join(place, 'wrong.db'));
  return database(place, sql);
}

test.each(WRONG)(
  '%s is refused with its name and the way out; the data stay as they are',
  async (_, make, said) => {
    const file = make(folder());
    const before = contentsOf(origin);
    await expect(restore(origin, file)).rejects.toThrow(BackupError);
    await expect(restore(origin, file)).rejects.toThrow(said);
    const { [join(origin, 'lock.db')]: _lock, ...after } = contentsOf(origin);
    const { [join(origin, 'lock.db')]: _before, ...expected } = before;
    expect(after).toEqual(expected);
  },
);

test('keys that are none are refused before anything is moved', async () => {
  const wrong = join(folder(), 'k.json');
  writeFileSync(wrong, '{"sessionKeys":["short"]}');
  await expect(restore(origin, backup, '--keys', wrong)).rejects.toThrow(/k\.json不是完整的密钥文件/);
  await expect(restore(origin, backup, '--keys', join(to, 'absent'))).rejects.toThrow(/absent（ENOENT）/);
  expect(readdirSync(origin).filter((name) => name.startsWith('before-restore'))).toEqual([]);
});

test.each([[[]], [['a', 'b']], [['--force', 'a']]])('restore %j says how it is called', async (args) => {
  await expect(restore(folder(), ...args)).rejects.toThrow('npm run restore -- <file> [--keys <file>]');
});

test('a data folder that takes no writes is named', async () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  mkdirSync(join(to, 'x'));
  await expect(restore(join(file, 'data'), backup)).rejects.toThrow(/ENOTDIR[\s\S]*DATA_DIR/);
});
