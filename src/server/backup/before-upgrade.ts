import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SECRETS_FILE } from '#server/auth/secrets.ts';
import { reasonOf } from '#server/port/reason.ts';
import { StartError } from '#server/port/store-error.ts';
import { writeNew } from '../store/durable-file.ts';
import type { CopyPlan } from '../store/upgrade.ts';
import { stampOf } from './backup-arguments.ts';
import { readKeys } from './backup-keys.ts';
import { dumpPostgres } from './backup-postgres.ts';
import { checkCopy } from './check-copy.ts';
import { asideNameOf, placeFile } from './place-file.ts';

const KEPT = 3;
const OURS = /^before-\d{4}-[\w-]+-\d{8}T\d{6}Z(-\d+)?\.(db|dump)$/;

/**
 * Copy the data, and the keys where there are any, before migrations change them: `backups/before-<migration>-<time>`
 * in the data folder, looked over before it gets its name. The last three such copies are kept.
 * @returns where the data's copy lies.
 * @throws {StartError} when it cannot be made: nothing was changed then, and the remedy is in it.
 */
export async function backupBeforeUpgrade(plan: CopyPlan): Promise<string> {
  const folder = join(plan.dataDir, 'backups');
  const extension = plan.databaseUrl ? '.dump' : '.db';
  let asides: string[] = [];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const name = freeName(folder, `before-${plan.migration}-${stampOf(plan.at)}`, extension);
    const [data, keys] = [join(folder, `${name}${extension}`), join(folder, `${name}.keys.json`)];
    const [asideData, asideKeys] = [asideNameOf(data), asideNameOf(keys)];
    asides = [asideData, `${asideData}-journal`, asideKeys];
    closeSync(openSync(asideData, 'wx', 0o600));
    await copyData(plan, asideData, data);
    // The data last, as in every backup: where they are, the keys are.
    if (existsSync(join(plan.dataDir, SECRETS_FILE))) {
      writeNew(asideKeys, readKeys(plan.dataDir));
      placeFile(asideKeys, keys, false);
    }
    placeFile(asideData, data, false);
    forgetOldest(folder);
    return data;
  } catch (error) {
    throw notMade(folder, error);
  } finally {
    for (const file of asides) rmSync(file, { force: true });
  }
}

async function copyData({ databaseUrl, copyTo }: CopyPlan, aside: string, data: string) {
  if (databaseUrl) return dumpPostgres(databaseUrl, aside, data);
  if (!copyTo) throw new Error('nothing to copy with');
  await copyTo(aside, () => true);
  checkCopy(aside, data, {
    zh: '请检查磁盘，恢复最近一次好的备份。',
    en: 'Check the disk and restore the last good backup.',
  });
}

function freeName(folder: string, wanted: string, extension: string, count = 1): string {
  const name = count === 1 ? wanted : `${wanted}-${count}`;
  return existsSync(join(folder, `${name}${extension}`))
    ? freeName(folder, wanted, extension, count + 1)
    : name;
}

/** Their names begin with the migration, so the time is what sorts them. */
function forgetOldest(folder: string): void {
  const timeOf = (name: string) => name.match(/\d{8}T\d{6}Z/)?.[0] ?? '';
  const ours = readdirSync(folder).filter((name) => OURS.test(name));
  ours.sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
  for (const name of ours.slice(KEPT)) {
    rmSync(join(folder, name), { force: true });
    rmSync(join(folder, name.replace(/\.(db|dump)$/, '.keys.json')), { force: true });
  }
}

function notMade(folder: string, error: unknown): StartError {
  const reason = reasonOf(error);
  const [zh = reason, en = zh] = reason.split('\n');
  return new StartError(
    `升级前要先备份，没有做成，所以没有升级，数据没有改动。放备份的地方：${folder}。原因：${zh}\n` +
      '请腾出磁盘空间或改好权限，再启动一次。已经用别的办法备份好了，可以设BACKUP_BEFORE_UPGRADE=skip启动这一次。\n' +
      `An upgrade begins with a backup; it could not be made in ${folder}, so nothing was upgraded and no data changed. Reason: ${en}\n` +
      'Make room on the disk or mend the rights, and start again. If you have a backup made in another way, start this once with BACKUP_BEFORE_UPGRADE=skip.',
    { cause: error },
  );
}
