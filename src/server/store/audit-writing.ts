import type { Actor } from '#server/port/people-store.ts';
import type { Database } from './schema.ts';

/** Write an act down, inside the transaction that does it: both are there afterwards, or neither. */
export async function writeAct(
  db: Database,
  { id, at, actorId }: Actor,
  what: { act: string; subjectId?: string; detail?: Record<string, string | number | boolean> },
): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      id,
      at,
      actor_id: actorId,
      act: what.act,
      subject_id: what.subjectId ?? null,
      detail: JSON.stringify(what.detail ?? {}),
    })
    .execute();
}
