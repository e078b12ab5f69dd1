import type { IncomingMessage } from 'node:http';

/**
 * Whom a request is counted for. A proxy on this machine says whom it speaks for as the last entry of X-Forwarded-For;
 * from anywhere else that header could be anything.
 * @returns an IPv4 address, or the first half of an IPv6 one, which is one household.
 */
export function addressOf({
  socket,
  headers,
}: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } }): string {
  const direct = bare(socket.remoteAddress ?? '');
  const isLocal = direct === '::1' || direct.startsWith('127.');
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim();
  const address = isLocal && forwarded ? bare(forwarded) : direct;
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** @returns the address to count tries by; undefined where it says nothing: behind a proxy on this machine that names nobody. */
export const countedAddress = (address: string): string | undefined =>
  LOOPBACK.test(address) ? undefined : address;

/** Without the prefix of an IPv4 address that came in over IPv6, without the port that some proxies add. */
const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
