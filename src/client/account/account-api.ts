import {
  type Account,
  type AccountAnswer,
  readAccount,
  readAccountAnswer,
  readSignedIn,
  readSignInAnswer,
  type SignedIn,
  type SignInAnswer,
} from '#core/account/account.ts';
import { type AccountOutcome, type Meanings, readOutcome, refused } from '#core/account/account-refusal.ts';
import { readRecoveryCode } from '#core/account/recovery-code.ts';
import { PASSWORD_LENGTH, readUsername } from '#core/account/username.ts';
import { isRecord, isString } from '#core/model/shape.ts';
import { ask } from '../sync/sync-api.ts';

/** The account has begun, with the code to be shown once; without a code where it was begun before. */
export interface Claimed {
  account: Account;
  recoveryCode?: string;
}

const NAMES = { 'too-short': 'name-too-short', 'too-long': 'name-too-long', signs: 'name-signs' } as const;

/** What can be said of a name and a password without asking anybody; undefined when both may be. */
export function problemOf(username: string | undefined, password: string) {
  const name = username === undefined ? undefined : readUsername(username);
  if (name?.status === 'refused') return refused(NAMES[name.reason]);
  const { least, most } = PASSWORD_LENGTH;
  return password.length < least || password.length > most ? refused('password-length') : undefined;
}

const post = <T>(
  path: string,
  body: object,
  read: (json: unknown) => T | undefined,
  meanings?: Meanings,
): Promise<AccountOutcome<T>> => ask('POST', path, body).then((reply) => readOutcome(reply, read, meanings));

/** For answers that say only that it was done. */
const done = (json: unknown) => (isRecord(json) ? true : undefined);
const learnerOf = (json: unknown): SignedIn | undefined =>
  isRecord(json) ? readSignedIn(json.learner) : undefined;

export function claimedOf(json: unknown): Claimed | undefined {
  const account = isRecord(json) ? readAccount(json.account) : undefined;
  if (!isRecord(json) || !account) return undefined;
  return { account, ...(isString(json.recoveryCode) && { recoveryCode: json.recoveryCode }) };
}

export const readOwnAccount = (): Promise<AccountOutcome<AccountAnswer>> =>
  ask('GET', '/api/account').then((reply) => readOutcome(reply, readAccountAnswer));

/** Choose a name and a password for the place this device has. */
export async function claim(username: string, password: string): Promise<AccountOutcome<Claimed>> {
  const problem = problemOf(username, password);
  if (problem) return problem;
  const answer = await post('/api/account', { username, password }, claimedOf, { 409: 'name-taken' });
  if (answer.status === 'done' || answer.reason !== 'name-taken') return answer;
  // The same status where another device was faster to claim this place.
  const own = await readOwnAccount();
  return own.status === 'done' && own.value.account ? refused('already-claimed') : answer;
}

export async function signIn(username: string, password: string): Promise<AccountOutcome<SignInAnswer>> {
  // Whatever can be no name and no password of ours is wrong; asking would only count against whoever mistypes.
  if (problemOf(username, password)) return refused('wrong-sign-in');
  return post('/api/sign-in', { username, password }, readSignInAnswer, { 422: 'wrong-sign-in' });
}

/** @param password the new one. */
export async function recover(
  username: string,
  typedCode: string,
  password: string,
): Promise<AccountOutcome<SignInAnswer>> {
  const recoveryCode = readRecoveryCode(typedCode);
  if (recoveryCode === undefined) return refused('no-code');
  const problem = problemOf(username, password);
  if (problem) return problem;
  const meanings = { 409: 'name-taken', 422: 'wrong-recovery' } as const;
  return post('/api/sign-in/recovery', { username, recoveryCode, password }, readSignInAnswer, meanings);
}

export async function changePassword(current: string, next: string): Promise<AccountOutcome<true>> {
  const problem = problemOf(undefined, next);
  if (problem) return problem;
  return post('/api/account/password', { current, next }, done, { 422: 'wrong-current' });
}

/** A password beside the passkey or the company. @param username where the account has none yet. */
export async function addPassword(next: string, username: string | undefined): Promise<AccountOutcome<true>> {
  const problem = problemOf(username, next);
  if (problem) return problem;
  const body = { next, ...(username !== undefined && { username }) };
  return post('/api/account/password', body, done, { 409: 'name-taken' });
}

/** A new code; the former one is void. */
export const newRecoveryCode = (): Promise<AccountOutcome<string>> =>
  post('/api/account/recovery-code', {}, (json) =>
    isRecord(json) && isString(json.recoveryCode) ? json.recoveryCode : undefined,
  );

export const removePasskey = (id: string): Promise<AccountOutcome<Account>> =>
  ask('DELETE', `/api/account/passkeys/${encodeURIComponent(id)}`, {}).then((reply) =>
    readOutcome(reply, (json) => claimedOf(json)?.account, { 409: 'last-way' }),
  );

export const signOutEverywhere = (): Promise<AccountOutcome<true>> =>
  post('/api/account/sign-out-everywhere', {}, done);

/** Add the former learner's copy on the server to the one who is signed in; asked twice it is done once. */
export const mergeFormer = (ticket: string): Promise<AccountOutcome<SignedIn>> =>
  post('/api/merge', { ticket }, learnerOf, { 422: 'ticket-over' });

export const redeemAdminLink = (token: string): Promise<AccountOutcome<SignedIn>> =>
  post('/api/admin-link/redeem', { token }, learnerOf, { 409: 'unclaimed', 422: 'link-over' });

/** The company to sign in by; undefined where none is set, or nobody answers. */
export async function companySignIn(): Promise<string | undefined> {
  const reply = await ask('GET', '/api/contact');
  const json = reply?.status === 200 ? reply.json : undefined;
  return isRecord(json) && isString(json.companySignIn) && json.companySignIn
    ? json.companySignIn
    : undefined;
}
