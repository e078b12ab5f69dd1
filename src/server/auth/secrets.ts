import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#server/port/store-error.ts';
import { syncPath, writeNew } from '#server/store/durable-file.ts';

/** What must never leave the server. Kept beside the database, not in it, so that a copy of one is useless without the other. */
export interface Secrets {
  /** 32 bytes each. The first signs sessions, all of them verify: put a new one in front to change it. */
  sessionKeys: readonly Buffer[];
  /**
   * What better-auth seals with: the state of a sign-in at the company while it is under way. Made from the first session
   * key, so that an older file needs no change and a backup of the keys has it; passwords do not depend on it.
   */
  authSecret: string;
}

export const SECRETS_FILE = 'secrets.json';

/**
 * Read the secrets of a data folder; make them at the first start, readable by this account only.
 * @param folder is there and can be written to.
 * @throws {StartError} when the file is there but no longer whole: new keys would sign everybody out, so that is not
 *         done unasked.
 */
export function openSecrets(folder: string): Secrets {
  const file = join(folder, SECRETS_FILE);
  const text = readIfThere(file) ?? create(folder, file);
  const secrets = parseSecrets(text);
  if (!secrets) throw notWhole(file);
  return secrets;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartError(
      `读不了密钥文件${file}（${(error as NodeJS.ErrnoException).code}）。请让运行本程序的账号能读它。\n` +
        `The secrets in ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Let this account read the file.`,
      { cause: error },
    );
  }
}

/** Written aside and linked into place: never half a file, and of two processes that start at once both get the same one. */
function create(folder: string, file: string): string {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const text = `${JSON.stringify({ sessionKeys: [randomBytes(32).toString('base64url')] }, null, 1)}\n`;
  writeNew(aside, text);
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
  syncPath(folder);
  return readFileSync(file, 'utf8');
}

/** @returns undefined when the text is no whole file of secrets. */
export function parseSecrets(text: string): Secrets | undefined {
  try {
    const { sessionKeys } = JSON.parse(text) as { sessionKeys: string[] };
    const keys = sessionKeys.map((key) => Buffer.from(key, 'base64url'));
    const [first] = keys;
    if (!first || keys.some((key) => key.length !== 32)) return undefined;
    return {
      sessionKeys: keys,
      authSecret: createHmac('sha256', first).update('better-auth').digest('base64url'),
    };
  } catch {
    return undefined;
  }
}

const notWhole = (file: string): StartError =>
  new StartError(
    `密钥文件${file}不完整。请从备份里恢复它；如果没有备份，删掉这个文件再启动，会生成新的密钥，所有人要重新登录。\n` +
      `The secrets in ${file} are not whole. Restore the file from a backup. Without one, delete it and start again: new keys are made and everybody has to sign in anew.`,
  );
