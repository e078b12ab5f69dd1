/** Geometry of the iceberg: a mark for every part, in rows that narrow away from the water. Units of its view box. */

export const WIDTH = 350;
const MARK = 30;
const ROW = 30;
const MIDDLE = 195;
const TOP = 30;

export interface Spot {
  x: number;
  y: number;
}

export interface IcebergShape {
  height: number;
  water: number;
  tip: string;
  keel: string;
  /** A place for each part, in the order given. */
  above: readonly Spot[];
  below: readonly Spot[];
}

/** @param found, missed how many parts stand above the water and below it. */
export function icebergShape(found: number, missed: number): IcebergShape {
  const up = rowsFor(found);
  const down = rowsFor(missed);
  const water = TOP + Math.max(1, up.length) * ROW + 8;
  const height = water + Math.max(1, down.length) * ROW + 34;
  const above = spotsOf(up, (row) => water - 20 - row * ROW);
  const below = spotsOf(down, (row) => water + 24 + row * ROW);
  const foot = Math.max(halfOf(up[0] ?? 1), halfOf(down[0] ?? 1) - 18);
  return {
    height,
    water,
    tip: outline(up, foot, water, -1),
    keel: outline(down, Math.max(foot + 10, halfOf(down[0] ?? 1)), water, 1),
    above,
    below,
  };
}

/** The smallest pyramid that holds so many; from the water outward. */
function rowsFor(count: number): number[] {
  const base = Math.min(9, Math.ceil((Math.sqrt(8 * count + 1) - 1) / 2));
  const rows: number[] = [];
  for (let left = count, size = base; left > 0; size = Math.max(1, size - 1)) {
    rows.push(Math.min(size, left));
    left -= size;
  }
  return rows;
}

function spotsOf(rows: readonly number[], y: (row: number) => number): Spot[] {
  return rows.flatMap((size, row) =>
    Array.from({ length: size }, (_, n) => ({ x: MIDDLE + (n - (size - 1) / 2) * MARK, y: y(row) })),
  );
}

const halfOf = (size: number) => (size * MARK) / 2 + 14;

/** Jagged, the same for the same rows: ice is not drawn with a ruler. */
const JAGS = [3, -5, 6, -3, 5, -6, 2, -4];

function outline(rows: readonly number[], foot: number, water: number, away: 1 | -1): string {
  const edge = rows.map((size, row) => ({
    half: Math.max(halfOf(size) - 4, 16),
    y: water + away * (row * ROW + 22),
  }));
  const end = water + away * (Math.max(1, rows.length) * ROW + 20);
  const left = edge.map(({ half, y }, n) => `L${MIDDLE - half + (JAGS[n % 8] ?? 0)} ${y}`);
  const right = edge.map(({ half, y }, n) => `L${MIDDLE + half + (JAGS[(n + 3) % 8] ?? 0)} ${y + 3 * away}`);
  return `M${MIDDLE - foot} ${water}${left.join('')}L${MIDDLE + 5} ${end}${right.toReversed().join('')}L${MIDDLE + foot} ${water}Z`;
}
