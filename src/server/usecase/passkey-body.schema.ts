import { z } from 'zod';

/** Bytes as WebAuthn writes them in JSON. Looser readers pass other signs over; a database may not. @param most characters. */
const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/);
/** An id is a key of the store, and an index takes some 2,700 bytes; a device's is 1,023 bytes at most (WebAuthn level 3, 5.1). */
const id = base64url(2_000).min(1);

/**
 * What a device signed; looked at by the ceremony, of which each part is checked. Fields that no ceremony reads may be in it.
 * Keys with much in them (a certificate, a signature of the new kinds) have some thousand characters a part.
 */
const response = z.looseObject({
  id,
  rawId: id,
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: base64url(10_000),
    attestationObject: base64url(20_000).optional(),
    authenticatorData: base64url(10_000).optional(),
    signature: base64url(10_000).optional(),
    userHandle: base64url(200).nullish(),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});

/** The body of `POST /api/account/passkeys`; what a name may be is `readNickname`'s question. */
export const newPasskeyBodySchema = z.strictObject({ response, name: z.string().max(1_000) });

/** The body of `POST /api/sign-in/passkey`. */
export const passkeyBodySchema = z.strictObject({ ceremony: z.string().max(1_000), response });
