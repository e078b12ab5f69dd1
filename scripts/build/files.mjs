// Files of the built site, as addresses.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * @param {string} folder may be absent.
 * @returns {string[]} paths of all files below it, relative, with slashes, sorted.
 */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** `learn/x/index.html` → `/learn/x/`, `404.html` → `/404.html`. @param {string} file */
export const addressOf = (file) => `/${file}`.replace(/\/index\.html$/, '/');
