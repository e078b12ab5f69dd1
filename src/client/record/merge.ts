import { parseFact } from '#core/model/fact.guard.ts';
import type { Fact } from '#core/model/fact.ts';
import { unpackBlobs } from './blobs.ts';
import type { SetAside } from './change.ts';
import type { DeviceRecord } from './record.ts';
import type { Imported, RecordContent } from './record-types.ts';
import type { Row } from './storage.ts';
import { isOpenSnapshot, parseStoredSnapshot, type StoredSnapshot } from './stored-snapshot.ts';

/**
 * Merge what was brought from elsewhere: facts by id, attempts where none lies here.
 * @param values    facts, unchecked.
 * @param snapshots unchecked, by key; those that are none, or not going on, are left out.
 * @param blobs     unchecked, by id; those that are no pictures are left out.
 * @param now       epoch ms, UTC.
 */
export async function importInto(
  record: DeviceRecord,
  values: readonly unknown[],
  snapshots: Readonly<Record<string, unknown>> = {},
  blobs: Readonly<Record<string, unknown>> = {},
  now: number = Date.now(),
): Promise<Imported> {
  const facts: Fact[] = [];
  const setAside: SetAside[] = [];
  values.forEach((value, index) => {
    const fact = parseFact(value);
    if (fact) facts.push(fact);
    else setAside.push({ from: 'import', key: String(index), value, reason: 'unreadable' });
  });
  const open = openSnapshots(Object.entries(snapshots));
  const newSnapshots = Object.entries(open).map(([key, row]) => ({ key, row }));
  const pictures = unpackBlobs(blobs);
  if (pictures.length > 0) await record.blobs.keep(pictures);
  const { kept, outcome } = await record.write({ at: now, facts, setAside, newSnapshots });
  const counts = outcome.status === 'written' ? outcome : { added: [], known: 0, conflicts: 0 };
  const aside = setAside.length + counts.conflicts;
  return { added: counts.added.length, known: counts.known, setAside: aside, kept };
}

/** Everything its owner takes along: all facts, the attempts still going on, the pictures. */
export async function exportFrom(record: DeviceRecord): Promise<RecordContent> {
  const snapshots = openSnapshots(await record.snapshots());
  return { deviceId: record.deviceId, facts: record.facts(), snapshots, blobs: await record.blobs.all() };
}

/** The attempts still going on, by key; of two under one key the later row. */
function openSnapshots(rows: Iterable<Row>): Record<string, StoredSnapshot> {
  const open: Record<string, StoredSnapshot> = {};
  for (const [key, value] of rows) {
    const row = parseStoredSnapshot(value);
    if (row && isOpenSnapshot(row)) open[key] = row;
    else delete open[key];
  }
  return open;
}
