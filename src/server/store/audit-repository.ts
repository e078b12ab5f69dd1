import type { AuditEntry, AuditLog } from '#server/port/audit-log.ts';
import { auditRowOf } from './audit-writing.ts';
import type { AuditRow, Database } from './schema.ts';
import { telling } from './trouble.ts';

export function createAuditRepository(db: Database): AuditLog {
  return {
    add: (entry) =>
      telling(async () => {
        await db
          .insertInto('audit_entry')
          .values(auditRowOf(entry))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }),
    list: (most, before) =>
      telling(async () => {
        let query = db.selectFrom('audit_entry').selectAll();
        if (before)
          query = query.where(({ eb, or, and }) =>
            or([eb('at', '<', before.at), and([eb('at', '=', before.at), eb('id', '<', before.id)])]),
          );
        const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute();
        return rows.map(entryOf);
      }),
  };
}

const entryOf = ({ actor_id, subject_id, detail, ...row }: AuditRow): AuditEntry => ({
  ...row,
  actorId: actor_id,
  ...(subject_id !== null && { subjectId: subject_id }),
  detail: JSON.parse(detail),
});
