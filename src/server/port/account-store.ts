import type { Account } from '#core/account/account.ts';
import type { Learner, Session } from './learner-store.ts';

/** A learner, and the account they sign in with once they have claimed their place. */
export interface Signed {
  learner: Learner;
  session: Session;
}

/** A public key of a device, as it is kept. */
export interface KeptPasskey {
  id: string;
  credentialId: string;
  /** Base64url. */
  publicKey: string;
  counter: number;
  transports: readonly string[];
  name: string;
  /** Epoch ms, UTC. */
  createdAt: number;
}

export interface ClaimPlan {
  userId: string;
  /** SHA-256 of a new recovery code, which takes the place of a former one. */
  codeHash?: string;
  passkey?: KeptPasskey;
  /** Epoch ms, UTC. */
  at: number;
}

/**
 * Which learner has which account, and what of an account is ours to keep. Calls with a session are about that learner
 * only, and find nothing when the learner is gone or the session is ended.
 */
export interface AccountStore {
  /** @returns the learner and, once the place is claimed, the account. */
  find(session: Session): Promise<{ learner: Learner; userId?: string; account?: Account } | undefined>;
  /** As `find`, for a facilitator who asks for somebody else. */
  findById(learnerId: string): Promise<{ learner: Learner; userId?: string } | undefined>;
  /**
   * A facilitator or admin, by number or else by name: nobody takes another one's place with a name that is their number.
   * @param typed `id` as typed; `username` is the key of what may be a name.
   * @returns the learner's id; undefined for nobody and for who may lead no class, which of the two is not told.
   */
  findTrainer(typed: { id: string; username?: string | undefined }): Promise<string | undefined>;
  /** @returns whose account it is; undefined while it is nobody's. */
  ownerOf(userId: string): Promise<Signed | undefined>;
  /**
   * Point a learner at an account, in one go with what is kept beside it. Repeated it changes nothing but the code.
   * @returns other: the learner has another account, or the account or the passkey another owner; nothing was done.
   */
  claim(session: Session, plan: ClaimPlan): Promise<'claimed' | 'other' | 'unknown-learner'>;
  /** Delete an account that a learner began, unless somebody has claimed it. */
  abandon(learnerId: string): Promise<void>;
  /** Make a learner for an account that has none yet. @returns the account's learner, which may be an earlier one. */
  beginWith(userId: string, learner: Pick<Learner, 'id' | 'nickname' | 'createdAt'>): Promise<Signed>;
  /** End all sessions of the learner. @returns the one that goes on. */
  endSessions(session: Session): Promise<Session | undefined>;

  /** Keep the hash of a new recovery code in place of the former. @returns false when there is no such account. */
  putRecoveryCode(userId: string, code: { hash: string; at: number }): Promise<boolean>;
  /** Whose code is it? `username` is its key; absent for an account without a password. */
  findByRecoveryCode(hash: string): Promise<{ userId: string; username?: string } | undefined>;
  /**
   * Use a code up and put a new one in its place; all sessions of the learner end.
   * @returns undefined when the code is no longer good or the account is nobody's; then nothing was done.
   */
  takeRecoveryCode(plan: { hash: string; nextHash: string; at: number }): Promise<Signed | undefined>;

  /** @returns oldest first. */
  passkeysOf(userId: string): Promise<readonly KeptPasskey[]>;
  findPasskey(credentialId: string): Promise<(KeptPasskey & { userId: string }) | undefined>;
  /**
   * Note that a passkey has answered a challenge. @param use times in epoch ms, UTC.
   * @returns false when the challenge was answered before, or the passkey is gone.
   */
  usePasskey(use: {
    credentialId: string;
    counter: number;
    challenge: string;
    expiresAt: number;
    at: number;
  }): Promise<boolean>;
  /** @returns last: there would be no way in any more; it stays. */
  removePasskey(session: Session, passkeyId: string): Promise<'removed' | 'last' | 'unknown'>;
}
