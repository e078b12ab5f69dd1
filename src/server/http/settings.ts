import { resolve } from 'node:path';
import { readOperator } from '#core/model/operator.ts';
import type { LrsAccess } from '#server/lrs/http-lrs.ts';
import { readCompany } from './company-settings.ts';
import { readLrs } from './lrs-settings.ts';

/** What an operator can set, checked. */
export interface Settings {
  /** 0 = any free port. */
  port: number;
  /** `localhost` means both 127.0.0.1 and ::1. */
  host: string;
  lan: boolean;
  /** Public address without path, e.g. `https://sanxiu.example`. */
  origin?: string;
  /** Host header values accepted besides our own; for tests. */
  testHosts: readonly string[];
  /** Where learners may send a mistake they found: a mail address or a web address. */
  reportTo?: string;
  /** What one learner's pictures may take on the server, MB (10^6 bytes). */
  blobQuotaMb?: number;
  /** Absolute path. */
  dataDir: string;
  /** `postgres://…`; without it everything is kept in SQLite in `dataDir`. */
  databaseUrl?: string;
  /** For `npm run restore`: the PostgreSQL database that is being replaced, asked who was deleted since the backup. */
  formerDatabaseUrl?: string;
  /** A company's LRS to which what learners did is forwarded; needs `origin`. */
  lrs?: LrsAccess;
  /** Signing in with an account of the company. */
  company?: CompanySettings;
  /** Bring the tables to this release and end, without serving. */
  migrateOnly: boolean;
  /** skip: the operator has a backup of their own before an upgrade. */
  backupBeforeUpgrade?: 'skip';
}

/** An OpenID Connect provider that knows this site as a client. */
export interface CompanySettings {
  /** Example: `https://login.example.com/realms/staff`. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As the button names it. */
  name: string;
}

export interface SettingError {
  name: string;
  value: string;
  problem: string;
  remedy: string;
}

export type SettingsRead =
  | { status: 'read'; settings: Settings }
  | { status: 'refused'; errors: readonly SettingError[] };

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * Read and check all settings at once, so that an operator mends them in one go.
 * @param env  the environment; an empty value counts as not set.
 * @param args command line after the script: `--lan`, or `--migrate` to bring the tables to this release and end.
 */
export function readSettings(env: Env, args: readonly string[]): SettingsRead {
  const errors: SettingError[] = [];
  const report = (name: string, value: string, problem: string, remedy: string) =>
    void errors.push({ name, value, problem, remedy });
  for (const arg of args)
    if (arg !== '--lan' && arg !== '--migrate')
      report('argument', arg, 'is not known', 'npm start takes only -- --lan');
  const lan = args.includes('--lan');
  if (lan && env.HOST)
    report('HOST', env.HOST, 'and --lan exclude each other', 'leave one out: --lan listens on every address');
  // The pages were built with these; a wrong one is told here with the others.
  errors.push(...readOperator(env).mistakes);
  const settings: Settings = {
    port: readPort(env.PORT, report),
    host: env.HOST || 'localhost',
    lan,
    ...(env.ORIGIN && { origin: readOrigin(env.ORIGIN, report) }),
    ...(env.REPORT_TO && { reportTo: readReportTo(env.REPORT_TO, report) }),
    ...(env.BLOB_QUOTA_MB && { blobQuotaMb: readBlobQuota(env.BLOB_QUOTA_MB, report) }),
    testHosts: (env.TEST_HOSTS ?? '').split(',').flatMap((host) => host.trim().toLowerCase() || []),
    dataDir: resolve(env.DATA_DIR || 'data'),
    ...(env.DATABASE_URL && { databaseUrl: readDatabaseUrl('DATABASE_URL', env.DATABASE_URL, report) }),
    ...(env.FORMER_DATABASE_URL && {
      formerDatabaseUrl: readDatabaseUrl('FORMER_DATABASE_URL', env.FORMER_DATABASE_URL, report),
    }),
    ...((env.LRS_ENDPOINT || env.LRS_AUTH) && { lrs: readLrs(env, report) }),
    ...readCompany(env, report),
    migrateOnly: args.includes('--migrate'),
    ...(env.BACKUP_BEFORE_UPGRADE && { backupBeforeUpgrade: readSkip(env.BACKUP_BEFORE_UPGRADE, report) }),
  };
  for (const host of settings.testHosts)
    if (!/^[a-z0-9.:[\]-]+$/.test(host))
      report('TEST_HOSTS', host, 'is no host name', 'separate hosts by commas: a.test,b.test:8080');
  return errors.length ? { status: 'refused', errors } : { status: 'read', settings };
}

export type Report = (name: string, value: string, problem: string, remedy: string) => void;

function readSkip(value: string, report: Report): 'skip' {
  if (value !== 'skip')
    report(
      'BACKUP_BEFORE_UPGRADE',
      value,
      'is not known',
      'leave it out, or write skip if you made a backup',
    );
  return 'skip';
}

function readPort(value: string | undefined, report: Report): number {
  if (!value) return 4321;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65535) return port;
  report('PORT', value, 'is no port number', 'use a whole number from 1 to 65535, e.g. PORT=8080 npm start');
  return 0;
}

function readOrigin(value: string, report: Report): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const bare = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (bare) return url.origin;
  report(
    'ORIGIN',
    value,
    'is no address of a site',
    'write scheme and host without path, e.g. ORIGIN=https://sanxiu.example.com',
  );
  return '';
}

function readReportTo(value: string, report: Report): string {
  const isMail = /^[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+$/.test(value);
  if (isMail || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) return value;
  report(
    'REPORT_TO',
    value,
    'is neither a mail address nor a web address',
    'write e.g. REPORT_TO=training@example.com, or leave it out',
  );
  return '';
}

function readBlobQuota(value: string, report: Report): number {
  const quota = Number(value);
  if (/^\d{1,6}$/.test(value) && quota <= 100_000) return quota;
  report(
    'BLOB_QUOTA_MB',
    value,
    'is no number of megabytes',
    'write a whole number from 0 (no pictures are taken) to 100000, e.g. BLOB_QUOTA_MB=50',
  );
  return 0;
}

const WRITTEN = 'write it as postgres://name:password@host:5432/database';

/** The value itself is not repeated: there is a password in it. */
function readDatabaseUrl(name: string, value: string, report: Report): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  if (isPostgres && url.pathname.length > 1) return value;
  report(
    name,
    url ? `${url.protocol}…` : '…',
    isPostgres ? 'names no database' : 'is no address of a PostgreSQL database',
    name === 'DATABASE_URL'
      ? `${WRITTEN}, or leave it out to keep everything in DATA_DIR`
      : `${WRITTEN}; only npm run restore reads it`,
  );
  return '';
}

/** @returns one line per error: name, value, what is wrong, what to do. */
export const settingLines = (errors: readonly SettingError[]): string[] =>
  errors.map(({ name, value, problem, remedy }) => `${name} "${value}" ${problem}: ${remedy}.`);
