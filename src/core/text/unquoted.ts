const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
];

/** Where the mark opened at the start is closed again, in UTF-16 units; -1 when it never is. */
function closingOf(text: string, open: string, close: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === open) depth += 1;
    if (text[index] === close) depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

/**
 * The words of a card or a line for a place that quotes them: what is itself one quotation would stand in two pairs of marks.
 * @returns `text` without the one pair that encloses all of it, at most one pair; marks inside stay, and so do two
 *          quotations side by side.
 */
export function unquoted(text: string): string {
  const whole = text.trim();
  const [open, close] = PAIRS.find(([mark]) => whole.startsWith(mark)) ?? [];
  if (!open || !close || closingOf(whole, open, close) !== whole.length - 1) return text;
  return whole.slice(1, -1);
}
