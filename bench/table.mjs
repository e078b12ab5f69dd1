// Figures as text.

/** @param {readonly number[]} values @returns {number} the middle one; of two, their mean. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Bytes as kB of 1,000 bytes. @param {number} bytes */
export const kB = (bytes) => `${(bytes / 1000).toFixed(1)}`;

/** @param {number} ms */
export const ms = (ms) => Math.round(ms).toLocaleString('en');

/** @param {number} own @param {number} other */
export const ratio = (own, other) => (other > 0 ? (own / other).toFixed(2) : '–');

/**
 * Columns aligned: the first to the left, the others to the right, the last to the left where it is text.
 * @param {readonly (readonly string[])[]} rows the first one is the head.
 */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], '-'.repeat(lines[0]?.length ?? 0), ...lines.slice(1)].join('\n');
}
