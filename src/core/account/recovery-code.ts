import { CODE_SIGNS } from '../sync/transfer-code.ts';

/** The code by which somebody comes back who has lost every other way: 98 bits, in the signs of the transfer code. */
export const RECOVERY_CODE_LENGTH = 20;

/**
 * Read a code as somebody typed or pasted it: blanks, hyphens, small letters and full-width signs do no harm.
 * @returns twenty signs of `CODE_SIGNS`; undefined when it is none.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―·.]/g, '');
  return code.length === RECOVERY_CODE_LENGTH && [...code].every((sign) => CODE_SIGNS.includes(sign))
    ? code
    : undefined;
}

/** `ABCDE-FGHJK-MNPQR-STVWX`: in fives, as it is shown and written down. */
export const groupedRecoveryCode = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-');
