/** A backup or a restoring that was not done; the message says why and what to do, in both languages. */
export class BackupError extends Error {
  override name = 'BackupError';
  constructor(zh: string, en: string, cause?: unknown) {
    super(`${zh}\n${en}`, { cause });
  }
}

/** The system's short name of what went wrong (`ENOSPC`, `EACCES` …), else the error's own words. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code?.startsWith('E') && !code.startsWith('ERR_') ? code : message;
};
