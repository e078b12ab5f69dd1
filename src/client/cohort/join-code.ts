/** In an invitation's link the code stands after the hash, which browsers send to nobody. */
const IN_ADDRESS = /^#c=([\w-]+)$/;

/** The link that a QR code and a message carry. @param path of the joining page, e.g. `/join/`. */
export const invitationLink = (path: string, code: string): string => `${location.origin}${path}#c=${code}`;

/** The code in this page's address, taken out of it so that it is not passed on by accident; '' without one. */
export function takeInvitation(): string {
  const code = IN_ADDRESS.exec(location.hash)?.[1] ?? '';
  if (code) history.replaceState(history.state, '', location.pathname);
  return code;
}
