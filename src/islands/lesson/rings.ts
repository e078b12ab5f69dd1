/** Geometry of circles inside each other, drawn in a square of 320 with the centre at 0, 0. */
const OUTER = 150;
const INNER = 62;
/** Between the centres of two dots. */
const APART = 26;
/** Places of a row in the innermost ring, in dots from its middle. */
const ROW = [-0.5, 0.5, -1.5, 1.5];

/** Radius of a ring, 0 = innermost. */
export const ringRadius = (ring: number, rings: number): number =>
  INNER + ((OUTER - INNER) * ring) / (rings - 1);

/** Height of a ring's name: the middle of its band, above the centre. */
export const nameAt = (ring: number, rings: number): number =>
  ring === 0 ? -INNER * 0.62 : -(ringRadius(ring, rings) + ringRadius(ring - 1, rings)) / 2;

/**
 * Where the nth dot of a ring lies: in rows in the innermost, else from the bottom to both sides in turn.
 * @returns x to the right, y down.
 */
export function dotAt(ring: number, rings: number, n: number): [x: number, y: number] {
  if (ring === 0) return [(ROW[n % ROW.length] ?? 0) * APART, (Math.floor(n / ROW.length) - 0.4) * APART];
  const radius = -nameAt(ring, rings);
  const turn = (Math.ceil(n / 2) * (n % 2 ? 1 : -1) * APART) / radius;
  return [Math.sin(turn) * radius, Math.cos(turn) * radius];
}
