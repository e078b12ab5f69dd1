import type { Database, FactRow } from './schema.ts';
import type { CopyDatabase } from './sqlite-copy.ts';

/** A fact row before it has its number. */
export type NewFactRow = Omit<FactRow, 'seq'>;

/** Everything one session adds in one go. */
export interface Claim {
  learnerId: string;
  generation: number;
  rows: readonly NewFactRow[];
}

/** What became of a claim. The row at index i was given the number `before + i + 1`, if its id was new. */
export interface Claimed {
  before: number;
  /** Rows that were new. */
  stored: number;
}

/** What differs between the two databases: opening them, and the one write that has to be fast. */
export interface Engine {
  kind: 'sqlite' | 'postgres';
  db: Database;
  /**
   * Number and insert the rows of all claims in one durable transaction; ids already there are left alone.
   * @param claims at most one for each learner and generation.
   * @returns for each claim; undefined = no such learner, or its sessions are of another generation.
   */
  claim(claims: readonly Claim[]): Promise<readonly (Claimed | undefined)[]>;
  /** Bytes of the database as it lies on its disk. */
  size(): Promise<number>;
  /** SQLite only: PostgreSQL brings a program of its own. */
  copyTo?: CopyDatabase;
  close(): Promise<void>;
}
