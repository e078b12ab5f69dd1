import type { Fact } from '#core/model/fact.ts';
import { isSameBody } from '#core/model/same-body.ts';
import { crc32 } from './crc32.ts';
import type { Stores } from './storage.ts';
import { parseStoredSnapshot, type StoredSnapshot } from './stored-snapshot.ts';

/** A row that cannot be used, kept aside so that it can be looked at, never overwritten and never in the way. */
export interface SetAside {
  /** Where it came from. */
  from: 'facts' | 'snapshots' | 'import';
  key: string;
  value: unknown;
  /** unreadable: wrong shape · refused: a machine cannot go on from it · conflict: another body under a known id. */
  reason: 'unreadable' | 'refused' | 'conflict';
}

/** Everything one transaction writes. */
export interface Change {
  /** Epoch ms, UTC, for the rows set aside. */
  at: number;
  facts?: readonly Fact[];
  /** Refused, with the whole change, unless the row under `key` is at `expectedSeq` (0 = no row). */
  snapshots?: readonly { key: string; expectedSeq: number; row: StoredSnapshot }[];
  /** Written only where nothing lies yet. */
  newSnapshots?: readonly { key: string; row: StoredSnapshot }[];
  forget?: readonly string[];
  setAside?: readonly SetAside[];
}

export type ChangeOutcome =
  | { status: 'stale' }
  | {
      status: 'written';
      /** Facts that were not there before. */
      added: readonly Fact[];
      /** Facts that were there already, the same. */
      known: number;
      /** Facts whose id was there with another body; they lie in quarantine. */
      conflicts: number;
    };

/**
 * Apply one change inside the caller's transaction. Safe to repeat after a lost connection: facts with the same body and
 * a snapshot that is already there count as written.
 */
export async function applyChange(stores: Stores, change: Change): Promise<ChangeOutcome> {
  for (const { key, expectedSeq, row } of change.snapshots ?? []) {
    const present = await stores.get('snapshots', key);
    const seq = parseStoredSnapshot(present)?.seq ?? 0;
    if (seq !== expectedSeq && !isSameBody(present, row)) return { status: 'stale' };
  }
  for (const { key, row } of change.snapshots ?? []) await stores.put('snapshots', key, row);
  for (const { key, row } of change.newSnapshots ?? [])
    if ((await stores.get('snapshots', key)) === undefined) await stores.put('snapshots', key, row);
  for (const key of change.forget ?? []) await stores.remove('snapshots', key);
  for (const row of change.setAside ?? []) await quarantine(stores, row, change.at);
  return { status: 'written', ...(await addFacts(stores, change)) };
}

async function addFacts(stores: Stores, change: Change) {
  const added: Fact[] = [];
  let known = 0;
  let conflicts = 0;
  for (const fact of change.facts ?? []) {
    const present = await stores.get('facts', fact.id);
    if (present === undefined) {
      await stores.put('facts', fact.id, fact);
      added.push(fact);
    } else if (isSameBody(present, fact)) known++;
    else {
      conflicts++;
      const row: SetAside = { from: 'import', key: fact.id, value: fact, reason: 'conflict' };
      await quarantine(stores, row, change.at);
    }
  }
  return { added, known, conflicts };
}

/** What lies in a damaged row need not be JSON: it may hold itself, or a number of any length. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}

/** The key holds a checksum of the value, so that the same bad row brought again is one row. */
async function quarantine(stores: Stores, row: SetAside, at: number): Promise<void> {
  const sum = crc32(new TextEncoder().encode(textOf(row.value)));
  await stores.put('quarantine', `${row.from}:${row.key}:${sum}`, { ...row, at });
  if (row.from !== 'import') await stores.remove(row.from, row.key);
}
