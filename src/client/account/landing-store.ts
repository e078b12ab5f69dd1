import { type Landing, readLanding, readNext } from '#core/account/landing.ts';
import { fromBase64 } from '../record/base64.ts';

const ADMIN = 'sanxiu.admin';
const NEXT = 'sanxiu.next';

/**
 * With what this page was opened. What stands after the `#` is taken out of the address at once: it is nobody else's, and
 * the link of an admin must not stay in the history. The link and the page to go to afterwards are kept for this tab, over
 * all steps of signing in.
 */
export function takeLanding(): Landing {
  const landing = readLanding(location.hash, decode);
  const next = readNext(location.search);
  if (landing.kind === 'admin') keep(ADMIN, landing.token);
  if (next !== undefined) keep(NEXT, next);
  if (landing.kind !== 'plain') history.replaceState(history.state, '', location.pathname);
  return landing;
}

/** The link that makes an admin, while it is not used. */
export const adminToken = (): string | undefined => read(ADMIN);
export const forgetAdminToken = (): void => drop(ADMIN);

/** @returns where to go after signing in; asked once. */
export function takeNext(): string | undefined {
  const next = read(NEXT);
  drop(NEXT);
  return next;
}

function decode(text: string): string | undefined {
  const bytes = fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
  return bytes && new TextDecoder().decode(bytes);
}

/** Where nothing can be kept the page itself remembers. */
const kept = new Map<string, string>();

function keep(key: string, value: string): void {
  kept.set(key, value);
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Only until this page goes.
  }
}

function read(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? kept.get(key);
  } catch {
    return kept.get(key);
  }
}

function drop(key: string): void {
  kept.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // It was not there.
  }
}
