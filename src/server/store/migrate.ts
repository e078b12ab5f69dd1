import { type Migration, Migrator } from 'kysely/migration';
import { StartError } from '#server/port/store-error.ts';
import * as learnersAndFacts from './migrations/0001-learners-and-facts.ts';
import * as transferCodes from './migrations/0002-transfer-codes.ts';
import * as mistakeReports from './migrations/0003-mistake-reports.ts';
import * as accounts from './migrations/0004-accounts.ts';
import * as cohorts from './migrations/0005-cohorts.ts';
import * as admin from './migrations/0006-admin.ts';
import * as checkedFacts from './migrations/0007-checked-facts.ts';
import * as outbox from './migrations/0008-outbox.ts';
import * as blobs from './migrations/0009-blobs.ts';
import * as waysIn from './migrations/0010-ways-in.ts';
import * as shares from './migrations/0011-shares.ts';
import * as heldFacts from './migrations/0013-held-facts.ts';
import * as guessCounts from './migrations/0014-guess-counts.ts';
import * as standingFolds from './migrations/0015-standing-folds.ts';
import type { Database } from './schema.ts';

/** In this order; a name never changes. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-learners-and-facts': learnersAndFacts,
  '0002-transfer-codes': transferCodes,
  '0003-mistake-reports': mistakeReports,
  '0004-accounts': accounts,
  '0005-cohorts': cohorts,
  '0006-admin': admin,
  '0007-checked-facts': checkedFacts,
  '0008-outbox': outbox,
  '0009-blobs': blobs,
  '0010-ways-in': waysIn,
  '0011-shares': shares,
  '0013-held-facts': heldFacts,
  '0014-guess-counts': guessCounts,
  '0015-standing-folds': standingFolds,
};

/**
 * Bring the tables to this release, under the migrator's own lock: of several processes that start at once one does it
 * and the others wait.
 * @param where what the operator calls the data, for messages.
 * @returns the names of the migrations done now; none when all was there.
 * @throws {StartError} when a newer release has been here.
 */
export async function migrate(db: Database, where: string): Promise<readonly string[]> {
  await planMigrations(db, where);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/** @param done names of migrations somebody's data has been through. @returns those this release does not know. */
export const newerMigrations = (done: readonly string[]): string[] =>
  done.filter((name) => !Object.hasOwn(MIGRATIONS, name));

export interface MigrationPlan {
  /** Migrations these data have been through; none: there are no data yet. */
  done: readonly string[];
  /** Those still to be done. */
  pending: readonly string[];
}

/** Look what `migrate` would do, without doing it. @throws {StartError} when a newer release has been here. */
export async function planMigrations(db: Database, where: string): Promise<MigrationPlan> {
  const done = await doneMigrations(db);
  const newer = newerMigrations(done);
  if (newer.length) throw fromNewer(where, newer);
  return {
    done,
    pending: Object.keys(MIGRATIONS)
      .filter((name) => !done.includes(name))
      .sort(),
  };
}

async function doneMigrations(db: Database): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const done = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return done.map(({ name }) => name);
}

const fromNewer = (where: string, newer: readonly string[]) =>
  new StartError(
    `数据（${where}）已经由更新的版本升级过（${newer.join('、')}），这一版读不了，也没有改动它。请重新启动那个更新的版本，或者恢复升级之前的备份。\n` +
      `The data (${where}) has been upgraded by a newer release (${newer.join(', ')}); this one cannot read it and changed nothing. Start the newer release again, or restore the backup from before the upgrade.`,
  );
