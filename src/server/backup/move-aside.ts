import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { syncPath } from '../store/durable-file.ts';
import { stampOf } from './backup-arguments.ts';

/**
 * Move files of a data folder into a new folder in it, `before-restore-<time>`.
 * @param at epoch ms, UTC.
 * @returns that folder; undefined when none of the files was there.
 */
export function moveAside(dataDir: string, at: number, names: readonly string[]): string | undefined {
  const there = names.filter((name) => existsSync(join(dataDir, name)));
  if (there.length === 0) return undefined;
  const folder = freeFolder(join(dataDir, `before-restore-${stampOf(at)}`));
  for (const name of there) renameSync(join(dataDir, name), join(folder, name));
  syncPath(folder);
  return folder;
}

function freeFolder(wanted: string, count = 1): string {
  const folder = count === 1 ? wanted : `${wanted}-${count}`;
  if (existsSync(folder)) return freeFolder(wanted, count + 1);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}
