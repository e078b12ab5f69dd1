import { randomUUID } from 'node:crypto';
import { dayNumber } from '#core/admin/admin.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { Clock } from '#server/port/clock.ts';
import type { DutyStore } from '#server/port/duty-store.ts';
import type { RetentionStore } from '#server/port/retention-store.ts';

export const CLEARING = 'clearing';

const DAY_MS = 86_400_000;
/** Longer than any one step takes; after a death somebody else goes on then. */
const HOLD_MS = 10 * 60_000;
/** Rows of one transaction: others save in between. */
const AT_ONCE = 50;

export interface ClearOldPlan {
  retention: RetentionStore;
  duties: DutyStore;
  audit: AuditLog;
  clock: Clock;
  /** This process; any text no other one has. */
  holder: string;
}

export interface Cleared {
  learners: number;
  auditEntries: number;
  mistakes: number;
}

/**
 * Delete what is older than the retention that is set: once a day, by one process of all. A setting does not act before it
 * is a day old, so that a slip can be taken back.
 * @returns what was deleted; undefined when it was not this process's turn.
 * @throws {StoreError} when the store cannot be reached; the rest is done next time.
 */
export function createClearOld({ retention, duties, audit, clock, holder }: ClearOldPlan) {
  const hold = () => ({ name: CLEARING, holder, at: clock.now(), until: clock.now() + HOLD_MS });
  /** Do a step again and again until it finds nothing, or the duty went to somebody else. */
  const all = async (step: () => Promise<number>): Promise<number> => {
    let total = 0;
    for (;;) {
      const count = await step();
      total += count;
      if (count === 0 || !(await duties.keep(hold()))) return total;
    }
  };

  return async (): Promise<Cleared | undefined> => {
    const day = dayNumber(clock.now());
    if (!(await duties.take(hold(), day))) return undefined;
    const { learnerDays, auditDays, mistakeDays, changedAt = 0 } = await retention.read();
    const done: Cleared = { learners: 0, auditEntries: 0, mistakes: 0 };
    if (clock.now() - changedAt >= DAY_MS) {
      const before = (days: number) => clock.now() - days * DAY_MS;
      if (learnerDays !== null) done.learners = await all(() => clearLearners(day - learnerDays));
      done.auditEntries = await all(() => retention.removeAudit(before(auditDays), AT_ONCE));
      done.mistakes = await all(() => retention.removeMistakes(before(mistakeDays), AT_ONCE));
    }
    if (done.learners || done.auditEntries || done.mistakes)
      await audit.add({ ...entry(clock.now()), detail: { ...done } });
    await duties.done({ name: CLEARING, holder }, day);
    return done;
  };

  async function clearLearners(beforeDay: number): Promise<number> {
    let count = 0;
    // Each in a transaction of its own: who has come back meanwhile stays.
    for (const learnerId of await retention.expired(beforeDay, AT_ONCE))
      if (await retention.removeExpired(learnerId, beforeDay, clock.now())) count += 1;
    return count;
  }
}

const entry = (at: number) => ({
  id: randomUUID(),
  at,
  actorId: 'system',
  act: 'retention.cleared',
});
