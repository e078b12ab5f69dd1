/** What every book of acts promises, whatever it is made of. */
import { expect, test } from 'vitest';
import type { AuditEntry, AuditLog } from '#server/port/audit-log.ts';

const entry = (id: string, at: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at,
  actorId: 'admin-1',
  act: 'role.changed',
  subjectId: 'learner-1',
  detail: { from: 'learner', to: 'facilitator' },
  ...more,
});

/** @param open an empty one each time. */
export function auditContract(open: () => Promise<{ audit: AuditLog; close(): Promise<void> }>): void {
  test('entries come back whole, newest first, page by page, each once however often it was added', async () => {
    const { audit, close } = await open();
    const { subjectId: _, ...bare } = entry('b', 200, { act: 'backup.made', detail: {} });
    for (const one of [entry('a', 100), bare, entry('d', 300), entry('c', 300), entry('a', 999)])
      await audit.add(one);
    const first = await audit.list(2);
    expect(first).toEqual([entry('d', 300), entry('c', 300)]);
    expect(await audit.list(9, first[1])).toEqual([bare, entry('a', 100)]);
    expect(await audit.list(9, { at: 100, id: 'a' })).toEqual([]);
    await close();
  });
}
