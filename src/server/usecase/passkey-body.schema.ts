import { z } from 'zod';

/** What a device signed; looked at by the ceremony, of which each part is checked. */
const response = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
});

/** The body of `POST /api/account/passkeys`; what a name may be is `readNickname`'s question. */
export const newPasskeyBodySchema = z.strictObject({ response, name: z.string().max(1_000) });

/** The body of `POST /api/sign-in/passkey`. */
export const passkeyBodySchema = z.strictObject({ ceremony: z.string().max(1_000), response });
