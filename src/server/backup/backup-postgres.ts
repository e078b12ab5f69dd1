import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonOf } from '#server/port/reason.ts';
import { writeNew } from '../store/durable-file.ts';
import type { BackupFiles } from './backup-arguments.ts';
import { BackupError } from './backup-error.ts';
import { readKeys } from './backup-keys.ts';
import { carriedDeletions } from './carry-deletions.ts';
import { postgresDeletions } from './former-deletions.ts';
import { asideNameOf, placeFile, taken } from './place-file.ts';
import { runProgram, withoutPassword } from './postgres-programs.ts';

/**
 * Write a PostgreSQL database with its own `pg_dump`, and the signing keys and the list of who was deleted, as three files.
 * Servers may run: the dump is of one moment.
 * @param at epoch ms when this began.
 * @throws {BackupError} with the command to type where `pg_dump` is not installed, else with what it said.
 */
export async function backupPostgres(
  plan: { databaseUrl: string; dataDir: string },
  { data, keys, deletions, force }: BackupFiles & { force: boolean },
  at: number,
): Promise<void> {
  const keyText = readKeys(plan.dataDir);
  if (!force) for (const file of [data, keys, deletions]) if (existsSync(file)) throw taken(file);
  const asideData = asideNameOf(data);
  const [asideKeys, asideDeletions] = [asideNameOf(keys), asideNameOf(deletions)];
  try {
    mkdirSync(dirname(data), { recursive: true, mode: 0o700 });
    closeSync(openSync(asideData, 'wx', 0o600));
    await dumpPostgres(plan.databaseUrl, asideData, data);
    const found = await postgresDeletions(plan.databaseUrl);
    writeNew(asideDeletions, carriedDeletions(plan.dataDir, found, at));
    writeNew(asideKeys, keyText);
    placeFile(asideDeletions, deletions, force);
    placeFile(asideKeys, keys, force);
    placeFile(asideData, data, force);
  } catch (error) {
    throw error instanceof BackupError ? error : failed('pg_dump', reasonOf(error));
  } finally {
    for (const file of [asideData, asideKeys, asideDeletions]) rmSync(file, { force: true });
  }
}

/**
 * Write the database into a file that is there already.
 * @param name what the file will be called, for messages.
 * @throws {BackupError} when `pg_dump` is not installed or fails.
 */
export async function dumpPostgres(databaseUrl: string, file: string, name: string): Promise<void> {
  const dumped = await runProgram('pg_dump', [...DUMP, `--file=${file}`], databaseUrl);
  if (!dumped) throw notInstalled(name, databaseUrl);
  if (dumped.code !== 0) throw failed('pg_dump', dumped.err);
}

const DUMP = ['--format=custom', '--no-owner', '--no-privileges'];

const notInstalled = (file: string, url: string) => {
  const command = `pg_dump ${DUMP.join(' ')} --file='${file}' --dbname='${withoutPassword(url).bare}'`;
  return new BackupError(
    `这台机器上没有pg_dump，没有写成备份。请安装PostgreSQL的客户端程序（Debian：apt-get install postgresql-client），或者在有它的机器上运行下面的命令，并把DATA_DIR里的secrets.json另外复制一份：\n${command}`,
    `pg_dump is not installed here, so nothing was written. Install PostgreSQL's client programs (Debian: apt-get install postgresql-client), or run the command above where they are, and copy secrets.json from DATA_DIR as well.`,
  );
};

const failed = (program: string, said: string) =>
  new BackupError(
    `没有写成备份，${program}说：${said}`,
    `No backup was written. What ${program} said stands above; its version must not be older than the server's.`,
  );
