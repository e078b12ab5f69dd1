import type { LogEntry, Run } from '../run.ts';

/** One row of two runs side by side: what each did at the same place, either of them perhaps not there. */
export interface ComparedRow {
  key: string;
  a?: LogEntry;
  b?: LogEntry;
  /** Both did the same. */
  isSame: boolean;
}

/** Where in a run an entry stands: the turn answered, the number of the move, or the task. */
function keyOf({ stageId, turnId, visit }: LogEntry): string {
  return `${visit}/${stageId}/${turnId ?? ''}`;
}

/** What was done, without when. */
function deedOf({ act }: LogEntry): string {
  const { atMs: _, ...deed } = act;
  return JSON.stringify(deed);
}

/**
 * Two runs of one scenario side by side, in the order of the first; places only the second came to stand where it came to
 * them. At most one row per place.
 */
export function compareRuns(a: Run, b: Run): ComparedRow[] {
  const left = new Map(a.log.map((entry) => [keyOf(entry), entry]));
  const right = new Map(b.log.map((entry) => [keyOf(entry), entry]));
  const keys = [...left.keys()];
  let place = 0;
  for (const key of right.keys()) {
    const known = keys.indexOf(key);
    if (known >= 0) place = known + 1;
    else keys.splice(place++, 0, key);
  }
  return keys.map((key) => {
    const [mine, other] = [left.get(key), right.get(key)];
    const isSame = mine !== undefined && other !== undefined && deedOf(mine) === deedOf(other);
    return { key, ...(mine && { a: mine }), ...(other && { b: other }), isSame };
  });
}
