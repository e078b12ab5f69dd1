import { isCount, isListOf, isRecord, isString } from '../model/shape.ts';
import { isRole, type Role } from './role.ts';

/** What travels between a page and the server about signing in; shapes are checked on arrival by both sides. */

/** Who is signed in on this device. */
export interface SignedIn {
  id: string;
  nickname: string;
  role: Role;
  /** Can they come back by signing in? */
  isClaimed: boolean;
}

/** A way back into an account. */
export interface Passkey {
  id: string;
  /** As its owner calls it, e.g. the device's name. */
  name: string;
  /** Epoch ms, UTC. */
  createdAt: number;
}

/** What `/me` shows of the own account. */
export interface Account {
  /** Without a password there is none. */
  username?: string;
  passkeys: readonly Passkey[];
  hasPassword: boolean;
  hasRecoveryCode: boolean;
  /** Signs in through the company. */
  isCompany: boolean;
}

/** `GET /api/account`: `account` is absent until the place is claimed. */
export interface AccountAnswer {
  learner: SignedIn;
  account?: Account;
}

/**
 * The device was signed in as somebody else before. `ticket` proves that for a while (`POST /api/merge`), so that the
 * two can be made one after asking; it is absent where the former one is an account of its own, which is never merged.
 */
export interface FormerLearner {
  id: string;
  nickname: string;
  ticket?: string;
}

/** The answer to every way of signing in. */
export interface SignInAnswer {
  learner: SignedIn;
  former?: FormerLearner;
  /** A new one, to be shown once, where an old one was used up. */
  recoveryCode?: string;
}

/** @returns undefined when it is none. */
export function readSignedIn(value: unknown): SignedIn | undefined {
  if (!isRecord(value)) return undefined;
  const { id, nickname, role, isClaimed } = value;
  if (!isString(id) || !isString(nickname) || !isRole(role) || typeof isClaimed !== 'boolean')
    return undefined;
  return { id, nickname, role, isClaimed };
}

const isPasskey = (value: unknown): value is Passkey =>
  isRecord(value) && isString(value.id) && isString(value.name) && isCount(value.createdAt);

/** @returns undefined when it is none. */
export function readAccount(value: unknown): Account | undefined {
  if (!isRecord(value)) return undefined;
  const { username, passkeys, hasPassword, hasRecoveryCode, isCompany } = value;
  if (!isListOf(passkeys, isPasskey) || (username !== undefined && !isString(username))) return undefined;
  return {
    ...(username !== undefined && { username }),
    passkeys,
    hasPassword: hasPassword === true,
    hasRecoveryCode: hasRecoveryCode === true,
    isCompany: isCompany === true,
  };
}

/** @returns undefined when it is none. */
export function readAccountAnswer(value: unknown): AccountAnswer | undefined {
  const learner = isRecord(value) ? readSignedIn(value.learner) : undefined;
  if (!isRecord(value) || !learner) return undefined;
  const account = readAccount(value.account);
  return { learner, ...(account && { account }) };
}

/** @returns undefined when it is none. */
export function readSignInAnswer(value: unknown): SignInAnswer | undefined {
  const learner = isRecord(value) ? readSignedIn(value.learner) : undefined;
  if (!isRecord(value) || !learner) return undefined;
  const former = readFormer(value.former);
  const { recoveryCode } = value;
  return { learner, ...(former && { former }), ...(isString(recoveryCode) && { recoveryCode }) };
}

function readFormer(value: unknown): FormerLearner | undefined {
  if (!isRecord(value) || !isString(value.id) || !isString(value.nickname)) return undefined;
  const { id, nickname, ticket } = value;
  return { id, nickname, ...(isString(ticket) && { ticket }) };
}
