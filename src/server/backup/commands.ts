import { join } from 'node:path';
import { DATABASE_FILE } from '../store/open-store.ts';
import { readBackupArguments, readRestoreArguments } from './backup-arguments.ts';
import { backupPostgres } from './backup-postgres.ts';
import { backupSqlite } from './backup-sqlite.ts';
import { deletionLines } from './deletion-lines.ts';
import { noteBackup } from './note-backup.ts';
import { keyLines, wantedKeys } from './restore-keys.ts';
import { restorePostgres } from './restore-postgres.ts';
import { restoreSqlite } from './restore-sqlite.ts';

export interface CommandPlan {
  dataDir: string;
  databaseUrl?: string;
  /** Restoring with PostgreSQL: the database that is replaced. */
  formerDatabaseUrl?: string;
  /** Epoch ms, UTC. */
  at: number;
}

/** `npm run backup`. @returns what to tell the operator. @throws {BackupError} when nothing was written. */
export async function runBackup(args: readonly string[], plan: CommandPlan): Promise<string[]> {
  const { dataDir, databaseUrl, at } = plan;
  if (args.length === 1 && args[0] === MADE_ELSEWHERE) return noteOnly(plan);
  const files = readBackupArguments(args, { dataDir, at, extension: databaseUrl ? '.dump' : '.db' });
  const { data, keys, deletions } = files;
  if (databaseUrl) {
    await backupPostgres({ databaseUrl, dataDir }, files, at);
    return [`数据 data  ${data}`, ...besideLines(keys, deletions), ...APART, ...(await noteBackup(plan, at))];
  }
  const { by, facts, learners } = await backupSqlite(dataDir, files, at);
  return [
    by === 'server' ? '由运行中的服务器复制，检查无误。' : '没有服务器在运行，直接读了数据库，检查无误。',
    by === 'server'
      ? 'Copied by the running server and checked.'
      : 'No server runs; read from the file and checked.',
    `数据 data  ${data}  （${learners}位学员，${facts}条记录 · ${learners} learners, ${facts} facts）`,
    ...besideLines(keys, deletions),
    ...APART,
    ...(await noteBackup(plan, at)),
  ];
}

/** For who copies the disk or has a database service that makes backups: `/admin` is told of it. */
const MADE_ELSEWHERE = '--made-elsewhere';

async function noteOnly(plan: CommandPlan): Promise<string[]> {
  const trouble = await noteBackup(plan, plan.at);
  if (trouble.length) return trouble;
  return [
    '已记下：刚用别的办法做过备份。这个命令本身没有写任何备份。',
    'Noted: a backup was made in another way. This command itself wrote none.',
  ];
}

const besideLines = (keys: string, deletions: string): string[] => [
  `密钥 keys  ${keys}`,
  `删除 deletions  ${deletions}`,
];

const APART = [
  '数据和密钥分开存放，都放到别的机器上：拿到这两份的人可以冒充任何学员。',
  'Keep data and keys apart, and both on another machine: whoever holds both can pass for any learner.',
  '删除名单和数据放在一起：恢复更早的备份时，靠最新的一份名单再删一次。',
  'Keep the list of deletions with the data: when an earlier backup is restored, the newest list says whom to delete again.',
];

/** `npm run restore`. @returns what to tell the operator. @throws {BackupError} when nothing was restored. */
export async function runRestore(args: readonly string[], plan: CommandPlan): Promise<string[]> {
  const { dataDir, databaseUrl, at } = plan;
  const from = readRestoreArguments(args);
  const wanted = wantedKeys(from.data);
  if (databaseUrl) {
    const { keys, movedTo, since, back } = await restorePostgres({ ...plan, databaseUrl }, from, at);
    return [
      '数据已恢复到PostgreSQL。',
      'The data is restored into PostgreSQL.',
      ...movedLines(movedTo),
      ...deletionLines(since, back, true),
      ...keyLines(keys, wanted),
    ];
  }
  const { facts, learners, movedTo, keys, since, back } = restoreSqlite(dataDir, from, at);
  return [
    `已恢复到${join(dataDir, DATABASE_FILE)}：${learners}位学员，${facts}条记录。`,
    `Restored to ${join(dataDir, DATABASE_FILE)}: ${learners} learners, ${facts} facts.`,
    ...movedLines(movedTo),
    ...deletionLines(since, back, false),
    ...keyLines(keys, wanted),
  ];
}

const movedLines = (folder: string | undefined): string[] =>
  folder
    ? [
        `原来的文件移到了${folder}，没有删除。`,
        `What was there before was moved to ${folder}; nothing was deleted.`,
      ]
    : [];
