import type { ExpressionBuilder } from 'kysely';
import { RETENTION_DEFAULTS, type Retention } from '#core/admin/admin.ts';
import type { RetentionStore } from '#server/port/retention-store.ts';
import { writeAct } from './audit-writing.ts';
import { remove } from './learner-repository.ts';
import type { Database, Schema } from './schema.ts';
import { telling } from './trouble.ts';

const DAY_MS = 86_400_000;
const RETENTION = 'retention';
const BACKUP = 'backup';

export function createRetentionRepository(db: Database): RetentionStore {
  return {
    read: () =>
      telling(async () => {
        const row = await settingOf(db, RETENTION);
        if (!row) return RETENTION_DEFAULTS;
        const kept = JSON.parse(row.value) as Partial<Retention>;
        return { ...RETENTION_DEFAULTS, ...kept, changedAt: row.changed_at };
      }),
    save: (retention, by) =>
      telling(() =>
        db.transaction().execute(async (inside) => {
          await put(inside, RETENTION, retention, by.at);
          const { learnerDays, ...others } = retention;
          const detail = { learnerDays: learnerDays ?? 'never', ...others };
          await writeAct(inside, by, { act: 'retention.changed', detail });
        }),
      ),
    concerned: (beforeDay) =>
      telling(async () => {
        const { count } = await db
          .selectFrom('learner')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where((eb) => isExpired(eb, beforeDay))
          .executeTakeFirstOrThrow();
        return Number(count);
      }),
    expired: (beforeDay, most) =>
      telling(async () => {
        const rows = await db
          .selectFrom('learner')
          .select('id')
          .where((eb) => isExpired(eb, beforeDay))
          .limit(most)
          .execute();
        return rows.map(({ id }) => id);
      }),
    removeExpired: (learnerId, beforeDay, at) =>
      telling(() =>
        db.transaction().execute(async (inside) => {
          // Written to, not only read: whoever comes back at this moment waits, or was here first and stays.
          const held = await inside
            .updateTable('learner')
            .set({ role: 'learner' })
            .where('id', '=', learnerId)
            .where((eb) => isExpired(eb, beforeDay))
            .returning('session_generation as generation')
            .executeTakeFirst();
          return held ? remove(inside, { learnerId, generation: held.generation }, at) : false;
        }),
      ),
    removeAudit: (before, most) => telling(() => removeAudit(db, before, most)),
    removeMistakes: (before, most) => telling(() => removeMistakes(db, before, most)),
    backupAt: () => telling(async () => (await settingOf(db, BACKUP))?.changed_at),
    noteBackup: (at) => telling(() => put(db, BACKUP, {}, at)),
  };
}

const settingOf = (db: Database, name: string) =>
  db.selectFrom('setting').selectAll().where('name', '=', name).executeTakeFirst();

async function put(db: Database, name: string, value: object, at: number): Promise<void> {
  const row = { value: JSON.stringify(value), changed_at: at };
  await db
    .insertInto('setting')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

/** Whoever has a role stays: an installation nobody can run helps nobody. */
const isExpired = ({ eb, or, and }: ExpressionBuilder<Schema, 'learner'>, beforeDay: number) =>
  and([
    eb('role', '=', 'learner'),
    or([
      eb('last_seen_day', '<', beforeDay),
      and([eb('last_seen_day', 'is', null), eb('created_at', '<', beforeDay * DAY_MS)]),
    ]),
  ]);

async function removeAudit(db: Database, before: number, most: number): Promise<number> {
  const old = await db.selectFrom('audit_entry').select('id').where('at', '<', before).limit(most).execute();
  return removeAll(db, 'audit_entry', old);
}

/** An open report is never old: it has no time of being dealt with. */
async function removeMistakes(db: Database, before: number, most: number): Promise<number> {
  const old = await db
    .selectFrom('mistake_report')
    .select('id')
    .where('done_at', '<', before)
    .limit(most)
    .execute();
  return removeAll(db, 'mistake_report', old);
}

async function removeAll(
  db: Database,
  table: 'audit_entry' | 'mistake_report',
  old: readonly { id: string }[],
): Promise<number> {
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  await db.deleteFrom(table).where('id', 'in', ids).execute();
  return ids.length;
}
