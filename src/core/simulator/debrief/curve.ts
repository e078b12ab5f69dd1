import type { LogEntry, Run } from '../run.ts';
import { trustOf } from '../values.ts';

/** One point of the debrief's curve: where trust, patience and interest stood, 0–100 each, unrounded but for trust. */
export interface CurvePoint {
  /** Index of the log entry; undefined = where a line begins, before its first move. */
  index?: number;
  /** Place on the axis, in rounds: 3 = after the third. */
  at: number;
  trust: number;
  patience: number;
  interest: number;
}

/** An unbroken piece of the curve. */
export interface CurvePiece {
  /** Whose values these are, where several persons have their own: a change of person breaks the line. */
  person?: string;
  /** Two at least: the beginning, then one for each move. */
  points: readonly CurvePoint[];
}

/** The curve of a run, in the order of its rounds. Tasks move nothing and have no point. Empty when nothing was said. */
export function curveOf(run: Run): CurvePiece[] {
  const moves = run.log.filter((entry) => entry.move !== undefined);
  const starts = moves.flatMap((entry, place) =>
    place === 0 || moves[place - 1]?.person !== entry.person ? [place] : [],
  );
  return starts.map((start, piece) => {
    const own = moves.slice(start, starts[piece + 1]);
    const first = own[0] as LogEntry;
    // A later piece begins half a round late, so that the break can be seen.
    const begin = { at: first.round - (piece === 0 ? 1 : 0.5), ...levelsOf(first, 'before') };
    const points = own.map((entry) => ({
      index: entry.index,
      at: entry.round,
      ...levelsOf(entry, 'values'),
    }));
    return { ...(first.person !== undefined && { person: first.person }), points: [begin, ...points] };
  });
}

function levelsOf(entry: LogEntry, which: 'before' | 'values') {
  const values = entry[which];
  return { trust: trustOf(values), patience: values.patience, interest: values.interest };
}
