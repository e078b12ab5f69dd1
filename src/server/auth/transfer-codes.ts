import { createHmac } from 'node:crypto';
import { CODE_LENGTH } from '#core/sync/transfer-code.ts';
import type { TransferCodes } from '#server/port/transfer-code-store.ts';
import { randomCode } from './random-code.ts';

/**
 * Codes by the system's randomness, one of 6.5 × 10^11; hashes are HMAC-SHA-256 in hex.
 * @param key 32 bytes; the key that signs sessions will do, the texts it signs for are never the same.
 */
export function createTransferCodes(key: Buffer): TransferCodes {
  return {
    make: () => randomCode(CODE_LENGTH),
    hash: (code) => createHmac('sha256', key).update(`transfer-code.${code}`).digest('hex'),
  };
}
