/**
 * Why the store cannot do it now:
 * unavailable: it does not answer, try again · full: no space left · read-only: the folder or database takes no writes.
 */
export type StoreTrouble = 'unavailable' | 'full' | 'read-only';

/** The store cannot do what was asked, through nobody's fault; the same call may work later. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly trouble: StoreTrouble;
  constructor(trouble: StoreTrouble, cause: unknown) {
    super(`the store is ${trouble}`, { cause });
    this.trouble = trouble;
  }
}

/** The server cannot start with this data; the message says why and what to do, in both languages. */
export class StartError extends Error {
  override name = 'StartError';
}
