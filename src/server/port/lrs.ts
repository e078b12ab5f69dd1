import type { Statement } from '#core/statement/statement.ts';

/** What an LRS made of a batch. */
export type LrsAnswer =
  /** All of them are kept there; those it had before, too. */
  | { status: 'taken' }
  /** It wants at least one of them not, and took none. 409 = another statement lies under the id. */
  | { status: 'refused'; code: number }
  /** It lets us not in (401, 403), or nobody there speaks xAPI: nothing comes of trying again soon. */
  | { status: 'shut'; failure: string }
  /** It cannot now. */
  | { status: 'later'; failure: string; retryAfterMs?: number };

/** A Learning Record Store of somebody else's. */
export interface Lrs {
  /**
   * Send statements; the LRS takes all of them or none. One that it has already is as good as taken.
   * @param ended ends the try; what became of the batch is then not known.
   */
  send(statements: readonly Statement[], ended: AbortSignal): Promise<LrsAnswer>;
}
