import { readUsername } from '#core/account/username.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { PasswordAccounts } from '#server/port/password-accounts.ts';
import { credentialsBodySchema } from './account-body.schema.ts';
import type { GuessLimit } from './guess-limit.ts';
import type { Sentence } from './sentence.ts';
import type { CreateWelcome, Welcome } from './welcome.ts';
import { wrongShape } from './wrong-shape.ts';

export type SignInOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'too-many'; waitMs: number }
  /** The name or the password: which of them is not told. */
  | { status: 'wrong' }
  | ({ status: 'signed-in' } & Welcome);

export interface SignInPlan {
  accounts: Pick<AccountStore, 'ownerOf'>;
  passwords: Pick<PasswordAccounts, 'check'>;
  guesses: GuessLimit;
  welcome: CreateWelcome;
}

/** Who asks: the session the device has now, and whom the try is counted for. */
export interface Asking {
  before: Session | undefined;
  address: string | undefined;
}

/** Sign in by name and password. @returns a function of the parsed body. */
export function createSignIn({ accounts, passwords, guesses, welcome }: SignInPlan) {
  return async (body: unknown, { before, address }: Asking): Promise<SignInOutcome> => {
    const parsed = credentialsBodySchema.safeParse(body);
    if (!parsed.success)
      return { status: 'malformed', problem: wrongShape(credentialsBodySchema, body, 'body') };
    const { username, password } = parsed.data;
    const read = readUsername(username);
    // What can be no name is no account's either; it counts for the address all the same.
    const key = read.status === 'read' ? read.key : '';
    const find = async () => {
      if (read.status === 'refused') return undefined;
      const userId = await passwords.check(key, password);
      return userId === undefined ? undefined : accounts.ownerOf(userId);
    };
    const tried = await guesses.attempt({ account: key, address }, find, (owner) => owner === undefined);
    if (tried.status === 'too-many') return tried;
    if (!tried.found) return { status: 'wrong' };
    return { status: 'signed-in', ...(await welcome(tried.found, before)) };
  };
}
