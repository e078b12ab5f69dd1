/** An open or finished attempt as it lies in the record: enough to go on at the same item, order and responses. */
export interface StoredSnapshot {
  v: 1;
  /** Machine and its version, e.g. `quiz@1`. */
  machine: string;
  /** 1 at the first write, one more at each; a writer that has not seen the last one is refused. */
  seq: number;
  lessonId: string;
  /** Epoch ms, UTC. */
  savedAt: number;
  /** The machine's persisted snapshot; the core that owns the machine checks it. */
  snapshot: unknown;
}

/** The outer shape only. `undefined` = not a stored snapshot of this form. */
export function parseStoredSnapshot(value: unknown): StoredSnapshot | undefined {
  if (typeof value !== 'object' || !value) return undefined;
  const { v, machine, seq, lessonId, savedAt, snapshot } = value as Record<string, unknown>;
  const fits =
    v === 1 &&
    typeof machine === 'string' &&
    Number.isInteger(seq) &&
    (seq as number) > 0 &&
    typeof lessonId === 'string' &&
    Number.isFinite(savedAt) &&
    typeof snapshot === 'object' &&
    snapshot !== null;
  return fits ? (value as StoredSnapshot) : undefined;
}

/** Is the attempt still going on (not finished, not failed)? Finished ones are kept for the look back. */
export function isOpenSnapshot(row: StoredSnapshot): boolean {
  return (row.snapshot as { status?: unknown }).status === 'active';
}
