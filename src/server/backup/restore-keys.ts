import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SECRETS_FILE } from '#server/auth/secrets.ts';
import { writeNew } from '../store/durable-file.ts';
import { asideNameOf, placeFile } from './place-file.ts';

/** restored: from the backup · kept: those of the folder stay · missing: there are none, a start makes new ones. */
export type KeysDone = 'restored' | 'kept' | 'missing';

/**
 * Put signing keys into a data folder that has none (any more).
 * @param text of a key file that was looked over; undefined = the backup came without.
 */
export function placeKeys(dataDir: string, text: string | undefined): KeysDone {
  const file = join(dataDir, SECRETS_FILE);
  if (text === undefined) return existsSync(file) ? 'kept' : 'missing';
  const aside = asideNameOf(file);
  writeNew(aside, text);
  placeFile(aside, file, false);
  return 'restored';
}

/** What the operator has to know after restoring without keys, or with those of the folder. */
export const keyLines = (keys: KeysDone, wanted: string): string[] => {
  if (keys === 'restored')
    return [
      '签名密钥也恢复了：学员的登录继续有效。',
      'The signing keys are restored too: sessions stay valid.',
    ];
  if (keys === 'kept')
    return [
      `没有恢复密钥（${wanted}不在），数据文件夹里原有的密钥继续用；用别的密钥签的登录都会失效。`,
      `No keys were restored (there is no ${wanted}); the folder's own stay in use. Sessions signed with other keys end.`,
    ];
  return [
    `没有密钥（${wanted}不在），下次启动会生成新的，于是：`,
    '· 所有登录都失效，每台设备要重新登记，登记后是新的学员；',
    '· 服务器上原来的记录还在库里，但原来的设备读不到了，因为称呼没有别的找回办法；设备里的记录不受影响，登记后可以再送一次。',
    `密钥找到以后：停掉服务器，再恢复一次，加上--keys <文件>。`,
    `There are no keys (no ${wanted}); the next start makes new ones. Therefore:`,
    '- every session ends; each device registers again and is a new learner then;',
    '- the records on the server are kept, but the devices they came from no longer reach them, for a nickname has no other way back. What is on the devices is untouched and can be sent again.',
    'Once the keys are found: stop the server and restore again with --keys <file>.',
  ];
};

/** @returns the name under which the keys were looked for. */
export const wantedKeys = (data: string): string =>
  basename(data)
    .replace(/\.(db|dump)$/, '')
    .concat('.keys.json');
