/** What a spreadsheet may run when a cell begins with it, in full width too (OWASP, CSV injection). */
const RUNS = /^[=+\-@＝＋－＠\t\r\n]/;
const QUOTED = /[",\r\n\ufeff]|^\s|\s$/;

/**
 * A table as a CSV file that spreadsheets open as text: before a cell that would be run as a formula stands a `'`, and the
 * cell is quoted.
 * @param rows cells of each line.
 * @returns RFC 4180, with the mark that tells Excel of UTF-8 at the front.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;

function csvCell(text: string): string {
  const runs = RUNS.test(text);
  const quoted = text.replaceAll('"', '""');
  if (runs) return `"'${quoted}"`;
  return QUOTED.test(text) ? `"${quoted}"` : text;
}
