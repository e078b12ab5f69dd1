import { isIP } from 'node:net';
import type { PasskeyPlace } from '#server/port/passkey-ceremonies.ts';

/**
 * Where passkeys belong: to the public address when one is set, else to localhost, when that is how the page was asked for.
 * @param host the request's own header, with its port.
 * @returns undefined where browsers have none: without https, unless it is localhost, and at bare IP addresses.
 */
export function passkeyPlace(origin: string | undefined, host: string | undefined): PasskeyPlace | undefined {
  const address = origin ?? `http://${host}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, origin: own } = new URL(address);
  const isSecure = protocol === 'https:' || hostname === 'localhost';
  const isBare = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  return isSecure && !isBare ? { host: hostname, origin: own } : undefined;
}
