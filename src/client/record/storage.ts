/**
 * The tiny interface behind the device record: five keyed stores and one transaction over all of them. IndexedDB in the
 * browser (`indexeddb-storage.ts`); maps when that is not to be had, and in tests (`memory-storage.ts`).
 */
export const STORES = ['facts', 'snapshots', 'quarantine', 'meta', 'blobs'] as const;
export type StoreName = (typeof STORES)[number];

/** Key and value as they lie, unchecked. */
export type Row = readonly [key: string, value: unknown];

/** What one transaction can do. Await nothing else inside it: IndexedDB closes an idle transaction. */
export interface Stores {
  get(store: StoreName, key: string): Promise<unknown>;
  put(store: StoreName, key: string, value: unknown): Promise<unknown>;
  remove(store: StoreName, key: string): Promise<unknown>;
  clear(store: StoreName): Promise<unknown>;
  entries(store: StoreName): Promise<readonly Row[]>;
}

/** `write-through` waits until the engine says the bytes are on the disk; `write` may lose the last ones with the power. */
export type Access = 'read' | 'write' | 'write-through';

export interface RecordStorage {
  /** All or nothing. Rejects with what the engine rejects with; then nothing was written. */
  transact<T>(access: Access, work: (stores: Stores) => Promise<T>): Promise<T>;
  close(): void;
}
