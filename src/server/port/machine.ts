import type { Overview } from '#core/admin/admin.ts';

/** What the server runs on. */
export interface Machine {
  release: string;
  engine: Overview['engine'];
  /** Of the disk with the data folder; undefined where the system does not tell. */
  disk(): Promise<Overview['disk']>;
  /** @throws {StoreError} */
  databaseBytes(): Promise<number>;
}
