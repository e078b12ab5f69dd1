import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ErrorPages, takeErrorPages } from './error-pages.ts';
import { loadFiles, slashRedirects } from './file-table.ts';
import { type FlatHeaders, readPolicies, securityHeaders } from './headers.ts';
import type { StoredFile } from './stored-file.ts';

/** Everything the listener needs of the built site, in memory. */
export interface Site {
  /** By decoded path. */
  files: ReadonlyMap<string, StoredFile>;
  /** Path without closing slash → the page's path. */
  redirects: ReadonlyMap<string, string>;
  errorPages: ErrorPages;
  /** Security headers and the policy for answers that are no file. */
  answerHeaders: FlatHeaders;
  security: FlatHeaders;
}

/**
 * Load `dist/` as scripts/build.mjs left it.
 * @param dist  folder with client/, previous/ (optional) and headers.json.
 * @param https is the public address https?
 * @throws {Error} when client/ or headers.json is missing or unreadable; the message says how to build.
 */
export function loadSite(dist: string, https: boolean): Site {
  const policies = readPolicies(readJson(join(dist, 'headers.json')));
  const security = securityHeaders(https);
  const folders = [join(dist, 'client'), join(dist, 'previous')];
  const files = loadFiles({ folders, policies, security });
  const errorPages = takeErrorPages(files, policies, security);
  const redirects = slashRedirects(files.keys());
  const answerHeaders = [...security, 'content-security-policy', policies.otherwise];
  return { files, redirects, errorPages, answerHeaders, security };
}

function readJson(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`Cannot read ${file}. Build again: npm run build`, { cause });
  }
}
