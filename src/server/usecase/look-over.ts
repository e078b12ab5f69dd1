import type { Overview } from '#core/admin/admin.ts';
import type { Clock } from '#server/port/clock.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { Machine } from '#server/port/machine.ts';
import type { OutboxStore } from '#server/port/outbox-store.ts';
import type { PeopleStore } from '#server/port/people-store.ts';
import type { RetentionStore } from '#server/port/retention-store.ts';

export interface LookOverPlan {
  people: PeopleStore;
  retention: RetentionStore;
  factChecks: Pick<FactCheckStore, 'totals'>;
  machine: Machine;
  /** Absent: nothing is forwarded. */
  forwarding?: Pick<OutboxStore, 'state'> | undefined;
  clock: Clock;
}

/** How the server stands, at a glance. */
export function createLookOver({ people, retention, factChecks, machine, forwarding, clock }: LookOverPlan) {
  return async (): Promise<Overview> => {
    const [census, backupAt, disk, databaseBytes, checks, sending] = await Promise.all([
      people.census(),
      retention.backupAt(),
      machine.disk(),
      machine.databaseBytes(),
      factChecks.totals(),
      forwarding?.state(),
    ]);
    return {
      release: machine.release,
      engine: machine.engine,
      at: clock.now(),
      ...(disk && { disk }),
      databaseBytes,
      ...(backupAt !== undefined && { backupAt }),
      ...census,
      checks,
      ...(sending && { outbox: sending }),
    };
  };
}
