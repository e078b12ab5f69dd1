/**
 * A label in lines that fit a shape: SVG text does not wrap by itself. A Han character counts 2, any other 1; Latin text
 * breaks between words only, Han text anywhere.
 * @param width most units per line, at least 2.
 */
export function wrapLabel(text: string, width: number): string[] {
  const pieces =
    text.match(/[\p{Script=Han}，。、：；？！（）「」]|[^\s\p{Script=Han}，。、：；？！（）「」]+\s*/gu) ??
    [];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const isMark = /^[，。、：；？！）」]$/.test(piece);
    if (last !== undefined && (isMark || unitsOf(last + piece.trimEnd()) <= width))
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** How wide a text is, in the units of `wrapLabel`. */
export function unitsOf(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/[\p{Script=Han}，。、：；？！（）「」]/u.test(sign) ? 2 : 1),
    0,
  );
}
