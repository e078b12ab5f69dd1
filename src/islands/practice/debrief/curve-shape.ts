import type { CurvePiece, CurvePoint } from '#core/simulator/debrief/curve.ts';

/** Geometry of the curve, in units of its view box. */

export const WIDTH = 350;
const LEFT = 30;
const PLOT_HEIGHT = 150;
/** Between two marks on the top edge, and between two labels at the line's end. */
const MARK_GAP = 30;
const LABEL_GAP = 17;

export type Line = 'trust' | 'patience' | 'interest';
export const LINES: readonly Line[] = ['trust', 'patience', 'interest'];

export interface CurveShape {
  height: number;
  top: number;
  bottom: number;
  x: (at: number) => number;
  y: (value: number) => number;
  /** Width of one round. */
  slot: number;
  /** Values with a rule. */
  ticks: readonly number[];
  /** Rounds written under the axis. */
  rounds: readonly number[];
  /** Height of each mark of a turning point: neighbours stand on different lanes. */
  markY: readonly number[];
}

/**
 * @param turns  rounds of the turning points, ascending.
 * @param right  room for the labels at the lines' ends.
 */
export function curveShape(
  pieces: readonly CurvePiece[],
  turns: readonly number[],
  right: number,
): CurveShape {
  const all = pieces.flatMap((piece) => piece.points);
  const values = all.flatMap(({ trust, patience, interest }) => [trust, patience, interest]);
  const low = Math.floor(Math.min(...values) / 20) * 20;
  const high = Math.max(low + 40, Math.ceil(Math.max(...values) / 20) * 20);
  const begin = all[0]?.at ?? 0;
  const end = Math.max(begin + 1, all.at(-1)?.at ?? 1);
  const slot = (WIDTH - LEFT - right) / (end - begin);
  const x = (at: number) => LEFT + (at - begin) * slot;
  const lanes = lanesOf(turns.map(x));
  const top = 22 + (Math.max(0, ...lanes) + 1) * MARK_GAP;
  return {
    height: top + PLOT_HEIGHT + 34,
    top,
    bottom: top + PLOT_HEIGHT,
    x,
    y: (value) => top + ((high - value) / (high - low)) * PLOT_HEIGHT,
    slot,
    ticks: ticksOf(low, high),
    rounds: roundsOf(Math.ceil(begin) + 1, end, slot, turns),
    markY: lanes.map((lane) => 16 + lane * MARK_GAP),
  };
}

/** A mark too near to one on the same lane goes one lower. */
function lanesOf(places: readonly number[]): number[] {
  const lanes: number[] = [];
  places.forEach((place, index) => {
    const taken = lanes.filter((_, other) => place - (places[other] ?? 0) < MARK_GAP && other < index);
    lanes.push([0, 1, 2].find((lane) => !taken.includes(lane)) ?? 0);
  });
  return lanes;
}

function ticksOf(low: number, high: number): number[] {
  const step = high - low > 60 ? 40 : 20;
  const first = Math.ceil((low + 1) / step) * step;
  return Array.from({ length: Math.floor((high - 1 - first) / step) + 1 }, (_, n) => first + n * step);
}

/** As many rounds as have room; those of the turning points always, their neighbours then not. */
function roundsOf(first: number, last: number, slot: number, turns: readonly number[]): number[] {
  const every = Math.ceil(22 / slot);
  const rounds = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return rounds.filter(
    (round) =>
      turns.includes(round) ||
      ((round - first) % every === 0 && turns.every((turn) => Math.abs(turn - round) * slot > 20)),
  );
}

export function pathOf(points: readonly CurvePoint[], line: Line, { x, y }: CurveShape): string {
  return points.map((point, n) => `${n ? 'L' : 'M'}${round(x(point.at))} ${round(y(point[line]))}`).join('');
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Heights of the labels at the lines' ends, pushed apart where they would cover each other. */
export function labelHeights(last: CurvePoint, { y, top, bottom }: CurveShape): Record<Line, number> {
  const heights = LINES.map((line) => ({ line, at: y(last[line]) })).sort((a, b) => a.at - b.at);
  heights.forEach((label, n) => {
    const above = heights[n - 1];
    label.at = Math.max(label.at, above ? above.at + LABEL_GAP : top);
  });
  heights.toReversed().forEach((label, n, lower) => {
    const below = lower[n - 1];
    label.at = Math.min(label.at, below ? below.at - LABEL_GAP : bottom);
  });
  return Object.fromEntries(heights.map(({ line, at }) => [line, at])) as Record<Line, number>;
}
