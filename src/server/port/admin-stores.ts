import type { DutyStore } from './duty-store.ts';
import type { PeopleStore } from './people-store.ts';
import type { PresenceStore } from './presence-store.ts';
import type { QuarantineStore } from './quarantine-store.ts';
import type { RetentionStore } from './retention-store.ts';

/** What only admins and the server's own daily work touch. */
export interface AdminStores {
  people: PeopleStore;
  quarantine: QuarantineStore;
  retention: RetentionStore;
  duties: DutyStore;
  presence: PresenceStore;
}
