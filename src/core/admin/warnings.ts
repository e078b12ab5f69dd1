import type { OutboxStatus, Overview } from './admin.ts';

/** What an admin should do something about, the most urgent first. */
export type AdminWarning =
  | { kind: 'disk'; freeBytes: number }
  | { kind: 'no-backup' }
  | { kind: 'old-backup'; days: number }
  | { kind: 'outbox-refused'; count: number }
  | { kind: 'outbox-stuck'; failure: string }
  | { kind: 'inbox-full'; count: number }
  | { kind: 'quarantine'; count: number }
  /** `days`: how long the oldest has waited. */
  | { kind: 'unchecked'; count: number; days: number };

const DAY_MS = 86_400_000;
/** Below one of the two the disk is nearly full. */
const FREE_BYTES = 1024 ** 3;
const FREE_RATIO = 0.05;
const BACKUP_DAYS = 7;
/** What cannot be judged for so long waits for an upgrade, or for ever. */
const UNCHECKED_DAYS = 7;
/** The inbox takes 1,000 open reports. */
const INBOX_NEARLY = 900;

/** @returns none when all is well. */
export function adminWarnings(overview: Overview): AdminWarning[] {
  const { disk, outbox, quarantined, openMistakes } = overview;
  const found: AdminWarning[] = [];
  if (disk && (disk.freeBytes < FREE_BYTES || disk.freeBytes < disk.totalBytes * FREE_RATIO))
    found.push({ kind: 'disk', freeBytes: disk.freeBytes });
  found.push(...backupWarning(overview));
  if (outbox && isStuck(outbox)) found.push({ kind: 'outbox-stuck', failure: outbox.failure ?? '?' });
  if (outbox?.refused) found.push({ kind: 'outbox-refused', count: outbox.refused });
  if (openMistakes >= INBOX_NEARLY) found.push({ kind: 'inbox-full', count: openMistakes });
  if (quarantined) found.push({ kind: 'quarantine', count: quarantined });
  found.push(...uncheckedWarning(overview));
  return found;
}

/** Shut out, or nothing has got through since a try failed. */
const isStuck = ({ isPaused, pending, failedAt, succeededAt = 0 }: OutboxStatus): boolean =>
  isPaused || (pending > 0 && failedAt !== undefined && failedAt > succeededAt);

function backupWarning({ at, backupAt }: Overview): AdminWarning[] {
  if (backupAt === undefined) return [{ kind: 'no-backup' }];
  const days = Math.floor((at - backupAt) / DAY_MS);
  return days >= BACKUP_DAYS ? [{ kind: 'old-backup', days }] : [];
}

function uncheckedWarning({ at, checks: { unchecked, uncheckedSince = at } }: Overview): AdminWarning[] {
  const days = Math.floor((at - uncheckedSince) / DAY_MS);
  return unchecked && days >= UNCHECKED_DAYS ? [{ kind: 'unchecked', count: unchecked, days }] : [];
}
