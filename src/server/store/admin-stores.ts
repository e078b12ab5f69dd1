import type { AdminStores } from '#server/port/admin-stores.ts';
import type { AccountNames } from './account-names.ts';
import { createDutyRepository } from './duty-repository.ts';
import { createPeopleRepository } from './people-repository.ts';
import { createPresenceRepository } from './presence-repository.ts';
import { createQuarantineRepository } from './quarantine-repository.ts';
import { createRetentionRepository } from './retention-repository.ts';
import type { Database } from './schema.ts';

export const adminStoresOn = (db: Database, names?: AccountNames): AdminStores => ({
  people: createPeopleRepository(db, names),
  quarantine: createQuarantineRepository(db),
  retention: createRetentionRepository(db),
  duties: createDutyRepository(db),
  presence: createPresenceRepository(db),
});
