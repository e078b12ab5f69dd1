import { fromBase64, toBase64 } from './base64.ts';
import { packBlobs } from './blobs.ts';
import { crc32 } from './crc32.ts';
import type { RecordContent } from './record-types.ts';

/** An export as one JSON object: what the file holds, and, packed, the text to copy. */
export interface Transfer {
  format: 'sanxiu-record';
  v: 1;
  /** ISO 8601, UTC. */
  exportedAt: string;
  deviceId: string;
  /** Unchecked until imported. */
  facts: readonly unknown[];
  /** Open attempts by key, unchecked. */
  snapshots?: Readonly<Record<string, unknown>>;
  /** Pictures by id, unchecked; absent in a text to paste, which would be too long with them. */
  blobs?: Readonly<Record<string, unknown>>;
}

/** not-ours: something else · cut: the end is missing · too-new: a newer release made it · damaged: changed on the way. */
export type TransferRefusal = 'not-ours' | 'cut' | 'too-new' | 'damaged';

export type TransferReading =
  | { status: 'read'; transfer: Transfer }
  | { status: 'refused'; reason: TransferRefusal };

/** @param at epoch ms, UTC. */
export function transferOf(content: RecordContent, at: number): Transfer {
  const { deviceId, facts, snapshots, blobs } = content;
  const exportedAt = new Date(at).toISOString();
  return {
    format: 'sanxiu-record',
    v: 1,
    exportedAt,
    deviceId,
    facts,
    snapshots,
    ...(blobs.size > 0 && { blobs: packBlobs(blobs) }),
  };
}

/** The export file: readable JSON. */
export function toFileText(transfer: Transfer): string {
  return JSON.stringify(transfer);
}

/**
 * The export as one line to copy and paste: `SX1.<length>.<crc>.<body>`; the body is base64url of the deflated JSON,
 * its length in characters is written in base 36, the CRC-32 is that of the deflated bytes. `SX0` is the same undeflated.
 * Without pictures.
 */
export async function toPasteText({ blobs: _, ...transfer }: Transfer): Promise<string> {
  const plain = new TextEncoder().encode(toFileText(transfer));
  const packed = await deflate(plain);
  const bytes = packed ?? plain;
  const body = toBase64Url(bytes);
  return [packed ? 'SX1' : 'SX0', body.length.toString(36), crc32(bytes), body].join('.');
}

/** What was chosen as a file or pasted as text, in one reading. Blanks and words around a pasted text do no harm. */
export async function readTransfer(text: string): Promise<TransferReading> {
  const start = text.search(/SX\d+\./);
  if (start < 0 || /^\s*\{/.test(text)) return readJson(text.trim());
  const [mark, length, sum, body] = text.slice(start).replace(/\s+/g, '').split('.');
  if (mark !== 'SX1' && mark !== 'SX0') return refuse('too-new');
  const expected = Number.parseInt(length ?? '', 36);
  const whole = body?.match(/^[\w-]*/)?.[0] ?? '';
  if (!sum || !expected || whole.length < expected) return refuse('cut');
  const bytes = fromBase64Url(whole.slice(0, expected));
  if (!bytes || crc32(bytes) !== sum) return refuse('damaged');
  const plain = mark === 'SX1' ? await inflate(bytes) : bytes;
  return plain ? readJson(new TextDecoder().decode(plain)) : refuse('damaged');
}

function readJson(text: string): TransferReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(/^\s*\{\s*"format"\s*:\s*"sanxiu-record"/.test(text) ? 'cut' : 'not-ours');
  }
  const found = value as Partial<Transfer> | null;
  if (found?.format !== 'sanxiu-record') return refuse('not-ours');
  if (found.v !== 1) return refuse(typeof found.v === 'number' ? 'too-new' : 'damaged');
  const { snapshots = {} } = found;
  if (!Array.isArray(found.facts) || typeof snapshots !== 'object' || typeof (found.blobs ?? {}) !== 'object')
    return refuse('damaged');
  return { status: 'read', transfer: found as Transfer };
}

const refuse = (reason: TransferRefusal): TransferReading => ({ status: 'refused', reason });

async function pipe(bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream) {
  const stream = new Blob([bytes]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @returns undefined where the browser cannot. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await pipe(bytes, new CompressionStream('deflate-raw'));
  } catch {
    return undefined;
  }
}

/** @returns undefined for bytes that are none. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await pipe(bytes, new DecompressionStream('deflate-raw'));
  } catch {
    return undefined;
  }
}

const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const fromBase64Url = (text: string) => fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
