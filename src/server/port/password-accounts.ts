/**
 * Accounts with which somebody signs in, and their passwords. An account is not a learner: which learner it belongs to is
 * `AccountStore`'s matter. Every call may be cut off in the middle and is completed by asking again.
 */
export interface PasswordAccounts {
  /** The account that a learner begins; the same one however often it is asked for. @returns its id. */
  begin(learnerId: string): Promise<string>;
  /**
   * Give an account a password in place of its former one, and a name where one is given.
   * @returns taken: the name is another account's; nothing was changed then.
   */
  setPassword(userId: string, to: { username?: Username; password: string }): Promise<'done' | 'taken'>;
  /** Whose name and password are these? A wrong name takes as long as a wrong password. @param key of `readUsername`. */
  check(key: string, password: string): Promise<string | undefined>;
  /** Is this the account's password? */
  checkOf(userId: string, password: string): Promise<boolean>;
}

/** The id of the account that a learner begins: asking again after a crash finds what was begun. */
export const userIdOf = (learnerId: string): string => `u-${learnerId}`;

/** As `readUsername` reads it. */
export interface Username {
  username: string;
  key: string;
}

/** So many wait for their password to be looked at that another one would wait too long. */
export class CrowdedError extends Error {
  override name = 'CrowdedError';
}
