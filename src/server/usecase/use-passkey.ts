import type { AccountStore } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { PasskeyCeremonies, PasskeyPlace } from '#server/port/passkey-ceremonies.ts';
import type { OneTimeSecrets, SignedTexts } from '#server/port/signed-texts.ts';
import { CEREMONY_LASTS_MS } from './add-passkey.ts';
import { passkeyBodySchema } from './passkey-body.schema.ts';
import type { Sentence } from './sentence.ts';
import type { Asking } from './sign-in.ts';
import type { CreateWelcome, Welcome } from './welcome.ts';
import { wrongShape } from './wrong-shape.ts';

const PURPOSE = 'passkey-use';

export type UsePasskeyOutcome =
  | { status: 'malformed'; problem: Sentence }
  /** Whatever does not hold: an unknown or removed key, a wrong signature, a challenge that is over or was answered. */
  | { status: 'refused' }
  | ({ status: 'signed-in' } & Welcome);

export interface UsePasskeyPlan {
  accounts: AccountStore;
  ceremonies: PasskeyCeremonies;
  texts: SignedTexts;
  secrets: OneTimeSecrets;
  welcome: CreateWelcome;
  clock: Clock;
}

/** Sign in with a passkey; the device knows whose it is. A challenge is signed by us and good for one answer. */
export function createUsePasskey(plan: UsePasskeyPlan) {
  const { accounts, ceremonies, texts, secrets, welcome, clock } = plan;

  async function options(place: PasskeyPlace): Promise<{ ceremony: string; options: object }> {
    const ceremony = texts.make(PURPOSE, [secrets.makeToken()], clock.now() + CEREMONY_LASTS_MS);
    return { ceremony, options: await ceremonies.requestOptions({ place, challenge: ceremony }) };
  }

  async function use(
    body: unknown,
    place: PasskeyPlace,
    before: Asking['before'],
  ): Promise<UsePasskeyOutcome> {
    const parsed = passkeyBodySchema.safeParse(body);
    if (!parsed.success) return { status: 'malformed', problem: wrongShape(passkeyBodySchema, body, 'body') };
    const { ceremony, response } = parsed.data;
    const at = clock.now();
    const given = texts.read(PURPOSE, ceremony, at);
    const passkey = given && (await accounts.findPasskey(response.id));
    if (!passkey) return { status: 'refused' };
    const counter = await ceremonies.verifyRequest({ place, response, passkey, challenge: ceremony });
    if (counter === undefined) return { status: 'refused' };
    const challenge = given.parts[0] ?? '';
    const { credentialId } = passkey;
    const { expiresAt } = given;
    if (!(await accounts.usePasskey({ credentialId, counter, challenge, expiresAt, at })))
      return { status: 'refused' };
    const owner = await accounts.ownerOf(passkey.userId);
    return owner ? { status: 'signed-in', ...(await welcome(owner, before)) } : { status: 'refused' };
  }

  return { options, use };
}
