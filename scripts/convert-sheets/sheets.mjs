// Reads the turn sheets: Markdown files with YAML blocks. Every record keeps the comments that stand beside it, and every
// block the paragraphs written above it, so that calculations and voices reach the scenario file too.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';

/** Comment of a record, by the record itself; lines without their `#`. */
const comments = new WeakMap();
/** @param {unknown} record @returns {string | undefined} */
export const commentOf = (record) => (isRecord(record) ? comments.get(record) : undefined);
/** Passes the comment of a record of the sheet on to the record made from it. */
export function withComment(from, to) {
  const comment = commentOf(from);
  if (comment) comments.set(to, comment);
  return to;
}
/** Adds lines to the comment of a record. */
export function note(record, lines) {
  comments.set(record, [commentOf(record), ...lines].filter(Boolean).join('\n'));
  return record;
}
const isRecord = (value) => typeof value === 'object' && value !== null;

/** Paragraphs about the sheets in general, not about one scenario. */
const GENERAL = /^(Two documents per case|Same prompts M1)/;

/**
 * @param {string} folder with the sheets.
 * @returns {Map<string, { block: Record<string, any>, prose: string[] }[]>} blocks by scenario id as the product writes it
 *   (F-A and CA in the sheets are f-a and r-a), in the order of the run.
 */
export function readSheets(folder) {
  const found = new Map();
  const files = readdirSync(folder).filter((name) => /^[dfr]-.*\.md$/.test(name));
  for (const name of files.sort())
    for (const one of blocksOf(readFileSync(join(folder, name), 'utf8'), name)) {
      const id = idOf(one.block.scenario);
      found.set(id, [...(found.get(id) ?? []), one]);
    }
  return found;
}

/** `F-A` → `f-a`; the ROI cases `CA`, `CB`, `CC` → `r-a`, `r-b`, `r-c`. */
function idOf(scenario) {
  return /^C[ABC]$/.test(scenario) ? `r-${scenario[1].toLowerCase()}` : scenario.toLowerCase();
}

function blocksOf(text, name) {
  const parts = text.split(/^```yaml\n([\s\S]*?)^```$/m);
  return parts.flatMap((part, index) => {
    if (index % 2 === 0) return [];
    const document = parseDocument(part);
    if (document.errors.length) throw new Error(`${name}: ${document.errors[0].message}`);
    return [{ block: plain(document.contents), prose: paragraphs(parts[index - 1]) }];
  });
}

function paragraphs(text) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#') && !GENERAL.test(line));
}

/** The value of a node; comments before and behind it go to the record it makes. */
function plain(node, before = '') {
  if (isSeq(node)) {
    return node.items.map((item, index) => plain(item, index === 0 ? (node.commentBefore ?? before) : ''));
  }
  if (!isMap(node)) return node?.value;
  const record = Object.fromEntries(
    node.items.map((pair) => [pair.key.value, plain(pair.value, pair.key.commentBefore ?? '')]),
  );
  const comment = [before, node.commentBefore, node.comment].filter(Boolean).join('\n');
  if (comment) comments.set(record, comment);
  return record;
}
