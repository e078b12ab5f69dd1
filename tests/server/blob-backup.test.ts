import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { runBackup, runRestore } from '#server/backup/commands.ts';
import { pictureBytes, pictureId } from '../contract/pictures.ts';
import { AT, RECEIVED_AT, running, temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
afterEach(clear);
const ROOMY = { bytes: 10_000_000, count: 100 };

test('a backup of the running server holds the pictures, and a clean machine has them again', async () => {
  const dataDir = folder();
  const server = await running(dataDir);
  const [jpeg, png] = [pictureBytes(1, 200_000), pictureBytes(2, 150_000, 'png')];
  const put = (n: number, type: 'image/jpeg' | 'image/png', bytes: Uint8Array) =>
    server.blobs.put(server.session, pictureId(n), { type, bytes }, RECEIVED_AT, ROOMY);
  await put(1, 'image/jpeg', jpeg);
  await put(2, 'image/png', png);
  const to = join(folder(), 'b.db');
  await runBackup(['--to', to], { dataDir, at: AT });
  await server.stop();
  const clean = folder();
  await runRestore([to], { dataDir: clean, at: AT });
  const again = await running(clean);
  for (const [n, type, bytes] of [
    [1, 'image/jpeg', jpeg],
    [2, 'image/png', png],
  ] as const) {
    const found = await again.blobs.get(again.session, pictureId(n));
    expect(found).toMatchObject({ type });
    expect(typeof found === 'object' && Buffer.compare(found.bytes, bytes)).toBe(0);
  }
  await again.stop();
});
