/**
 * Our server as the product composes it, on a free port, with a small site and the routes of steps.ts. Prints `{ port, cookies }`, one session for each connection.
 * Environment: DATA_DIR, DATABASE_URL (optional), LEARNERS.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGuessNames } from '#server/auth/guess-names.ts';
import { createIdentity } from '#server/auth/identity.ts';
import { openSecrets } from '#server/auth/secrets.ts';
import { createTransferCodes } from '#server/auth/transfer-codes.ts';
import { createWaysIn } from '#server/auth/ways-in.ts';
import { listenForBackups } from '#server/backup/backup-socket.ts';
import { createApi } from '#server/http/api.ts';
import { createRoutes } from '#server/http/api-routes.ts';
import { drainOnSignal, startSite } from '#server/http/run.ts';
import { createMachine } from '#server/store/machine.ts';
import { openStore } from '#server/store/open-store.ts';
import { openRaw } from './raw.ts';
import { benchSteps } from './steps.ts';

const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl, LEARNERS = '0' } = process.env;
const clock = { now: Date.now };
const store = await openStore({ dataDir, ...(databaseUrl && { databaseUrl }) });
const keys = openSecrets(dataDir);
const identity = createIdentity({ keys: keys.sessionKeys, secure: false });
const { learners } = store;
const machine = createMachine({ release: 'bench', dataDir, store });
const codes = createTransferCodes(Buffer.alloc(32));
const waysIn = createWaysIn({ ...store, ...keys });
const routes = createRoutes({
  ...store,
  ...waysIn,
  outline: { lessons: [], scenarios: [] },
  machine,
  codes,
  guessName: createGuessNames(Buffer.alloc(32)),
  identity,
  clock,
  logWarning: () => {},
  origin: 'http://localhost',
});
const api = createApi({ routes, identity, learners, clock });
const raw = await openRaw(dataDir, databaseUrl);
const steps = benchSteps({ identity, clock, raw, databaseUrl });
const serving = await startSite({
  dist: smallSite(),
  settings: { port: 0, host: '127.0.0.1', lan: false, testHosts: [], dataDir, migrateOnly: false },
  render: (_req, _res, next) => next(),
  api: (method, path, call) => steps[path]?.(call) ?? api(method, path, call),
  locals: () => ({}),
  clock,
  log: console.error,
});
const backups = store.copyTo && (await listenForBackups(dataDir, store.copyTo));
const drain = async (graceMs?: number) => {
  await Promise.all([serving.drain(graceMs), backups?.close()]);
  await raw.close();
  await store.close();
};
drainOnSignal({ ...serving, drain });
const cookies: string[] = [];
for (let count = 0; count < Number(LEARNERS); count += 1) {
  const id = crypto.randomUUID();
  const session = await learners.add({ id, nickname: `学员${count}`, createdAt: clock.now() });
  cookies.push(identity.issue(session, clock.now()).split(';')[0] ?? '');
}
process.stdout.write(`${JSON.stringify({ port: serving.port, cookies })}\n`);

function smallSite(): string {
  const dist = mkdtempSync(join(tmpdir(), 'sanxiu-bench-site-'));
  mkdirSync(join(dist, 'client'));
  writeFileSync(join(dist, 'client/index.html'), '<!doctype html><title>三修</title>');
  writeFileSync(join(dist, 'headers.json'), JSON.stringify({ '*': "default-src 'none'" }));
  return dist;
}
