/** How many wrong guesses a name has against it until its span is over. */
export interface GuessCount {
  name: string;
  count: number;
  /** Epoch ms, UTC. */
  endsAt: number;
}

/**
 * Wrong guesses, counted for all processes of an installation together, also over a restart. A name is a keyed hash of what
 * is guessed at or from where: no address and no typed name lies in the store. All functions throw `StoreError` when the
 * store cannot do it now.
 */
export interface GuessCountStore {
  /** @returns of these names those whose span is not over. @param at epoch ms, UTC. */
  read(names: readonly string[], at: number): Promise<readonly GuessCount[]>;
  /**
   * One more for each name; one whose span is over begins anew. Of any number at once none is lost.
   * @param names distinct. @returns them as they stand then, in any order.
   */
  add(names: readonly string[], span: { at: number; endsAt: number }): Promise<readonly GuessCount[]>;
  /** Remove names whose span is over at `at`, `most` at a time. @returns how many went. */
  sweep(at: number, most: number): Promise<number>;
}

/** @returns the name under which a text is counted: the same in every process, and nobody finds the text from it. */
export type GuessName = (text: string) => string;
