/**
 * The code by which a second device joins: eight characters that cannot be taken for one another on a screen or when read
 * aloud. No I, L, O, 0, 1, and no U, which sounds like V to many.
 */
export const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

/**
 * Read a code as somebody typed or pasted it: blanks, hyphens, small letters and full-width signs do no harm.
 * @returns so many characters of `CODE_SIGNS`; undefined when it is none.
 */
export function readCode(typed: string, length: number): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―·.]/g, '');
  return code.length === length && [...code].every((sign) => CODE_SIGNS.includes(sign)) ? code : undefined;
}

export const readTransferCode = (typed: string): string | undefined => readCode(typed, CODE_LENGTH);

/** `ABCD EFGH`: in fours, as people read them out. */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
