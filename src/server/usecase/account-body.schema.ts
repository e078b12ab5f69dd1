import { z } from 'zod';

/** Texts of any sensible length: what a name or a password may be is said by `readCredentials`, in words for people. */
const text = z.string().max(1_000);

/** The body of `POST /api/account` and `POST /api/sign-in`. */
export const credentialsBodySchema = z.strictObject({ username: text, password: text });

/** The body of `POST /api/account/password`. */
export const passwordBodySchema = z.strictObject({
  current: text.optional(),
  next: text,
  username: text.optional(),
});

/** The body of `POST /api/sign-in/recovery`. */
export const recoveryBodySchema = z.strictObject({ username: text, recoveryCode: text, password: text });

/** The body of `POST /api/merge`. */
export const mergeBodySchema = z.strictObject({ ticket: text });

/** The body of `POST /api/admin-link/redeem`. */
export const adminLinkBodySchema = z.strictObject({ token: text });
