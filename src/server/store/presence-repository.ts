import type { PresenceStore } from '#server/port/presence-store.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

export function createPresenceRepository(db: Database): PresenceStore {
  return {
    note: (learnerIds, day) =>
      telling(async () => {
        await db
          .updateTable('learner')
          .set({ last_seen_day: day })
          .where('id', 'in', [...learnerIds])
          // A second process, or one started anew, finds it done and writes nothing.
          .where(({ eb, or }) => or([eb('last_seen_day', 'is', null), eb('last_seen_day', '<', day)]))
          .execute();
      }),
  };
}
