import { randomUUID } from 'node:crypto';
import type { Account } from '#core/account/account.ts';
import { groupedRecoveryCode } from '#core/account/recovery-code.ts';
import { NICKNAME_LIMIT, readNickname } from '#core/text/nickname.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { PasskeyCeremonies, PasskeyPlace } from '#server/port/passkey-ceremonies.ts';
import type { PasswordAccounts } from '#server/port/password-accounts.ts';
import type { OneTimeSecrets, SignedTexts } from '#server/port/signed-texts.ts';
import { newPasskeyBodySchema } from './passkey-body.schema.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

export const CEREMONY_LASTS_MS = 10 * 60_000;
const PURPOSE = 'passkey-make';
/** So that nobody fills the disk with keys. */
export const PASSKEYS_AT_MOST = 20;

export type AddPasskeyOutcome =
  | { status: 'malformed'; problem: Sentence }
  /** refused: what the device signed does not hold · elsewhere: the key is another account's · too-many: `PASSKEYS_AT_MOST` are there. */
  | { status: 'unknown-learner' | 'refused' | 'elsewhere' | 'too-many' }
  /** `recoveryCode` where this is the learner's first way to sign in. */
  | { status: 'added'; account: Account; recoveryCode?: string };

export interface AddPasskeyPlan {
  accounts: AccountStore;
  passwords: Pick<PasswordAccounts, 'begin'>;
  ceremonies: PasskeyCeremonies;
  texts: SignedTexts;
  secrets: OneTimeSecrets;
  clock: Clock;
}

/**
 * A passkey as a way in, the first one or one more. Nothing is kept between the two requests: the challenge is signed by
 * us, for this learner. Cut off after the account was begun, the same answer of the device sent again completes the rest.
 */
export function createAddPasskey(plan: AddPasskeyPlan) {
  const { accounts, passwords, ceremonies, texts, secrets, clock } = plan;

  async function options(session: Session, place: PasskeyPlace): Promise<object | undefined> {
    const found = await accounts.find(session);
    if (!found) return undefined;
    const known = found.userId === undefined ? [] : await accounts.passkeysOf(found.userId);
    const parts = [secrets.makeToken(), session.learnerId];
    return ceremonies.creationOptions({
      place,
      learner: found.learner,
      known: known.map(({ credentialId }) => credentialId),
      challenge: texts.make(PURPOSE, parts, clock.now() + CEREMONY_LASTS_MS),
    });
  }

  async function add(session: Session, body: unknown, place: PasskeyPlace): Promise<AddPasskeyOutcome> {
    const parsed = newPasskeyBodySchema.safeParse(body);
    if (!parsed.success)
      return { status: 'malformed', problem: wrongShape(newPasskeyBodySchema, body, 'body') };
    const name = readNickname(parsed.data.name);
    if (name.status === 'refused') return { status: 'malformed', problem: NAME };
    const found = await accounts.find(session);
    if (!found) return { status: 'unknown-learner' };
    if ((found.account?.passkeys.length ?? 0) >= PASSKEYS_AT_MOST) return { status: 'too-many' };
    const at = clock.now();
    const made = await ceremonies.verifyCreation({
      place,
      response: parsed.data.response,
      isOurs: (challenge) => texts.read(PURPOSE, challenge, at)?.parts[1] === session.learnerId,
    });
    if (!made) return { status: 'refused' };
    const passkey = { ...made, id: randomUUID(), name: name.nickname, createdAt: at };
    const userId = found.userId ?? (await passwords.begin(session.learnerId));
    const code = found.userId === undefined ? secrets.makeRecoveryCode() : undefined;
    const codeHash = code && secrets.hash('recovery-code', code);
    const done = await accounts.claim(session, { userId, passkey, at, ...(codeHash && { codeHash }) });
    if (done === 'unknown-learner') {
      // Deleted meanwhile: nothing of it may be left over.
      await accounts.abandon(session.learnerId);
      return { status: 'unknown-learner' };
    }
    if (done === 'other') return { status: 'elsewhere' };
    const account = (await accounts.find(session))?.account;
    if (!account) return { status: 'unknown-learner' };
    return { status: 'added', account, ...(code && { recoveryCode: groupedRecoveryCode(code) }) };
  }

  return { options, add };
}

const NAME: Sentence = {
  zh: `请给这把通行密钥起个名字，最多${NICKNAME_LIMIT}个字。`,
  en: `Give the passkey a name of at most ${NICKNAME_LIMIT} characters.`,
};
