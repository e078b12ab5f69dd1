import type { AccountStore } from '#server/port/account-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { PasswordAccounts } from '#server/port/password-accounts.ts';
import { passwordBodySchema } from './account-body.schema.ts';
import type { GuessLimit } from './guess-limit.ts';
import { passwordProblem, readNewUsername } from './read-credentials.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

export type ChangeOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'too-many'; waitMs: number }
  | { status: 'unknown-learner' | 'unclaimed' | 'wrong' | 'taken' | 'changed' };

export interface ChangePasswordPlan {
  accounts: Pick<AccountStore, 'find'>;
  passwords: PasswordAccounts;
  guesses: GuessLimit;
}

/**
 * A new password in place of the present one, which has to be given; or the first one, with a name, for an account that
 * signs in by passkey or through the company.
 * @returns a function of the session and the parsed body.
 */
export function createChangePassword({ accounts, passwords, guesses }: ChangePasswordPlan) {
  async function isRight(userId: string, current: string, address: string | undefined) {
    const look = () => passwords.checkOf(userId, current);
    const tried = await guesses.attempt({ account: userId, address }, look, (isTheirs) => !isTheirs);
    if (tried.status === 'too-many') return tried;
    return tried.found ? undefined : ({ status: 'wrong' } as const);
  }

  async function setFirst(userId: string, typed: string | undefined, password: string) {
    const name = readNewUsername(typed ?? '');
    if (name.status === 'malformed') return name;
    const done = await passwords.setPassword(userId, { username: name.username, password });
    return { status: done === 'taken' ? 'taken' : 'changed' } as const;
  }

  return async (session: Session, body: unknown, address: string | undefined): Promise<ChangeOutcome> => {
    const parsed = passwordBodySchema.safeParse(body);
    if (!parsed.success)
      return { status: 'malformed', problem: wrongShape(passwordBodySchema, body, 'body') };
    const { current, next, username } = parsed.data;
    const problem = passwordProblem(next);
    if (problem) return { status: 'malformed', problem };
    const found = await accounts.find(session);
    if (!found) return { status: 'unknown-learner' };
    const { userId, account } = found;
    if (!userId || !account) return { status: 'unclaimed' };
    if (!account.hasPassword) return setFirst(userId, username, next);
    const refused = await isRight(userId, current ?? '', address);
    if (refused) return refused;
    await passwords.setPassword(userId, { password: next });
    return { status: 'changed' };
  };
}
