import { join } from 'node:path';
import type { AccountStore } from '#server/port/account-store.ts';
import type { AdminLinkStore } from '#server/port/admin-link-store.ts';
import type { AdminStores } from '#server/port/admin-stores.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { BlobStore } from '#server/port/blob-store.ts';
import type { CohortStore } from '#server/port/cohort-store.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { FoldStore } from '#server/port/fold-store.ts';
import type { GuessCountStore } from '#server/port/guess-count-store.ts';
import type { LearnerStore } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import type { MistakeStore } from '#server/port/mistake-store.ts';
import type { OutboxStore } from '#server/port/outbox-store.ts';
import { StartError } from '#server/port/store-error.ts';
import type { TransferCodeStore } from '#server/port/transfer-code-store.ts';
import { createAccountNames } from './account-names.ts';
import { createAccountRepository } from './account-repository.ts';
import { createAdminLinkRepository } from './admin-link-repository.ts';
import { adminStoresOn } from './admin-stores.ts';
import { createAuditRepository } from './audit-repository.ts';
import { createBlobRepository } from './blob-repository.ts';
import { createCohortRepository } from './cohort-repository.ts';
import { lockDataFolder, makeDataFolder, unwritable } from './data-folder.ts';
import { noting, openDeletionNotes } from './deletion-notes.ts';
import type { Engine } from './engine.ts';
import { createFactCheckRepository } from './fact-check-repository.ts';
import { createFactRepository } from './fact-repository.ts';
import { createFoldRepository } from './fold-repository.ts';
import { createGuessCountRepository } from './guess-count-repository.ts';
import { createLearnerRepository } from './learner-repository.ts';
import { createMergeRepository } from './merge-repository.ts';
import { createMistakeRepository } from './mistake-repository.ts';
import { createOutboxRepository } from './outbox-repository.ts';
import { postgresEngine } from './postgres-engine.ts';
import type { Database } from './schema.ts';
import type { CopyDatabase } from './sqlite-copy.ts';
import { sqliteEngine } from './sqlite-engine.ts';
import { createTransferCodeRepository } from './transfer-code-repository.ts';
import { isStoreTrouble, telling } from './trouble.ts';
import { type CopyFirst, type Upgraded, upgrade } from './upgrade.ts';

export interface StorePlan {
  /** Absolute path. */
  dataDir: string;
  /** `postgres://…`; without it everything is in SQLite in the data folder. */
  databaseUrl?: string;
  /** Before migrations change data that are there; default `make`. */
  backupBeforeUpgrade?: 'make' | 'skip';
  /** How that backup is made. Without it only `skip` changes data that are there. */
  copyFirst?: CopyFirst;
  /** Epoch ms, UTC; part of that backup's name. */
  now?: () => number;
  /** A deletion could not be noted beside the database; `noteDeletions` tries again. */
  onUnnoted?: (error: unknown) => void;
}

/** Everything the server keeps, open and brought to this release. */
export interface Store {
  kind: Engine['kind'];
  facts: FactStore;
  factChecks: FactCheckStore;
  learners: LearnerStore;
  transferCodes: TransferCodeStore;
  guessCounts: GuessCountStore;
  mistakes: MistakeStore;
  audit: AuditLog;
  cohorts: CohortStore;
  folds: FoldStore;
  accounts: AccountStore;
  merges: MergeStore;
  adminLinks: AdminLinkStore;
  /** The one handle, for better-auth, which keeps its tables beside ours. */
  db: Database;
  blobs: BlobStore;
  outbox: OutboxStore;
  admin: AdminStores;
  /** Bytes of the database as it lies on its disk. */
  size(): Promise<number>;
  /** Names of the migrations done while opening. */
  migrated: readonly string[];
  /** The copy of the data made before them. */
  savedTo?: string;
  /** SQLite only. */
  copyTo?: CopyDatabase;
  /** How many learners were deleted again while opening, because a backup had brought them back. */
  deletedAgain: number;
  /** Note deletions, other processes' too, beside the database. @returns how many were not noted yet. */
  noteDeletions(): Promise<number>;
  close(): Promise<void>;
}

export const DATABASE_FILE = 'sanxiu.db';

/**
 * Open the database and bring its tables to this release.
 * @throws {StartError} when the folder is in use or takes no writes, PostgreSQL does not answer, a newer release has
 *         been here, or data could not be copied before an upgrade.
 */
export async function openStore(plan: StorePlan): Promise<Store> {
  const { dataDir, databaseUrl, backupBeforeUpgrade: backup = 'make', copyFirst, now = Date.now } = plan;
  makeDataFolder(dataDir);
  const release = databaseUrl ? () => {} : lockDataFolder(dataDir);
  let engine: Engine | undefined;
  try {
    engine = databaseUrl ? postgresEngine(databaseUrl) : sqliteEngine(join(dataDir, DATABASE_FILE));
    const where = databaseUrl ? nameOf(databaseUrl) : dataDir;
    const upgraded = await upgrade({ engine, dataDir, databaseUrl, where, backup, copyFirst, now });
    const noted = await openDeletionNotes({
      db: engine.db,
      dataDir,
      onUnnoted: plan.onUnnoted ?? (() => {}),
    });
    return storeOn(engine, { ...upgraded, ...noted }, release);
  } catch (error) {
    await engine?.close().catch(() => {});
    release();
    throw explained(error, dataDir, databaseUrl);
  }
}

type Opened = Upgraded & Awaited<ReturnType<typeof openDeletionNotes>>;

function storeOn(engine: Engine, { notes, ...opened }: Opened, release: () => void): Store {
  const admin = adminStoresOn(engine.db, createAccountNames(engine.db));
  const learners = createLearnerRepository(engine.db);
  const merges = createMergeRepository(engine.db);
  const { people, retention, ...noted } = noting({ ...admin, learners, merges }, notes);
  return {
    kind: engine.kind,
    facts: createFactRepository(engine),
    factChecks: createFactCheckRepository(engine.db),
    ...noted,
    transferCodes: createTransferCodeRepository(engine.db),
    guessCounts: createGuessCountRepository(engine.db),
    mistakes: createMistakeRepository(engine.db),
    audit: createAuditRepository(engine.db),
    cohorts: createCohortRepository(engine.db),
    folds: createFoldRepository(engine.db),
    accounts: createAccountRepository(engine.db),
    adminLinks: createAdminLinkRepository(engine.db),
    db: engine.db,
    blobs: createBlobRepository(engine.db),
    outbox: createOutboxRepository(engine.db),
    admin: { ...admin, people, retention },
    size: () => telling(engine.size),
    ...opened,
    noteDeletions: notes.catchUp,
    ...(engine.copyTo && { copyTo: engine.copyTo }),
    close: async () => {
      await engine.close();
      release();
    },
  };
}

// Wrong name or password, no such database, no right to make tables.
const REFUSED_US = /^(28|3D)|^42501$/;
const DAMAGED = [11, 26];

/** What the operator can mend as a sentence about it; our own mistakes as they are. */
export function explained(error: unknown, dataDir: string, databaseUrl: string | undefined): unknown {
  const { code, errcode } = error as { code?: unknown; errcode?: number };
  if (databaseUrl && (isStoreTrouble(error) || REFUSED_US.test(String(code))))
    return unreachable(databaseUrl, error);
  if (!databaseUrl && DAMAGED.includes((errcode ?? 0) & 0xff))
    return damaged(join(dataDir, DATABASE_FILE), error);
  return !databaseUrl && isStoreTrouble(error) ? unwritable(dataDir, error) : error;
}

const damaged = (file: string, cause: unknown): StartError =>
  new StartError(
    `数据库文件${file}已损坏，没有改动它。请先把整个数据文件夹复制一份留底，再从备份恢复。\n` +
      `The database ${file} is damaged; it was not changed. Copy the whole data folder aside first, then restore a backup.`,
    { cause },
  );

/** The database without the password. */
function nameOf(databaseUrl: string): string {
  const { host, pathname, searchParams } = new URL(databaseUrl);
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`;
}

function unreachable(databaseUrl: string, cause: unknown): StartError {
  const { code, message } = cause as { code?: string; message?: string };
  const where = nameOf(databaseUrl);
  return new StartError(
    `连不上PostgreSQL（${where}，${code ?? message}）。请检查DATABASE_URL，确认数据库已启动、这台机器连得到它。\n` +
      `PostgreSQL does not answer (${where}, ${code ?? message}). Check DATABASE_URL, and that the database runs and can be reached from this machine.`,
    { cause },
  );
}
