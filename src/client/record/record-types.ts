import type { Fact, FactBody } from '#core/model/fact.ts';
import type { Language } from '#core/model/text.ts';
import type { StoredBlob } from './blobs.ts';
import type { MemoryReason } from './open-storage.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

/** Is what the learner does kept on this device? The object is replaced when anything in it changes. */
export interface RecordHealth {
  state: 'kept' | 'memory';
  /** blocked: storage is off or does not answer · full · corrupt · too-new: a newer release wrote it, or asks for a reload. */
  reason?: MemoryReason | undefined;
  /** Rows that could not be used and were set aside since this page was opened. */
  setAside: number;
  /** An earlier database could not be read; it lies untouched and a new one is in use. */
  former: boolean;
}

/** `elsewhere`: another tab did it. */
export type RecordChange =
  | { type: 'health' }
  | { type: 'facts' }
  | { type: 'deleted'; elsewhere: boolean }
  | { type: 'snapshot'; key: string; elsewhere: boolean };

/** A fact as the caller knows it. `id` only where a repeat must be the same fact: `<attemptId>/<n>`; `at` defaults to now. */
export type FactDraft = FactBody & { language: Language; id?: string; at?: number };

export interface Commit {
  /** E.g. `check:m2-fab-pitch`. */
  key: string;
  /** `seq` of the snapshot this one follows; 0 = there was none. The new one is `expectedSeq + 1`. */
  expectedSeq: number;
  snapshot: Pick<StoredSnapshot, 'machine' | 'lessonId' | 'snapshot'>;
  facts: readonly FactDraft[];
}

export interface Imported {
  added: number;
  known: number;
  /** Unreadable, or another body under a known id: not taken over, nothing overwritten. */
  setAside: number;
  kept: boolean;
}

/** What leaves the device on export. */
export interface RecordContent {
  deviceId: string;
  facts: readonly Fact[];
  /** Attempts still going on, by key. */
  snapshots: Readonly<Record<string, StoredSnapshot>>;
  /** Pictures that facts and attempts name, by id. */
  blobs: ReadonlyMap<string, StoredBlob>;
}
