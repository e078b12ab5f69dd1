// Weighs files that a page fetches beside its scripts, e.g. the data of a role-play, against FILE_BUDGETS.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.mjs';

/**
 * @param {string} client dist/client, compressed already.
 * @param {readonly import('../budgets.mjs').FileBudget[]} budgets
 * @returns {{ budget: import('../budgets.mjs').FileBudget, file: string, bytes: number }[]} every file that a budget
 *   names, as a browser with brotli gets it, the heaviest of a budget first.
 */
export function weighFiles(client, budgets) {
  const files = filesBelow(client);
  const wire = (/** @type {string} */ file) => {
    const packed = join(client, `${file}.br`);
    return statSync(existsSync(packed) ? packed : join(client, file)).size;
  };
  return budgets.flatMap((budget) =>
    files
      .filter((file) => budget.files.test(`/${file}`))
      .map((file) => ({ budget, file: `/${file}`, bytes: wire(file) }))
      .sort((a, b) => b.bytes - a.bytes),
  );
}

/** @param {ReturnType<typeof weighFiles>} weighed @returns {string[]} one sentence for each file over its budget. */
export function filesOver(weighed) {
  return weighed
    .filter(({ budget, bytes }) => bytes > budget.atMost)
    .map(({ budget, file, bytes }) => `${file} (${budget.kind}): ${bytes} > ${budget.atMost}. ${budget.why}`);
}

/** @param {ReturnType<typeof weighFiles>} weighed @returns {string[]} lines for the screen. */
export function fileTable(weighed) {
  const figure = (/** @type {number} */ bytes) => bytes.toLocaleString('en').padStart(8);
  return weighed.map(
    ({ budget, file, bytes }) => `${figure(bytes)}  of ${figure(budget.atMost).trim()}  ${file}`,
  );
}
