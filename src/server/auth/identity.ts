import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Session } from '#server/port/learner-store.ts';

/** A session and when its cookie was signed, epoch ms UTC. */
export type SignedSession = Session & { issuedAt: number };

/**
 * Who asks: the one thing routes know of signing in, whatever ways of signing in there are. The answer comes from a
 * signed cookie, without asking the store; whether that learner is still there, each statement finds out by itself.
 */
export interface Identity {
  /**
   * @param request as its head says it.
   * @param at      epoch ms, UTC.
   * @returns undefined without a cookie of ours, when it is forged, or older than it may be.
   */
  currentLearner(request: { cookie: string | undefined }, at: number): SignedSession | undefined;
  /** Begin a session, or go on with one for longer. @param at epoch ms, UTC. @returns a `set-cookie` value. */
  issue(session: Session, at: number): string;
  /** End the session on this device. @returns a `set-cookie` value. */
  clear(): string;
}

export interface IdentityPlan {
  keys: readonly Buffer[];
  /** Is the public address https? The cookie then never travels without. */
  secure: boolean;
}

/** Browsers keep no cookie longer. A nickname has no other way back, so it is not shorter. */
const SESSION_DAYS = 400;
const DAY_MS = 86_400_000;
const REMEMBERED_AT_MOST = 10_000;
const VERSION = 's1';

/** `s1.<learner id>.<generation>.<issued at>.<HMAC-SHA-256>`, numbers in base 36. */
export function createIdentity({ keys, secure }: IdentityPlan): Identity {
  /** @param value '' ends what was there. */
  const setCookie = (value: string, maxAge: number) =>
    `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const name = secure ? '__Host-sanxiu' : 'sanxiu';
  const remembered = new Map<string, SignedSession>();
  const [current] = keys;
  if (!current) throw new RangeError('no session key');

  const verify = (value: string): SignedSession | undefined => {
    const known = remembered.get(value);
    if (known) return known;
    const cut = value.lastIndexOf('.');
    const body = value.slice(0, cut);
    const given = Buffer.from(value.slice(cut + 1), 'base64url');
    const isOurs = keys.some((key) => {
      const right = sign(key, body);
      return given.length === right.length && timingSafeEqual(given, right);
    });
    const session = isOurs ? parse(body) : undefined;
    if (!session) return undefined;
    // A device sends the same one with every save: checking it once is enough.
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
    remembered.set(value, session);
    return session;
  };

  return {
    issue({ learnerId, generation }, at) {
      const body = `${VERSION}.${learnerId}.${generation.toString(36)}.${at.toString(36)}`;
      const value = `${body}.${sign(current, body).toString('base64url')}`;
      return setCookie(value, SESSION_DAYS * 86_400);
    },
    clear: () => setCookie('', 0),
    currentLearner({ cookie }, at) {
      const value = cookieValue(cookie, name);
      const session = value === undefined ? undefined : verify(value);
      return session && at < session.issuedAt + SESSION_DAYS * DAY_MS ? session : undefined;
    },
  };
}

const sign = (key: Buffer, body: string): Buffer => createHmac('sha256', key).update(body).digest();

function parse(body: string): SignedSession | undefined {
  const [version, learnerId, generation, issuedAt, ...rest] = body.split('.');
  if (version !== VERSION || !learnerId || !generation || !issuedAt || rest.length) return undefined;
  return { learnerId, generation: Number.parseInt(generation, 36), issuedAt: Number.parseInt(issuedAt, 36) };
}

/** @returns the value of a cookie, by name. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined;
  for (const part of header.split(';')) {
    const cut = part.indexOf('=');
    if (cut > 0 && part.slice(0, cut).trim() === name) return part.slice(cut + 1).trim();
  }
  return undefined;
}
