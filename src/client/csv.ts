/**
 * A table as a CSV file that spreadsheets open as text: a cell that begins with = + - @ would be run as a formula and is
 * neutralised. The library comes when somebody asks for a table.
 * @param rows cells of each line.
 * @returns RFC 4180, with the mark that tells Excel of UTF-8 at the front.
 */
export async function csvOf(rows: readonly (readonly string[])[]): Promise<string> {
  const { default: papa } = await import('papaparse');
  return `\ufeff${papa.unparse(rows as string[][], { escapeFormulae: true })}\r\n`;
}
