/** The system's short name of what went wrong (`ENOSPC`, `EACCES` …), else the error's own words. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code?.startsWith('E') && !code.startsWith('ERR_') ? code : message;
};
