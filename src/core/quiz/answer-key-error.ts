/** An author's mistake met where an item is loaded: it cannot be scored as it is written. */
export class AnswerKeyError extends Error {
  readonly code = 'answer-key';
  readonly itemId: string;
  readonly value: unknown;
  readonly remedy: string;

  /**
   * @param itemId which item, `m2-fab-pitch.q1`.
   * @param wrong  what is wrong, in words.
   * @param value  the value found.
   * @param remedy what the author should write instead.
   */
  constructor(itemId: string, wrong: string, value: unknown, remedy: string) {
    super(`${itemId}: ${wrong} (found ${JSON.stringify(value)}); ${remedy}`);
    this.name = 'AnswerKeyError';
    this.itemId = itemId;
    this.value = value;
    this.remedy = remedy;
  }
}
