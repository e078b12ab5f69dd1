/** Composition root and entry point: binds ports to adapters, once, and serves. Built to `dist/main.mjs`. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outline } from '#core/cohort/standing.ts';
import type { Withheld } from '#core/worksheet/withheld.ts';
import { createGuessNames } from '#server/auth/guess-names.ts';
import { createIdentity } from '#server/auth/identity.ts';
import { openSecrets } from '#server/auth/secrets.ts';
import { oneTimeSecrets } from '#server/auth/signed-texts.ts';
import { createTransferCodes } from '#server/auth/transfer-codes.ts';
import { createWaysIn } from '#server/auth/ways-in.ts';
import { BackupError } from '#server/backup/backup-error.ts';
import { listenForBackups } from '#server/backup/backup-socket.ts';
import { backupBeforeUpgrade } from '#server/backup/before-upgrade.ts';
import { type CommandPlan, runBackup, runRestore } from '#server/backup/commands.ts';
import { createBuiltItems } from '#server/content/built-items.ts';
import { createApi } from '#server/http/api.ts';
import { createRoutes } from '#server/http/api-routes.ts';
import { createErrorLog, createWarnLog } from '#server/http/error-log.ts';
import { startHousekeeping } from '#server/http/housekeeping.ts';
import { logProcess } from '#server/http/process-log.ts';
import { adminLinkLines, drainOnSignal, readyLines, siteOrigin, startSite } from '#server/http/run.ts';
import { ListenError } from '#server/http/serve.ts';
import { readSettings, type Settings, settingLines } from '#server/http/settings.ts';
import { readInboxOrder } from '#server/inbox/inbox-order.ts';
import { runInbox } from '#server/inbox/run-inbox.ts';
import { createHttpLrs } from '#server/lrs/http-lrs.ts';
import type { Clock } from '#server/port/clock.ts';
import { StartError } from '#server/port/store-error.ts';
import { createAdminLinkRepository } from '#server/store/admin-link-repository.ts';
import { createAuditRepository } from '#server/store/audit-repository.ts';
import { createMachine } from '#server/store/machine.ts';
import { openBeside } from '#server/store/open-beside.ts';
import { openInbox } from '#server/store/open-inbox.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { createAdminLinks } from '#server/usecase/admin-link.ts';
import { createCheckFacts } from '#server/usecase/check-facts.ts';
import { createCheckHealth } from '#server/usecase/check-health.ts';
import { type CheckQueue, createCheckQueue, noticedBy } from '#server/usecase/check-queue.ts';
import { createClearOld } from '#server/usecase/clear-old.ts';
import { LOOK_EVERY_MS } from '#server/usecase/forward-statements.ts';
import { createLease, LEASE_STALE_MS } from '#server/usecase/hold-lease.ts';
import { createNotePresence } from '#server/usecase/note-presence.ts';
import { type Forwarding, runForwarding } from '#server/usecase/run-forwarding.ts';
import { createSweepBlobs } from '#server/usecase/sweep-blobs.ts';
import { createSweepGuesses } from '#server/usecase/sweep-guesses.ts';

/** What on-demand routes find in `locals`. */
type UseCases = Pick<App.Locals, 'checkHealth'>;

const dist = new URL('./', import.meta.url);
const clock: Clock = { now: Date.now };
const SWEEP_BLOBS_EVERY_MS = 6 * 3_600_000;
/** As long as guesses count: of a flood no more rows lie there than those of two spans. */
const SWEEP_GUESSES_EVERY_MS = 600_000;

const releaseOf = (): string => JSON.parse(readFileSync(new URL('build.json', dist), 'utf8')).release;

/** Days somebody was here are written this long after they were noted, many together. */
const PRESENCE_AFTER_MS = 2_000;
const logWarning = createWarnLog(clock, console.error);
const NOTE_EVERY_MS = 3_600_000;
/** A deletion that was done and could not be noted beside the database: it is noted later. */
const logUnnoted = (error: unknown) =>
  createErrorLog(
    clock,
    console.error,
  )({ requestId: '-', method: 'NOTE', path: 'deletions.jsonl', status: 500, error });

/** The store, and what stands on it: the copy that an upgrade begins with. */
const open = (settings: Settings): Promise<Store> =>
  openStore({ ...settings, copyFirst: backupBeforeUpgrade, onUnnoted: logUnnoted });

function composeUseCases(): UseCases {
  return { checkHealth: createCheckHealth({ clock, release: releaseOf() }) };
}

/** Saves are answered at once; what they claim is scored anew in the background. */
function composeChecks({ factChecks: store }: Store): CheckQueue {
  const logError = createErrorLog(clock, console.error);
  const work = { requestId: 'background', method: '-', path: 'check-facts', status: 503 };
  const checks = createCheckFacts({
    store,
    items: createBuiltItems(fileURLToPath(new URL('revisions', dist))),
    clock,
    release: releaseOf(),
    onSetApart: (count) => logWarning({ requestId: work.requestId, event: 'fact.set-apart', count }),
  });
  return createCheckQueue({ checks, store, clock, onError: (error) => logError({ ...work, error }) });
}

/** What the server does besides answering: noting who was here, clearing away what is over its time. */
function composeOwnWork({ audit, admin }: Store) {
  const { retention, duties, presence } = admin;
  const later = (work: () => void) => void setTimeout(work, PRESENCE_AFTER_MS).unref();
  const noted = createNotePresence({ presence, clock, later });
  const clear = createClearOld({ retention, duties, audit, clock, holder: randomUUID() });
  const housekeeping = startHousekeeping({ clear, logWarning });
  const end = async () => {
    await housekeeping.stop();
    await noted.flush();
  };
  return { onSeen: noted.note, end };
}

function composeApi(store: Store, settings: Settings, onSeen: (learnerId: string) => void) {
  const { dataDir, origin, reportTo, blobQuotaMb, company } = settings;
  const keys = openSecrets(dataDir);
  const { sessionKeys } = keys;
  const identity = createIdentity({ keys: sessionKeys, secure: origin?.startsWith('https:') ?? false });
  const codes = createTransferCodes(sessionKeys[0] as Buffer);
  const { learners } = store;
  const waysIn = createWaysIn({ ...store, ...keys, origin, company });
  const outline: Outline = JSON.parse(readFileSync(new URL('outline.json', dist), 'utf8'));
  const withheld: Withheld = JSON.parse(readFileSync(new URL('withheld.json', dist), 'utf8'));
  const machine = createMachine({ release: releaseOf(), dataDir, store });
  const routes = createRoutes({
    ...store,
    ...waysIn,
    outline,
    withheld,
    machine,
    ...(settings.lrs && { forwarding: store.outbox }),
    codes,
    guessName: createGuessNames(sessionKeys[0] as Buffer),
    identity,
    clock,
    logWarning,
    reportTo,
    origin: siteOrigin(settings, settings.port),
    blobQuotaMb,
    publicOrigin: origin,
  });
  return createApi({ routes, identity, learners, clock, onSeen });
}

const makeAdminLink = ({ adminLinks, audit }: Pick<Store, 'adminLinks' | 'audit'>, origin: string) =>
  createAdminLinks({ links: adminLinks, audit, secrets: oneTimeSecrets, clock }).make(origin);

/** `--admin-link`: beside a server that may be running. */
async function newAdminLink(settings: Settings): Promise<void> {
  const beside = await openBeside({ ...settings, writes: true }, 'admin_link');
  try {
    const stores = {
      adminLinks: createAdminLinkRepository(beside.db),
      audit: createAuditRepository(beside.db),
    };
    for (const line of adminLinkLines(await makeAdminLink(stores, siteOrigin(settings, settings.port))))
      console.log(line);
  } finally {
    await beside.close();
  }
}

/** Where an LRS is set. `readSettings` takes one with an origin only. */
function startForwarding({ outbox }: Store, { lrs, origin }: Settings): Forwarding | undefined {
  if (!lrs || !origin) return undefined;
  const { now } = clock;
  const logError = createErrorLog(clock, console.error);
  return runForwarding(
    {
      outbox,
      lrs: createHttpLrs(lrs),
      lease: createLease({ outbox, holder: randomUUID(), now, staleMs: LEASE_STALE_MS }),
      clock,
      origin,
      lookEveryMs: LOOK_EVERY_MS,
      random: Math.random,
      warn: logWarning,
    },
    (error) =>
      logError({ requestId: randomUUID(), method: 'FORWARD', path: '/statements', status: 500, error }),
  );
}

/** An upgrade begins with a copy of the data; a restored backup brings back who was deleted since. */
function sayWhatWasDone({ savedTo, deletedAgain }: Store): void {
  if (deletedAgain)
    console.log(
      `备份里有${deletedAgain}位学员后来已经删除或合并，现在已照办。 / ${deletedAgain} learners whom a backup had brought back were deleted or joined again.`,
    );
  if (savedTo) console.log(`升级前的数据备份在 / the data from before the upgrade: ${savedTo}`);
}

async function migrateOnly(settings: Settings): Promise<void> {
  const store = await open(settings);
  const { kind, migrated } = store;
  await store.close();
  sayWhatWasDone(store);
  console.log(`${kind}: ${migrated.length ? `done ${migrated.join(', ')}` : 'nothing to do'}`);
}

/** `--backup …` and `--restore …`: what follows is read by the command itself. */
function commandOf([first, ...rest]: readonly string[]) {
  if (first === '--backup') return (plan: CommandPlan) => runBackup(rest, plan);
  return first === '--restore' ? (plan: CommandPlan) => runRestore(rest, plan) : undefined;
}

/** @param args after `--inbox`. */
async function showInbox(settings: Settings, args: readonly string[]): Promise<void> {
  const order = readInboxOrder(args);
  if (order.status === 'refused') leave([order.line]);
  const inbox = await openInbox({ ...settings, writes: order.status === 'done' });
  try {
    const { lines, code } = await runInbox(order, inbox.mistakes, clock);
    for (const line of lines) console.log(line);
    process.exitCode = code;
  } finally {
    await inbox.close();
  }
}

async function start(settings: Settings): Promise<void> {
  logProcess(clock, console.error);
  const useCases = composeUseCases();
  const store = await open(settings);
  sayWhatWasDone(store);
  const ownWork = composeOwnWork(store);
  const checking = composeChecks(store);
  const { handler } = await import(/* @vite-ignore */ new URL('./server/entry.mjs', dist).href);
  const serving = await startSite({
    dist: fileURLToPath(dist),
    settings,
    render: handler,
    api: composeApi({ ...store, facts: noticedBy(checking, store.facts) }, settings, ownWork.onSeen),
    locals: () => ({ ...useCases }),
    clock,
    log: console.error,
  });
  const backups = store.copyTo && (await listenForBackups(settings.dataDir, store.copyTo));
  const forwarding = startForwarding(store, settings);
  const endSweeps = [
    sweepNowAndThen('/api/blobs', createSweepBlobs({ ...store, clock }), SWEEP_BLOBS_EVERY_MS),
    sweepNowAndThen('guess_count', createSweepGuesses({ ...store, clock }), SWEEP_GUESSES_EVERY_MS),
  ];
  // What another process or machine deleted is noted here too.
  const noting = setInterval(() => void store.noteDeletions().catch(logUnnoted), NOTE_EVERY_MS).unref();
  const drain = async (graceMs?: number) => {
    for (const end of endSweeps) end();
    clearInterval(noting);
    await Promise.all([serving.drain(graceMs), backups?.close(), forwarding?.stop(), checking.stop()]);
    await ownWork.end();
    await store.close();
  };
  drainOnSignal({ ...serving, drain });
  checking.start();
  for (const line of readyLines(serving, settings)) console.log(line);
  if (!(await store.adminLinks.hasAdmin()))
    for (const line of adminLinkLines(await makeAdminLink(store, siteOrigin(settings, serving.port))))
      console.log(line);
}

/** Nobody waits for it, and it keeps no process alive. @returns how to end it. */
function sweepNowAndThen(path: string, sweep: () => Promise<number>, everyMs: number): () => void {
  const logError = createErrorLog(clock, console.error);
  let isOver = false;
  const run = () =>
    void sweep().catch((error) => {
      if (!isOver) logError({ requestId: '-', method: 'SWEEP', path, status: 500, error });
    });
  run();
  const timer = setInterval(run, everyMs);
  timer.unref();
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

/** Say it and leave: a stack helps nobody whose port is taken. */
function leave(lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

process.env.NODE_ENV ??= 'production'; // before the site is imported: React reads it once
const args = process.argv.slice(2);
const command = commandOf(args);
const isInbox = args[0] === '--inbox';
const isAdminLink = args[0] === '--admin-link';
const read = readSettings(process.env, command || isInbox ? [] : isAdminLink ? args.slice(1) : args);
if (read.status === 'refused') leave(settingLines(read.errors));
const { settings } = read;
const work = async () => {
  if (isInbox) return showInbox(settings, args.slice(1));
  if (isAdminLink) return newAdminLink(settings);
  if (!command) return settings.migrateOnly ? migrateOnly(settings) : start(settings);
  for (const line of await command({ ...settings, at: clock.now() })) console.log(line);
};
await work().catch((error) => {
  const isTold = [BackupError, ListenError, StartError].some((told) => error instanceof told);
  if (isTold) leave([error.message]);
  throw error;
});
