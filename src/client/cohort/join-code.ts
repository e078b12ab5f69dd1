import { dropForTab, keepForTab, readForTab } from '../tab-store.ts';

const KEPT = 'sanxiu.invitation';

/** In an invitation's link the code stands after the hash, which browsers send to nobody. */
const IN_ADDRESS = /^#c=([\w-]+)$/;

/** The link that a QR code and a message carry. @param path of the joining page, e.g. `/join/`. */
export const invitationLink = (path: string, code: string): string => `${location.origin}${path}#c=${code}`;

/**
 * The code in this page's address, taken out of it so that it is not passed on by accident; without one the code that was looked
 * up in this tab, so that a reload does not send whoever scanned it back to the wall; else ''.
 */
export function takeInvitation(): string {
  const code = IN_ADDRESS.exec(location.hash)?.[1];
  if (!code) return readForTab(KEPT) ?? '';
  history.replaceState(history.state, '', location.pathname);
  keepInvitation(code);
  return code;
}

/** Until the class was joined, or another code is wanted. */
export const keepInvitation = (code: string): void => keepForTab(KEPT, code);
export const forgetInvitation = (): void => dropForTab(KEPT);
