import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlatHeaders, PART_HEADERS, type Policies, policyFor } from './headers.ts';
import { mediaType } from './media-types.ts';
import { type StoredFile, storeFile } from './stored-file.ts';

export interface TableSource {
  /** Folders, first wins: the present build before the former one's hashed files. */
  folders: readonly string[];
  policies: Policies;
  security: FlatHeaders;
}

const YEAR = 'public, max-age=31536000, immutable';
const REVALIDATE = 'no-cache';
// Hashed by their content, and loaded by pages only.
const PARTS = /^\/_(astro|content)\/.*\.(js|json|css)$/;
// These never take part in slash redirects: callers of an API follow none.
const SLASHLESS = /^\/(api|healthz|\.well-known)(\/|$)/;

/**
 * Read every file of the built site into memory, with the `.br` and `.gz` files beside it as its other codings.
 * Reading a file for each request would cost a factor of seven, measured.
 * @returns files by decoded path: `/learn/x/` for a page, `/_astro/a.js` for a file.
 * @throws {Error} when the first folder (the present build) is missing.
 */
export function loadFiles(source: TableSource): Map<string, StoredFile> {
  const [present] = source.folders;
  if (!present || !existsSync(present))
    throw new Error(`The built site is not there: ${present}. Build it: npm run build`);
  const files = new Map<string, StoredFile>();
  for (const folder of source.folders) addFolder(files, folder, source);
  return files;
}

/** @returns `/learn/x` → `/learn/x/`: addresses of pages that only lack their closing slash. */
export function slashRedirects(paths: Iterable<string>): Map<string, string> {
  const redirects = new Map<string, string>();
  for (const path of paths)
    if (path.endsWith('/') && path !== '/' && !SLASHLESS.test(path)) redirects.set(path.slice(0, -1), path);
  return redirects;
}

function addFolder(files: Map<string, StoredFile>, folder: string, source: TableSource): void {
  if (!existsSync(folder)) return;
  const names = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const name of names) {
    if (/\.(br|gz)$/.test(name) && names.has(name.slice(0, -3))) continue;
    const path = pathOf(name.slice(folder.length));
    if (!files.has(path)) files.set(path, readStored(name, path, names, source));
  }
}

/** `/learn/x/index.html` → `/learn/x/`; Windows folders become slashes. */
function pathOf(relative: string): string {
  const path = `/${relative.replaceAll('\\', '/').replace(/^\/+/, '')}`;
  return path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
}

function readStored(name: string, path: string, names: Set<string>, source: TableSource): StoredFile {
  const beside = (ending: string) => (names.has(name + ending) ? readFileSync(name + ending) : undefined);
  const file = {
    type: mediaType(name),
    bytes: { identity: readFileSync(name), br: beside('.br'), gzip: beside('.gz') },
  };
  if (PARTS.test(path)) return storeFile({ ...file, cacheControl: YEAR, security: PART_HEADERS });
  const { policies, security } = source;
  return storeFile({ ...file, cacheControl: REVALIDATE, policy: policyFor(policies, path), security });
}
