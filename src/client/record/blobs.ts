import { fromBase64, toBase64 } from './base64.ts';
import type { Access, Row, Stores } from './storage.ts';

/** A picture as it lies beside the facts. */
export interface StoredBlob {
  v: 1;
  /** `image/jpeg`, `image/png` or `image/webp`. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** One transaction of the record, after everything asked for before; undefined when the database does not answer. */
export type Transact = <T>(
  access: Access,
  work: (stores: Stores) => Promise<T>,
) => Promise<{ value: T } | undefined>;

/**
 * What facts name by id and is too large to stand in them. Kept once and never changed: another picture is another id. What
 * the device does not take lives in this page, and is tried again with the next one.
 */
export class Blobs {
  readonly #transact: Transact;
  readonly #unkept = new Map<string, StoredBlob>();

  constructor(transact: Transact) {
    this.#transact = transact;
  }

  /** @returns `memory` when it is in this page only. */
  async keep(entries: readonly (readonly [id: string, blob: StoredBlob])[]): Promise<'kept' | 'memory'> {
    for (const [id, blob] of entries) this.#unkept.set(id, blob);
    const waiting = [...this.#unkept];
    const done = await this.#transact('write-through', async (stores) => {
      for (const [id, blob] of waiting)
        if ((await stores.get('blobs', id)) === undefined) await stores.put('blobs', id, blob);
    });
    if (!done) return 'memory';
    for (const [id] of waiting) this.#unkept.delete(id);
    return 'kept';
  }

  /** @returns undefined for one that is not on this device. */
  async get(id: string): Promise<StoredBlob | undefined> {
    const here = this.#unkept.get(id);
    if (here) return here;
    const read = await this.#transact('read', (stores) => stores.get('blobs', id));
    return parseBlob(read?.value);
  }

  /** All of them by id; rows that are none are left out. */
  async all(): Promise<ReadonlyMap<string, StoredBlob>> {
    const read = await this.#transact('read', (stores) => stores.entries('blobs'));
    const rows: readonly Row[] = [...(read?.value ?? []), ...this.#unkept];
    return new Map(
      rows.flatMap(([id, value]) => {
        const blob = parseBlob(value);
        return blob ? [[id, blob] as const] : [];
      }),
    );
  }

  /** Remove those for which `isUnused` holds. */
  async sweep(isUnused: (id: string) => boolean): Promise<void> {
    await this.#transact('write', async (stores) => {
      for (const [id] of await stores.entries('blobs')) if (isUnused(id)) await stores.remove('blobs', id);
    });
  }

  /** Everything was deleted. */
  forgetAll(): void {
    this.#unkept.clear();
  }
}

const TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** Largest picture that is kept, bytes; `scalePicture` makes every picture fit. */
export const MOST_BYTES = 200_000;

/** @returns undefined for what is no picture of ours. */
export function parseBlob(value: unknown): StoredBlob | undefined {
  const { v, type, bytes } = (value ?? {}) as Partial<StoredBlob>;
  const isOne =
    v === 1 &&
    TYPES.includes(type ?? '') &&
    bytes instanceof Uint8Array &&
    bytes.length > 0 &&
    bytes.length <= MOST_BYTES;
  return isOne ? (value as StoredBlob) : undefined;
}

/** A picture as it stands in an export: base64. */
export interface PackedBlob {
  type: string;
  data: string;
}

const packBlob = ({ type, bytes }: StoredBlob): PackedBlob => ({ type, data: toBase64(bytes) });

/** @param value unchecked. @returns undefined for what is no picture of ours. */
function unpackBlob(value: unknown): StoredBlob | undefined {
  const { type, data } = (value ?? {}) as Partial<PackedBlob>;
  return typeof data === 'string' ? parseBlob({ v: 1, type, bytes: fromBase64(data) }) : undefined;
}

/** What an export says of its pictures, by id. */
export const packBlobs = (blobs: Iterable<readonly [string, StoredBlob]>): Record<string, PackedBlob> =>
  Object.fromEntries([...blobs].map(([id, blob]) => [id, packBlob(blob)]));

/** @param value unchecked. @returns the pictures of an export that are some. */
export function unpackBlobs(value: unknown): [id: string, blob: StoredBlob][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([id, packed]) => {
    const blob = unpackBlob(packed);
    return blob ? [[id, blob]] : [];
  });
}
