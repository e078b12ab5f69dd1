import { groupedRecoveryCode, readRecoveryCode } from '#core/account/recovery-code.ts';
import { readUsername } from '#core/account/username.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { PasswordAccounts } from '#server/port/password-accounts.ts';
import type { OneTimeSecrets } from '#server/port/signed-texts.ts';
import { recoveryBodySchema } from './account-body.schema.ts';
import type { GuessLimit } from './guess-limit.ts';
import { passwordProblem, readNewUsername } from './read-credentials.ts';
import type { Sentence } from './sentence.ts';
import type { Asking } from './sign-in.ts';
import type { CreateWelcome, Welcome } from './welcome.ts';
import { wrongShape } from './wrong-shape.ts';

export type RecoverOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'too-many'; waitMs: number }
  /** The name or the code. */
  | { status: 'wrong' }
  | { status: 'taken' }
  | ({ status: 'recovered' } & Welcome);

export interface RecoverPlan {
  accounts: AccountStore;
  passwords: PasswordAccounts;
  secrets: OneTimeSecrets;
  guesses: GuessLimit;
  welcome: CreateWelcome;
  clock: Clock;
}

/**
 * Come back by the recovery code: it sets a new password, is good no longer, and a new one takes its place. The password is
 * set first: cut off in between, the same request with the same code completes the rest. All other sessions end.
 * @returns a function of the parsed body.
 */
export function createRecover(plan: RecoverPlan) {
  const { accounts, passwords, secrets, guesses, welcome, clock } = plan;

  /** The account whose code it is, when the name is that account's too; one without a name takes the one given. */
  async function find(typedName: string, typedCode: string) {
    const code = readRecoveryCode(typedCode);
    const hash = code && secrets.hash('recovery-code', code);
    const found = hash && (await accounts.findByRecoveryCode(hash));
    if (!hash || !found) return undefined;
    if (found.username === undefined) return { ...found, hash, name: readNewUsername(typedName) };
    const read = readUsername(typedName);
    const isTheirs = read.status === 'read' && read.key === found.username;
    return isTheirs ? { ...found, hash, name: undefined } : undefined;
  }

  return async (body: unknown, { before, address }: Asking): Promise<RecoverOutcome> => {
    const parsed = recoveryBodySchema.safeParse(body);
    if (!parsed.success)
      return { status: 'malformed', problem: wrongShape(recoveryBodySchema, body, 'body') };
    const { username, recoveryCode, password } = parsed.data;
    const problem = passwordProblem(password);
    if (problem) return { status: 'malformed', problem };
    const read = readUsername(username);
    const guess = { account: read.status === 'read' ? read.key : '', address };
    const look = () => find(username, recoveryCode);
    const tried = await guesses.attempt(guess, look, (found) => found === undefined);
    if (tried.status === 'too-many') return tried;
    const { found } = tried;
    if (!found) return { status: 'wrong' };
    if (found.name?.status === 'malformed') return found.name;
    const name = found.name && { username: found.name.username };
    if ((await passwords.setPassword(found.userId, { ...name, password })) === 'taken')
      return { status: 'taken' };
    const next = secrets.makeRecoveryCode();
    const nextHash = secrets.hash('recovery-code', next);
    const owner = await accounts.takeRecoveryCode({ hash: found.hash, nextHash, at: clock.now() });
    if (!owner) return { status: 'wrong' };
    const { session, answer } = await welcome(owner, before);
    return {
      status: 'recovered',
      session,
      answer: { ...answer, recoveryCode: groupedRecoveryCode(next) },
    };
  };
}
