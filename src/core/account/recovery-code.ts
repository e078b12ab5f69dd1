import { readCode } from '../sync/transfer-code.ts';

/** The code by which somebody comes back who has lost every other way: 98 bits, in the signs of the transfer code. */
export const RECOVERY_CODE_LENGTH = 20;

/** As typed, see `readCode`. */
export const readRecoveryCode = (typed: string): string | undefined => readCode(typed, RECOVERY_CODE_LENGTH);

/** `ABCDE-FGHJK-MNPQR-STVWX`: in fives, as it is shown and written down. */
export const groupedRecoveryCode = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-');
