import { randomBytes } from 'node:crypto';
import { type PasswordAccounts, type Username, userIdOf } from '#server/port/password-accounts.ts';
import { telling } from '#server/store/trouble.ts';
import { createTurns } from '#server/usecase/turns.ts';
import { type AuthPlan, addressFor, authOptions } from './auth-options.ts';

/** scrypt runs beside the event loop, on four threads of which names of hosts and files want some too. */
const AT_ONCE = 2;
/** Some seven seconds of work on one core. */
const IN_LINE = 200;

const load = async (plan: AuthPlan) => {
  // Not at the start: most servers start for people who are signed in, and this takes a while and memory.
  const { betterAuth } = await import('better-auth');
  return betterAuth(authOptions(plan)).$context;
};
type Context = Awaited<ReturnType<typeof load>>;

/** Accounts and passwords kept by better-auth: its tables, its scrypt. Its sessions and routes are not used. */
export function createPasswordAccounts(plan: AuthPlan): PasswordAccounts {
  let loading: Promise<Context> | undefined;
  const inTurn = createTurns(AT_ONCE, IN_LINE);
  let nobodys: Promise<string> | undefined;

  const context = () => {
    loading ??= load(plan).catch((error) => {
      loading = undefined; // the next one tries again
      throw error;
    });
    return loading;
  };
  const passwordOf = async ({ internalAdapter }: Context, userId: string) =>
    (await internalAdapter.findCredentialAccount(userId))?.password ?? undefined;

  /** As long for a wrong name as for a wrong password: who tries names learns nothing by the clock. */
  const isRight = async (hash: string | undefined, password: string): Promise<boolean> => {
    const { password: hashing } = await context();
    nobodys ??= hashing.hash(randomBytes(16).toString('hex'));
    const against = hash ?? (await nobodys);
    const same = await inTurn(() => hashing.verify({ hash: against, password }));
    return same && hash !== undefined;
  };

  return {
    begin: (learnerId) =>
      telling(async () => {
        const { internalAdapter } = await context();
        const id = userIdOf(learnerId);
        if (await internalAdapter.findUserById(id)) return id;
        try {
          await internalAdapter.createUser(
            { id, email: addressFor(id), name: '', emailVerified: false },
            { method: 'email-password' },
          );
        } catch (error) {
          // Of two that begin at once one finds it made.
          if (!(await internalAdapter.findUserById(id))) throw error;
        }
        return id;
      }),
    setPassword: (userId, { username, password }) =>
      telling(async () => {
        const one = await context();
        const hash = await inTurn(() => one.password.hash(password));
        if (username && !(await takeName(one, userId, username))) return 'taken';
        const isFirst = (await passwordOf(one, userId)) === undefined;
        // Of two that set the first one at once, one fails and is asked again.
        if (isFirst)
          await one.internalAdapter.linkAccount({
            userId,
            providerId: 'credential',
            accountId: userId,
            password: hash,
          });
        else await one.internalAdapter.updatePassword(userId, hash);
        return 'done';
      }),
    check: (key, password) =>
      telling(async () => {
        const one = await context();
        const user = await findByName(one, key);
        const hash = user ? await passwordOf(one, user.id) : undefined;
        return (await isRight(hash, password)) ? user?.id : undefined;
      }),
    checkOf: (userId, password) =>
      telling(async () => isRight(await passwordOf(await context(), userId), password)),
  };
}

const findByName = ({ adapter }: Context, key: string) =>
  adapter.findOne<{ id: string }>({ model: 'user', where: [{ field: 'username', value: key }] });

/** @returns false when it is another account's. */
async function takeName(one: Context, userId: string, { username, key }: Username): Promise<boolean> {
  const owner = await findByName(one, key);
  if (owner && owner.id !== userId) return false;
  try {
    await one.internalAdapter.updateUser(userId, { username: key, displayUsername: username });
    return true;
  } catch (error) {
    // Somebody else took it meanwhile.
    const now = await findByName(one, key);
    if (!now || now.id === userId) throw error;
    return false;
  }
}
