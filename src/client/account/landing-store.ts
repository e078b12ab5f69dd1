import { type Landing, readLanding, readNext } from '#core/account/landing.ts';
import { fromBase64 } from '../record/base64.ts';
import { dropForTab, keepForTab, readForTab } from '../tab-store.ts';

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
  if (landing.kind === 'admin') keepForTab(ADMIN, landing.token);
  if (next !== undefined) keepForTab(NEXT, next);
  if (landing.kind !== 'plain') history.replaceState(history.state, '', location.pathname);
  return landing;
}

/** The link that makes an admin, while it is not used. */
export const adminToken = (): string | undefined => readForTab(ADMIN);
export const forgetAdminToken = (): void => dropForTab(ADMIN);

/** @returns where to go after signing in; asked once. */
export function takeNext(): string | undefined {
  const next = readForTab(NEXT);
  dropForTab(NEXT);
  return next;
}

function decode(text: string): string | undefined {
  const bytes = fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
  return bytes && new TextDecoder().decode(bytes);
}
