// Tells whether dist/ is what the present sources give.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './build/files.mjs';

// Everything a build reads. Tests, documents and the tools beside the build are not among it.
const SOURCES = [
  'src',
  'content',
  'public',
  'scripts/build',
  'scripts/build.mjs',
  'scripts/budgets.mjs',
  'scripts/browser-floor.mjs',
  'scripts/content-check.mjs',
  'scripts/read-course.mjs',
  'scripts/stamp.mjs',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

// Settings that stand in the pages (src/core/model/operator.ts).
const WRITTEN_INTO_PAGES = ['ORIGIN', 'ORGANISATION', 'CONTACT', 'LOGO', 'ICP', 'POLICE'];

/**
 * @param {string} root the clone.
 * @param {NodeJS.ProcessEnv} [env] what is written into pages of it counts.
 * @returns {string} a digest over names and contents of all sources.
 */
export function sourceStamp(root, env = process.env) {
  const digest = createHash('sha256');
  for (const name of WRITTEN_INTO_PAGES) digest.update(`${name}=${env[name] ?? ''}\0`);
  for (const source of SOURCES) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory()
      ? filesBelow(path).map((file) => `${source}/${file}`)
      : [source];
    for (const file of files)
      digest
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return digest.digest('hex');
}

/** @param {string} root @returns {boolean} true when dist/ was finished from exactly these sources. */
export function isFresh(root, env = process.env) {
  const stamp = join(root, 'dist/.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceStamp(root, env);
}
