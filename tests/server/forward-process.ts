/** A server process as far as forwarding goes, for tests that kill it. Environment: DATA_DIR, DATABASE_URL, LRS_ENDPOINT, LRS_AUTH. */
import { randomUUID } from 'node:crypto';
import { createHttpLrs } from '#server/lrs/http-lrs.ts';
import { openStore } from '#server/store/open-store.ts';
import { createLease } from '#server/usecase/hold-lease.ts';
import { runForwarding } from '#server/usecase/run-forwarding.ts';

const {
  DATA_DIR: dataDir = '',
  DATABASE_URL: databaseUrl,
  LRS_ENDPOINT: endpoint = '',
  LRS_AUTH: auth = '',
} = process.env;
const { outbox, close } = await openStore({ dataDir, ...(databaseUrl && { databaseUrl }) });
const now = Date.now;
const forwarding = runForwarding(
  {
    outbox,
    lrs: createHttpLrs({ endpoint, auth }),
    lease: createLease({ outbox, holder: randomUUID(), now, staleMs: 300 }),
    clock: { now },
    origin: 'https://course.example.com',
    lookEveryMs: 100,
    random: () => 0,
    warn: () => {},
  },
  console.error,
);
process.on('SIGTERM', async () => {
  await forwarding.stop();
  await close();
  process.exit(0);
});
process.stdout.write('ready\n');
