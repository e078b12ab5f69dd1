import { type FlatHeaders, type Policies, policyFor } from './headers.ts';
import { REFUSALS, type Refusal } from './refusals.ts';
import { type StoredFile, storeFile } from './stored-file.ts';

/** The pages for "not there" and "we failed", in the language of the address asked for. */
export interface ErrorPages {
  /** The 404 page, complete and ready to send. */
  missing(path: string): StoredFile;
  /** The 500 page with its request id filled in. */
  failure(path: string, requestId: string): { html: string; policy: string };
}

type Language = 'zh' | 'en';

/** What stands in the prerendered 500 page where the request id belongs. */
const MARKERS = /<!--\s*request-id\s*-->|REQUEST-ID/g;

// Astro writes the root's error pages as files and those of other languages as folders: accept both.
const PLACES: Record<404 | 500, Record<Language, readonly string[]>> = {
  404: { zh: ['/404.html', '/404/'], en: ['/en/404.html', '/en/404/'] },
  500: { zh: ['/500.html', '/500/'], en: ['/en/500.html', '/en/500/'] },
};

const languageOf = (path: string): Language => (/^\/en(\/|$)/.test(path) ? 'en' : 'zh');

/**
 * Take the error pages out of the site's files: they are answers, not addresses, and a visitor must not get
 * "not found" with status 200. A missing or empty page is replaced by two sentences.
 * @param files is changed: the error pages are removed from it.
 */
export function takeErrorPages(
  files: Map<string, StoredFile>,
  policies: Policies,
  security: FlatHeaders,
): ErrorPages {
  const take = (status: 404 | 500, language: Language): Page => {
    const found = PLACES[status][language].filter((path) => files.has(path));
    const pages = found.map((path) => ({ path, file: files.get(path) as StoredFile }));
    for (const path of found) files.delete(path);
    const good = pages.find(({ file }) => file.identity.body.length > 0);
    const text = status === 404 ? REFUSALS.missing : REFUSALS.failure;
    return good ?? { path: '*', file: builtIn(text, policies, security) };
  };
  const missing = { zh: withStatus(take(404, 'zh').file), en: withStatus(take(404, 'en').file) };
  const failed = { zh: take(500, 'zh'), en: take(500, 'en') };
  return {
    missing: (path) => missing[languageOf(path)],
    failure: (path, requestId) => {
      const page = failed[languageOf(path)];
      return {
        html: page.file.identity.body.toString().replace(MARKERS, requestId),
        policy: policyFor(policies, page.path),
      };
    },
  };
}

interface Page {
  path: string;
  file: StoredFile;
}

const withStatus = (file: StoredFile): StoredFile => ({ ...file, status: 404 });

function builtIn({ status, zh, en }: Refusal, policies: Policies, security: FlatHeaders): StoredFile {
  const id = status === 500 ? '<p>REQUEST-ID</p>' : '';
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${status}</title><p>${zh}</p><p lang="en">${en}</p>${id}`;
  return storeFile({
    status,
    type: 'text/html; charset=utf-8',
    cacheControl: 'no-cache',
    policy: policies.otherwise,
    security,
    bytes: { identity: Buffer.from(html) },
  });
}
