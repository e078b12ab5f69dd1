import { csvFormatRows } from 'd3-dsv';

/** What a spreadsheet may run when a cell begins with it, in full width too (OWASP, CSV injection). */
const RUNS = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * A table as a CSV file that spreadsheets open as text: before a cell that would be run as a formula stands a `'`.
 * @param rows cells of each line.
 * @returns lines ended by LF, with the mark that tells Excel of UTF-8 at the front.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${csvFormatRows(rows.map((cells) => cells.map(harmless)))}\n`;

const harmless = (text: string): string => (RUNS.test(text) ? `'${text}` : text);
