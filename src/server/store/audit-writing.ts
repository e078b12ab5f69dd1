import type { AuditEntry } from '#server/port/audit-log.ts';
import type { Actor } from '#server/port/people-store.ts';
import type { AuditRow, Database } from './schema.ts';

export const auditRowOf = ({ id, at, actorId, act, subjectId, detail }: AuditEntry): AuditRow => ({
  id,
  at,
  actor_id: actorId,
  act,
  subject_id: subjectId ?? null,
  detail: JSON.stringify(detail),
});

/** Write an act down, inside the transaction that does it: both are there afterwards, or neither. */
export async function writeAct(
  db: Database,
  by: Actor,
  what: Pick<AuditEntry, 'act' | 'subjectId'> & Partial<Pick<AuditEntry, 'detail'>>,
): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values(auditRowOf({ detail: {}, ...what, ...by }))
    .execute();
}
