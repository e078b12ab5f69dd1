/** A name to sign in by: what may be one, and when two are the same. */
export type UsernameReading =
  | {
      status: 'read';
      /** As its owner writes it. */
      username: string;
      /** Equal for two names exactly when they are the same name. */
      key: string;
    }
  /** signs: something in it that is neither letter, digit nor one of `. _ - @ +`. */
  | { status: 'refused'; reason: 'too-short' | 'too-long' | 'signs' };

/** Characters as a reader counts them. */
export const USERNAME_LENGTH = { least: 2, most: 40 } as const;
/** UTF-16 units: whatever a person can type, and what hashing takes at once. */
export const PASSWORD_LENGTH = { least: 8, most: 128 } as const;

const SIGNS = /^[\p{L}\p{N}\p{M}._@+-]+$/u;

/** Read a name as typed: full-width letters are the plain ones, blanks at the ends do no harm. Never throws. */
export function readUsername(typed: string): UsernameReading {
  const username = typed.normalize('NFKC').trim();
  const count = [...username].length;
  if (count < USERNAME_LENGTH.least) return { status: 'refused', reason: 'too-short' };
  if (count > USERNAME_LENGTH.most) return { status: 'refused', reason: 'too-long' };
  if (!SIGNS.test(username)) return { status: 'refused', reason: 'signs' };
  return { status: 'read', username, key: username.toLowerCase().normalize('NFKC') };
}
