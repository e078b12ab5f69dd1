/** Geometry of a radar: axes from the middle outwards, the first to the top, clockwise. y grows downwards, as in SVG. */

/**
 * @param ratio how far out, 0 (the middle) to 1.
 * @returns x and y from the middle, rounded to a tenth.
 */
export function radarPoint(index: number, count: number, ratio: number, radius: number): [number, number] {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  return [tenth(Math.cos(angle) * ratio * radius), tenth(Math.sin(angle) * ratio * radius)];
}

/** The corners of an area, for `points` of an SVG polygon. */
export function radarArea(ratios: readonly number[], radius: number): string {
  return ratios.map((ratio, index) => radarPoint(index, ratios.length, ratio, radius).join(',')).join(' ');
}

/** 0 instead of −0, one decimal. */
const tenth = (value: number) => Math.round(value * 10) / 10 + 0;

/** Where a label stands to its point: beside it to the left or right, or over and under it. */
export function labelAnchor(x: number): 'start' | 'middle' | 'end' {
  if (Math.abs(x) < 1) return 'middle';
  return x > 0 ? 'start' : 'end';
}

/**
 * A label in lines of at most `units` widths: a Han character counts two, any other one; English breaks between words.
 * A single longer word stays whole.
 */
export function labelLines(text: string, units: number): string[] {
  const lines: string[] = [];
  for (const piece of text.match(/[^\s\p{Script=Han}]+\s?|\p{Script=Han}|\s/gu) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && labelWidth(last) + labelWidth(piece.trimEnd()) <= units)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** Of a text in units: a Han character counts two, any other one. */
export const labelWidth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0);

/** The middle of the marks given on each axis; undefined where one has none. Marks of 1 to 5, by marker id. */
export function axisMeans(
  axes: readonly { markers: readonly { id: string }[] }[],
  marks: Readonly<Record<string, number>>,
): (number | undefined)[] {
  return axes.map(({ markers }) => {
    const given = markers.map(({ id }) => marks[id]).filter((mark) => mark !== undefined);
    return given.length ? given.reduce((sum, mark) => sum + mark, 0) / given.length : undefined;
  });
}
