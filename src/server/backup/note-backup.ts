import { reasonOf } from '#server/port/reason.ts';
import { openBeside } from '../store/open-beside.ts';
import { createRetentionRepository } from '../store/retention-repository.ts';

/**
 * Note in the data when a backup was made, for `/admin`: in the database, where every server sees it.
 * @param at epoch ms, UTC.
 * @returns lines for the operator; none when it was noted, or the data are of a release that kept no such note. The backup
 *          is good either way, so this never throws.
 */
export async function noteBackup(
  plan: { dataDir: string; databaseUrl?: string },
  at: number,
): Promise<string[]> {
  try {
    const { db, close } = await openBeside({ ...plan, writes: true }, 'mistake_report');
    try {
      const tables = await db.introspection.getTables();
      if (tables.some(({ name }) => name === 'setting')) await createRetentionRepository(db).noteBackup(at);
    } finally {
      await close();
    }
    return [];
  } catch (error) {
    return notNoted(reasonOf(error).split('\n'));
  }
}

const notNoted = ([zh = '', en = zh]: readonly string[]): string[] => [
  `备份时间没有记下来（${zh}），/admin里的「上次备份」不会变。`,
  `When the backup was made could not be noted (${en}); “Last backup” in /admin stays as it was.`,
];
