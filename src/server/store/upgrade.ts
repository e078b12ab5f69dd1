import type { Engine } from './engine.ts';
import { type MigrationPlan, migrate, planMigrations } from './migrate.ts';
import type { CopyDatabase } from './sqlite-copy.ts';
import { underUpgradeLock } from './upgrade-lock.ts';

/** What is to be copied before migrations change it. */
export interface CopyPlan {
  dataDir: string;
  /** PostgreSQL; else `copyTo` copies the open SQLite database. */
  databaseUrl?: string | undefined;
  copyTo?: CopyDatabase | undefined;
  /** Name of the first migration that will be done. */
  migration: string;
  /** Epoch ms, UTC. */
  at: number;
}

/**
 * Copy the data, to be able to go back. Given by whoever opens the store, because the backups stand on the store.
 * @returns where the copy lies. @throws {StartError} when it cannot be made.
 */
export type CopyFirst = (plan: CopyPlan) => Promise<string>;

export interface UpgradePlan {
  engine: Engine;
  dataDir: string;
  databaseUrl?: string | undefined;
  /** What the operator calls the data, for messages. */
  where: string;
  /** skip: the operator has a backup of their own. */
  backup: 'make' | 'skip';
  /** How it is made; without it, data that are there are not changed. */
  copyFirst?: CopyFirst | undefined;
  /** Epoch ms, UTC. */
  now: () => number;
}

export interface Upgraded {
  /** Names of the migrations done; none when all was there. */
  migrated: readonly string[];
  /** The copy made before; absent where there was nothing to copy or to do. */
  savedTo?: string;
}

/**
 * Bring the tables to this release. Data that were there are copied first, so that there is a way back.
 * @throws {StartError} when a newer release has been here, or the copy could not be made; nothing was changed then.
 * @throws {Error} when a copy is to be made and `copyFirst` was not given.
 */
export async function upgrade(plan: UpgradePlan): Promise<Upgraded> {
  const { engine, databaseUrl, where } = plan;
  const look = () => planMigrations(engine.db, where);
  if (plan.backup === 'skip' || !isChangingData(await look()))
    return { migrated: await migrate(engine.db, where) };
  const work = async (): Promise<Upgraded> => {
    // Another server may have done it while we waited.
    const found = await look();
    const savedTo = isChangingData(found) ? await save(plan, found) : undefined;
    return { migrated: await migrate(engine.db, where), ...(savedTo && { savedTo }) };
  };
  // An SQLite folder has one server: its lock is held already.
  return databaseUrl ? underUpgradeLock(databaseUrl, work) : work();
}

const isChangingData = ({ done, pending }: MigrationPlan): boolean => done.length > 0 && pending.length > 0;

function save(
  { engine, dataDir, databaseUrl, where, copyFirst, now }: UpgradePlan,
  { pending }: MigrationPlan,
): Promise<string> {
  const [migration = ''] = pending;
  if (!copyFirst)
    throw new Error(
      `the data in ${where} would go through ${migration} with no copy made before: open the store with copyFirst, or with backupBeforeUpgrade: 'skip'`,
    );
  return copyFirst({ dataDir, databaseUrl, copyTo: engine.copyTo, migration, at: now() });
}
