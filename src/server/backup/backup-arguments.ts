import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError } from './backup-error.ts';
import { deletionsBeside } from './carry-deletions.ts';

export interface BackupFiles {
  /** Absolute path of the data's copy. */
  data: string;
  /** Absolute path of the signing keys' copy. */
  keys: string;
  /** Absolute path of the list of who was deleted. */
  deletions: string;
}

/**
 * Where a backup goes.
 * @param args       `--to <file or folder>`, `--force`.
 * @param dataDir    its `backups` folder is used when nothing is named.
 * @param at         epoch ms, UTC; part of the name in a folder.
 * @param extension  `.db` or `.dump`.
 * @throws {BackupError} on an argument that is not known.
 */
export function readBackupArguments(
  args: readonly string[],
  { dataDir, at, extension }: { dataDir: string; at: number; extension: string },
): BackupFiles & { force: boolean } {
  const { to = join(dataDir, 'backups'), force } = parsed(args, BACKUP_USAGE, {
    to: { type: 'string' },
    force: { type: 'boolean', default: false },
  });
  const place = resolve(to);
  const isFolder =
    place === resolve(dataDir, 'backups') || (existsSync(place) && statSync(place).isDirectory());
  const data = isFolder ? join(place, `sanxiu-${stampOf(at)}${extension}`) : place;
  return { data, keys: keysBeside(data), deletions: deletionsBeside(data), force };
}

/**
 * What is to be restored.
 * @param args the data's file, and `--keys <file>` when the keys lie elsewhere than beside it.
 * @returns `keys` undefined when none were named and none lie beside the data.
 * @throws {BackupError} when no file is named, or an argument is not known.
 */
export function readRestoreArguments(args: readonly string[]): { data: string; keys: string | undefined } {
  const { keys, _: files } = parsed(args, RESTORE_USAGE, { keys: { type: 'string' } });
  const [file, ...more] = files;
  if (!file || more.length)
    throw new BackupError(
      `要恢复哪一个备份？请写一个文件。用法：${RESTORE_USAGE}`,
      `Which backup is to be restored? Name one file. Usage: ${RESTORE_USAGE}`,
    );
  const data = resolve(file);
  if (keys !== undefined) return { data, keys: resolve(keys) };
  const beside = keysBeside(data);
  return { data, keys: existsSync(beside) ? beside : undefined };
}

const BACKUP_USAGE = 'npm run backup -- [--to <file or folder>] [--force], or -- --made-elsewhere alone';
const RESTORE_USAGE = 'npm run restore -- <file> [--keys <file>]';

/** `/backups/monday.db` → `/backups/monday.keys.json`. */
const keysBeside = (data: string): string => `${data.replace(/\.(db|dump)$/, '')}.keys.json`;

/** To the second, sorted as time goes, fit for every file system. Example: `20261126T131502Z`. */
export const stampOf = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

type Options = Record<string, { type: 'string' | 'boolean'; default?: boolean }>;

function parsed<T extends Options>(args: readonly string[], usage: string, options: T) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: usage === RESTORE_USAGE,
    });
    return { ...values, _: positionals } as {
      [name in keyof T]: T[name]['type'] extends 'string' ? string | undefined : boolean;
    } & {
      _: string[];
    };
  } catch (error) {
    throw new BackupError(
      `命令行写错了（${(error as Error).message}）。用法：${usage}`,
      `The command line is wrong (${(error as Error).message}). Usage: ${usage}`,
    );
  }
}
