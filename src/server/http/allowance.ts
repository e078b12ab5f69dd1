import type { IncomingMessage } from 'node:http';
import type { Clock } from '#server/port/clock.ts';

export interface AllowancePlan {
  /** Calls one address may make in a stretch of time. */
  atMost: number;
  perMs: number;
  clock: Clock;
}

const REMEMBERED_AT_MOST = 10_000;

/**
 * Keep one address from calling without end. Addresses are held in memory only, and forgotten when the stretch ends.
 * @returns a function of the address: 0 = go on, else seconds to wait.
 */
export function createAllowance({ atMost, perMs, clock }: AllowancePlan): (address: string) => number {
  const calls = new Map<string, number>();
  let begunAt = Number.NEGATIVE_INFINITY;
  return (address) => {
    const now = clock.now();
    // A clock set back begins anew too: nobody waits for hours.
    if (now >= begunAt + perMs || now < begunAt) {
      calls.clear();
      begunAt = now;
    }
    // Whoever comes from ever new addresses shares one allowance with everybody else who is new.
    const key = calls.size < REMEMBERED_AT_MOST || calls.has(address) ? address : '';
    const made = (calls.get(key) ?? 0) + 1;
    calls.set(key, made);
    return made > atMost ? Math.ceil((begunAt + perMs - now) / 1_000) : 0;
  };
}

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

/** Without the prefix of an IPv4 address that came in over IPv6, without the port that some proxies add. */
const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
