/** Pictures for tests: what a file begins with, and then whatever. */
import type { FactOf } from '#core/model/fact.ts';

const MARKS = {
  jpeg: [0xff, 0xd8, 0xff, 0xe0],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  webp: [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50],
};

/** @param seed tells pictures apart. @param size bytes in all; every value of a byte is among them from 300 on. */
export function pictureBytes(
  seed = 0,
  size = 400,
  kind: keyof typeof MARKS = 'jpeg',
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (at + seed) % 256;
  bytes.set(MARKS[kind]);
  return bytes;
}

/** @param n 0 to 9,999. @returns e.g. `0193a4d2-2222-7000-8000-000000000001`. */
export const pictureId = (n: number): string => `0193a4d2-2222-7000-8000-${String(n).padStart(12, '0')}`;

/** A version of a sheet that names pictures. */
export const saved = (id: string, ...blobIds: string[]): FactOf<'worksheet.saved'> => ({
  id,
  v: 1,
  at: 1_795_000_000_000,
  deviceId: 'device-1',
  language: 'zh',
  type: 'worksheet.saved',
  worksheetId: 't-01',
  worksheetRevision: 'r1',
  documentId: 'd1',
  fields: { picture: blobIds[0] ?? null },
  blobIds,
});
