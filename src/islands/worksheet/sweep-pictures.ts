import { timeOfUuidv7 } from '#client/record/ids.ts';
import type { DeviceRecord } from '#client/record/record.ts';

const DAY_MS = 86_400_000;

/**
 * Remove pictures that nothing names: chosen, and replaced before a version was kept. A day is left to them, for a page that
 * still shows one.
 * @param now epoch ms.
 */
export async function sweepPictures(record: DeviceRecord, now: number): Promise<void> {
  const named = new Set(
    record.facts().flatMap((fact) => (fact.type === 'worksheet.saved' ? fact.blobIds : [])),
  );
  const drafts = JSON.stringify((await record.snapshots()).map(([, row]) => row));
  await record.blobs.sweep((id) => !named.has(id) && !drafts.includes(id) && now - timeOfUuidv7(id) > DAY_MS);
}
