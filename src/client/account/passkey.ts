import { readSignInAnswer, type SignInAnswer } from '#core/account/account.ts';
import {
  type AccountOutcome,
  type AccountRefusal,
  readOutcome,
  refused,
} from '#core/account/account-refusal.ts';
import { isRecord, isString } from '#core/model/shape.ts';
import { ask } from '../sync/sync-api.ts';
import { type Claimed, claimedOf } from './account-api.ts';

/** Can this browser have passkeys at this address? Not on plain http, not in WeChat's browser. */
export const hasPasskeys = (): boolean =>
  globalThis.isSecureContext === true && typeof globalThis.PublicKeyCredential === 'function';

/** The ceremony's code is fetched when somebody presses the button. */
const ceremonies = () => import('@simplewebauthn/browser');

/** Sign in with a passkey: the device asks which one. */
export async function signInByPasskey(): Promise<AccountOutcome<SignInAnswer>> {
  const asked = readOutcome(await ask('POST', '/api/sign-in/passkey-options', {}), readCeremony, {
    422: 'no-passkeys',
  });
  if (asked.status === 'refused') return asked;
  const { ceremony, options } = asked.value;
  const response = await withDevice(async () =>
    (await ceremonies()).startAuthentication({ optionsJSON: options as never }),
  );
  if ('status' in response) return response;
  const reply = await ask('POST', '/api/sign-in/passkey', { ceremony, response: response.value });
  return readOutcome(reply, readSignInAnswer, { 422: 'wrong-passkey' });
}

/** Make a passkey on this device and add it to the account; the first one makes the place an account. */
export async function addPasskey(name: string): Promise<AccountOutcome<Claimed>> {
  const options = readOutcome(
    await ask('POST', '/api/account/passkey-options', {}),
    (json) => (isRecord(json) ? json : undefined),
    { 422: 'no-passkeys' },
  );
  if (options.status === 'refused') return options;
  const response = await withDevice(async () =>
    (await ceremonies()).startRegistration({ optionsJSON: options.value as never }),
  );
  if ('status' in response) return response;
  const reply = await ask('POST', '/api/account/passkeys', { response: response.value, name });
  return readOutcome(reply, claimedOf, { 409: 'passkey-known', 422: 'wrong-passkey' });
}

function readCeremony(json: unknown): { ceremony: string; options: object } | undefined {
  if (!isRecord(json) || !isString(json.ceremony) || !isRecord(json.options)) return undefined;
  return { ceremony: json.ceremony, options: json.options };
}

/** What the device or its owner answered. */
async function withDevice<T>(work: () => Promise<T>): Promise<{ value: T } | ReturnType<typeof refused>> {
  try {
    return { value: await work() };
  } catch (error) {
    return refused(WHY[(error as Error | null)?.name ?? ''] ?? 'busy');
  }
}

const WHY: Readonly<Record<string, AccountRefusal>> = {
  NotAllowedError: 'passkey-cancelled',
  AbortError: 'passkey-cancelled',
  InvalidStateError: 'passkey-known',
  SecurityError: 'no-passkeys',
  NotSupportedError: 'no-passkeys',
};
