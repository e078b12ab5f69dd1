import { backupBeforeUpgrade } from '../backup/before-upgrade.ts';
import { underUpgradeLock } from '../backup/upgrade-lock.ts';
import type { Engine } from './engine.ts';
import { type MigrationPlan, migrate, planMigrations } from './migrate.ts';

export interface UpgradePlan {
  engine: Engine;
  dataDir: string;
  databaseUrl?: string | undefined;
  /** What the operator calls the data, for messages. */
  where: string;
  /** skip: the operator has a backup of their own. */
  backup: 'make' | 'skip';
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

const save = ({ engine, dataDir, databaseUrl, now }: UpgradePlan, { pending }: MigrationPlan) =>
  backupBeforeUpgrade({
    dataDir,
    databaseUrl,
    copyTo: engine.copyTo,
    migration: pending[0] ?? '',
    at: now(),
  });
