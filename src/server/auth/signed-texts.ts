import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { RECOVERY_CODE_LENGTH } from '#core/account/recovery-code.ts';
import type { OneTimeSecrets, SignedTexts } from '#server/port/signed-texts.ts';
import { randomCode } from './random-code.ts';

/**
 * `<part>.….<end in base 36>.<HMAC-SHA-256>`.
 * @param keys 32 bytes each; the first signs, all verify. Those that sign sessions will do: what is signed begins otherwise.
 */
export function createSignedTexts(keys: readonly Buffer[]): SignedTexts {
  const [current] = keys;
  if (!current) throw new RangeError('no key');
  const sign = (key: Buffer, purpose: string, body: string) =>
    createHmac('sha256', key).update(`signed-text.${purpose}.${body}`).digest();
  return {
    make(purpose, parts, expiresAt) {
      const body = [...parts, expiresAt.toString(36)].join('.');
      return `${body}.${sign(current, purpose, body).toString('base64url')}`;
    },
    read(purpose, text, at) {
      const cut = text.lastIndexOf('.');
      const body = text.slice(0, Math.max(0, cut));
      const given = Buffer.from(text.slice(cut + 1), 'base64url');
      const isOurs = keys.some((key) => {
        const right = sign(key, purpose, body);
        return given.length === right.length && timingSafeEqual(given, right);
      });
      if (!isOurs) return undefined;
      const parts = body.split('.');
      const expiresAt = Number.parseInt(parts.pop() ?? '', 36);
      return at < expiresAt ? { parts, expiresAt } : undefined;
    },
  };
}

/** By the system's randomness; hashes are SHA-256 without a key: nobody finds 98 bits by trying. */
export const oneTimeSecrets: OneTimeSecrets = {
  makeRecoveryCode: () => randomCode(RECOVERY_CODE_LENGTH),
  makeToken: () => randomBytes(32).toString('base64url'),
  hash: (purpose, secret) => createHash('sha256').update(`${purpose}.${secret}`).digest('hex'),
};
