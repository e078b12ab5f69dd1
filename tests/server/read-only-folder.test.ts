/** Fault 3, as an account without rights: root may write everywhere and would prove nothing. */
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecrets } from '#server/auth/secrets.ts';
import { runBackup, runRestore } from '#server/backup/commands.ts';
import { StartError } from '#server/port/store-error.ts';
import { openStore } from '#server/store/open-store.ts';
import { accountToRunAs } from '../contract/postgres.ts';
import { AT, contentsOf, filled, idsIn, temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
const { uid, gid } = accountToRunAs();
let outer = '';
let dataDir = '';
beforeEach(async () => {
  outer = folder();
  dataDir = join(outer, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  await filled(dataDir, 'a');
});
afterEach(clear);

/** Run something as that account; back to ours whatever happens. */
async function unprivileged<T>(work: () => T | Promise<T>): Promise<T> {
  if (uid === undefined) return work();
  process.setegid?.(gid ?? uid);
  process.seteuid?.(uid);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}
function belongsTo(path: string, mode: number): void {
  if (uid !== undefined) chownSync(path, uid, gid ?? uid);
  chmodSync(path, mode);
}

test('a folder in which nothing can be made ends the start with the place and the remedy', async () => {
  belongsTo(outer, 0o555);
  await unprivileged(async () => {
    const refused = openStore({ dataDir: join(outer, 'new') });
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(/建不了数据文件夹.*new（EACCES）[\s\S]*DATA_DIR/);
  });
  chmodSync(outer, 0o700);
});

test('data that may be read but not written end the start with a sentence and are left as they are', async () => {
  for (const name of ['sanxiu.db', 'lock.db', 'secrets.json']) belongsTo(join(dataDir, name), 0o444);
  belongsTo(dataDir, 0o555);
  belongsTo(outer, 0o755);
  const before = contentsOf(dataDir);
  await unprivileged(async () => {
    const refused = openStore({ dataDir });
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(/写不进去[\s\S]*cannot be written to[\s\S]*rights/);
  });
  chmodSync(dataDir, 0o700);
  expect(contentsOf(dataDir)).toEqual(before);
});

test('keys that cannot be read are named, not made anew: everybody would be signed out', async () => {
  chmodSync(join(dataDir, 'secrets.json'), 0o000);
  belongsTo(dataDir, 0o755);
  belongsTo(outer, 0o755);
  if (uid !== undefined) chownSync(join(dataDir, 'secrets.json'), 0, 0);
  await unprivileged(() => expect(() => openSecrets(dataDir)).toThrow(/读不了密钥文件.*EACCES/));
  expect(statSync(join(dataDir, 'secrets.json')).size).toBeGreaterThan(50);
});

test('a place for backups that takes none is named with the reason, and so is a folder that cannot be restored to', async () => {
  const to = folder();
  await runBackup(['--to', join(to, 'b.db')], { dataDir, at: AT });
  const shut = folder();
  belongsTo(shut, 0o555);
  for (const path of [outer, dataDir]) belongsTo(path, 0o755);
  for (const name of ['sanxiu.db', 'lock.db', 'secrets.json']) belongsTo(join(dataDir, name), 0o600);
  for (const name of ['b.db', 'b.keys.json']) belongsTo(join(to, name), 0o600);
  belongsTo(to, 0o755);
  await unprivileged(async () => {
    await expect(runBackup(['--to', join(shut, 'b.db')], { dataDir, at: AT })).rejects.toThrow(
      /没有写成备份.*（EACCES）[\s\S]*--to/,
    );
    await expect(runRestore([join(to, 'b.db')], { dataDir: join(shut, 'data'), at: AT })).rejects.toThrow(
      /建不了数据文件夹.*（EACCES）/,
    );
  });
  chmodSync(shut, 0o700);
  expect(idsIn(join(dataDir, 'sanxiu.db'))).toEqual(['a']);
});
