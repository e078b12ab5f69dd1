import type { Account } from '#core/account/account.ts';
import { groupedRecoveryCode } from '#core/account/recovery-code.ts';
import { readUsername } from '#core/account/username.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { PasswordAccounts, Username } from '#server/port/password-accounts.ts';
import type { OneTimeSecrets } from '#server/port/signed-texts.ts';
import { credentialsBodySchema } from './account-body.schema.ts';
import type { GuessLimit } from './guess-limit.ts';
import { passwordProblem, readNewUsername } from './read-credentials.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

export type ClaimOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'too-many'; waitMs: number }
  | { status: 'unknown-learner' }
  /** Another account has the name. */
  | { status: 'taken' }
  /** The learner has another account already. */
  | { status: 'claimed-already' }
  | { status: 'claimed'; account: Account; recoveryCode: string };

export interface ClaimPlacePlan {
  accounts: AccountStore;
  passwords: PasswordAccounts;
  secrets: OneTimeSecrets;
  guesses: GuessLimit;
  clock: Clock;
}

/**
 * A learner who has been a nickname takes a name and a password, and can come back from anywhere. Three steps: an account
 * is begun, gets its name and password, and the learner is pointed at it. Cut off after any of them, the same request sent
 * again completes the rest; sent again after the last, it is answered again, with a new recovery code.
 * @returns a function of the session and the parsed body.
 */
export function createClaimPlace({ accounts, passwords, secrets, guesses, clock }: ClaimPlacePlan) {
  async function claim(session: Session, username: Username, password: string): Promise<ClaimOutcome> {
    const userId = await passwords.begin(session.learnerId);
    if ((await passwords.setPassword(userId, { username, password })) === 'taken') return { status: 'taken' };
    return finish(session, userId);
  }

  async function finish(session: Session, userId: string): Promise<ClaimOutcome> {
    const recoveryCode = secrets.makeRecoveryCode();
    const codeHash = secrets.hash('recovery-code', recoveryCode);
    const done = await accounts.claim(session, { userId, codeHash, at: clock.now() });
    if (done === 'unknown-learner') {
      // Deleted meanwhile: nothing of it may be left over.
      await accounts.abandon(session.learnerId);
      return { status: 'unknown-learner' };
    }
    if (done === 'other') return { status: 'claimed-already' };
    const account = (await accounts.find(session))?.account;
    if (!account) return { status: 'unknown-learner' };
    return { status: 'claimed', account, recoveryCode: groupedRecoveryCode(recoveryCode) };
  }

  return async (session: Session, body: unknown, address: string | undefined): Promise<ClaimOutcome> => {
    const parsed = credentialsBodySchema.safeParse(body);
    if (!parsed.success)
      return { status: 'malformed', problem: wrongShape(credentialsBodySchema, body, 'body') };
    const { password } = parsed.data;
    const name = readNewUsername(parsed.data.username);
    if (name.status === 'malformed') return name;
    const problem = passwordProblem(password);
    if (problem) return { status: 'malformed', problem };
    const found = await accounts.find(session);
    if (!found) return { status: 'unknown-learner' };
    const { userId, account } = found;
    const work = async (): Promise<ClaimOutcome> => {
      if (userId === undefined) return claim(session, name.username, password);
      const isSame = isNamed(account, name.username) && (await passwords.checkOf(userId, password));
      return isSame ? finish(session, userId) : { status: 'claimed-already' };
    };
    // A name that is taken counts too: else all names could be tried.
    const guess = { account: session.learnerId, address };
    const tried = await guesses.attempt(guess, work, ({ status }) => status !== 'claimed');
    return tried.status === 'too-many' ? tried : tried.found;
  };
}

function isNamed(account: Account | undefined, { key }: Username): boolean {
  const own = account?.username === undefined ? undefined : readUsername(account.username);
  return own?.status === 'read' && own.key === key;
}
