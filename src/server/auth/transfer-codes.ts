import { createHmac, randomInt } from 'node:crypto';
import { CODE_LENGTH, CODE_SIGNS } from '#core/sync/transfer-code.ts';
import type { TransferCodes } from '#server/port/transfer-code-store.ts';

/**
 * Codes by the system's randomness, one of 6.5 × 10^11; hashes are HMAC-SHA-256 in hex.
 * @param key 32 bytes; the key that signs sessions will do, the texts it signs for are never the same.
 */
export function createTransferCodes(key: Buffer): TransferCodes {
  return {
    make: () => Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join(''),
    hash: (code) => createHmac('sha256', key).update(`transfer-code.${code}`).digest('hex'),
  };
}
