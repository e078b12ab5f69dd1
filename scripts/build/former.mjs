// Keeps one former generation of hashed files, so that a page that is open while the site is built anew still finds
// the scripts and checks it names.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from './files.mjs';

const HASHED = ['_astro', '_content'];

/**
 * Move what the last finished build served out of the way of the next one.
 * @param {string} dist
 * @param {string} shelf  a folder of ours, outside dist. A build that failed left no stamp and served nobody: then
 *                        the shelf keeps what it has.
 */
export function shelveFormer(dist, shelf) {
  if (!existsSync(join(dist, '.stamp'))) return;
  rmSync(shelf, { recursive: true, force: true });
  mkdirSync(join(shelf, 'client'), { recursive: true });
  for (const name of HASHED) move(join(dist, 'client', name), join(shelf, 'client', name));
  move(join(dist, 'previous'), join(shelf, 'previous'));
  // From here on dist is unfinished, whatever happens.
  rmSync(join(dist, '.stamp'));
}

/** @param {string} from @param {string} to */
function move(from, to) {
  if (existsSync(from)) renameSync(from, to);
}

/**
 * Put the hashed files that the new build lacks into dist/previous.
 * When it lacks none, the generation is the same: then the generation before stays.
 * @param {string} dist
 * @param {string} shelf
 * @returns {number} how many files were kept.
 */
export function keepFormer(dist, shelf) {
  const present = new Set(filesBelow(join(dist, 'client')));
  const lost = (/** @type {string} */ folder) =>
    filesBelow(join(shelf, folder)).filter((file) => !present.has(file.replace(/\.(br|gz)$/, '')));
  const gone = lost('client');
  const [from, files] = gone.length > 0 ? ['client', gone] : ['previous', lost('previous')];
  rmSync(join(dist, 'previous'), { recursive: true, force: true });
  for (const file of files) {
    const target = join(dist, 'previous', file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(shelf, from, file), target);
  }
  return files.length;
}
