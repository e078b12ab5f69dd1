import type { HttpReply } from '../sync/sync-answer.ts';

/** Why the server did not do what was asked about an account. */
export type AccountRefusal =
  /** No answer. */
  | 'offline'
  /** The server cannot do it now. */
  | 'busy'
  /** Its disk is full. */
  | 'full'
  /** Nobody answers for the API at this address. */
  | 'no-server'
  /** This device is not signed in any more. */
  | 'ended'
  | 'too-many'
  | 'wrong-sign-in'
  | 'wrong-recovery'
  | 'wrong-current'
  | 'wrong-passkey'
  /** Passkeys are not possible at this address. */
  | 'no-passkeys'
  | 'passkey-cancelled'
  | 'passkey-known'
  | 'nickname'
  | 'name-taken'
  | 'name-too-short'
  | 'name-too-long'
  | 'name-signs'
  | 'password-length'
  | 'no-code'
  /** The place is an account already, by another device. */
  | 'already-claimed'
  | 'last-way'
  | 'link-over'
  /** First an account, then this. */
  | 'unclaimed'
  | 'ticket-over'
  /** The server does not take what this page sends. */
  | 'outdated'
  /** The browser lets nothing be stored. */
  | 'no-storage';

export type AccountOutcome<T> =
  | { status: 'done'; value: T }
  | { status: 'refused'; reason: AccountRefusal; retryAfterS?: number };

/** What a status means for one route. */
export type Meanings = Readonly<Record<number, AccountRefusal>>;

const EVERYWHERE: Meanings = {
  400: 'outdated',
  401: 'ended',
  404: 'no-server',
  405: 'no-server',
  410: 'ended',
  413: 'outdated',
  415: 'outdated',
  429: 'too-many',
  507: 'full',
};

export const refused = (reason: AccountRefusal) => ({ status: 'refused', reason }) as const;

/**
 * Read an answer.
 * @param read    finds what was asked for; undefined when it is not there: some other program answered.
 * @param meanings of this route's own statuses.
 */
export function readOutcome<T>(
  reply: HttpReply | undefined,
  read: (json: unknown) => T | undefined,
  meanings: Meanings = {},
): AccountOutcome<T> {
  if (!reply) return refused('offline');
  const value = reply.status < 300 ? read(reply.json) : undefined;
  if (value !== undefined) return { status: 'done', value };
  const reason = meanings[reply.status] ?? EVERYWHERE[reply.status] ?? 'busy';
  const retryAfterS = reply.retryAfter ?? Number.NaN;
  return { ...refused(reason), ...(retryAfterS > 0 && { retryAfterS }) };
}
