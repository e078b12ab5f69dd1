import { createHmac } from 'node:crypto';
import type { GuessName } from '#server/port/guess-count-store.ts';

/** Half of SHA-256: two names never meet, and rows stay short. */
const HEX_SIGNS = 32;

/**
 * HMAC-SHA-256. An address alone could be found from a plain hash by trying all of them; the key lies beside the database.
 * @param key 32 bytes; the key that signs sessions will do, the texts it signs for are never the same.
 */
export const createGuessNames =
  (key: Buffer): GuessName =>
  (text) =>
    createHmac('sha256', key).update(`guess-count.${text}`).digest('hex').slice(0, HEX_SIGNS);
