// The faults of docs/faults.md that `npm test` tries a few times, at their full count, and disks that are really full.
import { run } from '../run.mjs';
import { backUpMuch } from './big-backup.mjs';
import { fillDisk } from './full-disk.mjs';
import { fillPostgres } from './full-postgres.mjs';
import { sendOddBodies } from './odd-bodies.mjs';
import { upgradeOldData } from './old-data.mjs';

const ODD_BODIES = 10_000;
/** PostgreSQL is away for so long, ms. */
const OUTAGE_MS = 30_000;

/** @param {number} kills of backups and deletions in the middle. @returns {Promise<number>} how many failed. */
export async function fullCounts(kills) {
  let failed = 0;
  for (const [file, rounds] of [
    ['kill-backup', kills],
    ['deletions', kills],
    ['fuzz', ODD_BODIES],
  ]) {
    process.env.ROUNDS = String(rounds);
    failed += (await run('vitest', ['run', `tests/server/${file}.test.ts`])) ? 1 : 0;
  }
  process.env.OUTAGE_MS = String(OUTAGE_MS);
  failed += (await run('vitest', ['run', 'tests/server/postgres-store.test.ts'])) ? 1 : 0;
  failed += (await sendOddBodies(ODD_BODIES)) + (await fillDisk()) + (await fillPostgres());
  return failed + (await backUpMuch()) + (await upgradeOldData());
}
