import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSecrets, SECRETS_FILE } from '#server/auth/secrets.ts';
import { reasonOf } from '#server/port/reason.ts';
import { BackupError } from './backup-error.ts';

/**
 * The signing keys of a data folder as a text to keep.
 * @throws {BackupError} when they are not there or not whole: a backup without them would look whole and not be.
 */
export const readKeys = (dataDir: string): string => readKeyFile(join(dataDir, SECRETS_FILE));

/** The same from any file. */
export function readKeyFile(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new BackupError(
      `读不到密钥文件${file}（${reasonOf(error)}）。请用运行服务器的那个账号来做，并检查文件的位置。`,
      `The keys in ${file} cannot be read (${reasonOf(error)}). Do this with the account that runs the server, and check where the file is.`,
      error,
    );
  }
  if (parseSecrets(text)) return text;
  throw new BackupError(
    `${file}不是完整的密钥文件。请选npm run backup写出的.keys.json文件。`,
    `${file} is no whole file of keys. Choose a .keys.json file that npm run backup wrote.`,
  );
}
