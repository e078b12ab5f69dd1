/** A backup or a restoring that was not done; the message says why and what to do, in both languages. */
export class BackupError extends Error {
  override name = 'BackupError';
  constructor(zh: string, en: string, cause?: unknown) {
    super(`${zh}\n${en}`, { cause });
  }
}
