import type { LogEntry, Run } from '../run.ts';
import { trustOf } from '../values.ts';

/** One point of the debrief's curve: where trust, patience and interest stood after a move. */
export interface CurvePoint {
  /** Index of the log entry; -1 = before the first move. */
  index: number;
  round: number;
  trust: number;
  patience: number;
  interest: number;
  /** Whose values these are, where several persons have their own. A change of person breaks the line. */
  person?: string;
}

/** The curve of a run: its start, then one point for each move. Tasks move nothing and have no point. */
export function curveOf(run: Run): CurvePoint[] {
  const moves = run.log.filter((entry) => entry.move !== undefined);
  const first = moves[0];
  if (!first) return [];
  return [
    { ...pointOf(first, 'before'), index: -1, round: 0 },
    ...moves.map((entry) => pointOf(entry, 'values')),
  ];
}

function pointOf(entry: LogEntry, which: 'before' | 'values'): CurvePoint {
  const values = entry[which];
  return {
    index: entry.index,
    round: entry.round,
    trust: trustOf(values),
    patience: values.patience,
    interest: values.interest,
    ...(entry.person !== undefined && { person: entry.person }),
  };
}
