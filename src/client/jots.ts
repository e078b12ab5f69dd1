/** What is typed is written at once, and what follows so soon after it together, ms. */
const PAUSE_MS = 300;

/**
 * One line of localStorage: what was typed in the last moments before a page went. The record writes behind, and a page
 * that is going does not wait for it. Taken up once, by the page that comes next.
 */
export const JOT_KEY = 'sanxiu.jot';

/** What is typed beside an attempt: when it goes to the record, and how it outlives a page that goes first. */
export class Jots<T> {
  readonly #save: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Something was typed that is not on its way to the record yet. */
  #isTyped = false;
  /** As last handed to the record, and as it holds it. */
  #handed: T | undefined;
  #held: T | undefined;
  #hasLeft = false;

  /** @param save begins to write; `handOver` tells what. */
  constructor(save: () => void) {
    this.#save = save;
  }

  typed(): void {
    this.#isTyped = true;
    if (this.#timer === undefined) this.flush();
  }

  /** Write what was typed; what is typed in the next moments waits for the end of them. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#isTyped) return;
    this.#isTyped = false;
    this.#timer = setTimeout(() => this.flush(), PAUSE_MS);
    this.#save();
  }

  /** This goes to the record now. */
  handOver(jots: T): void {
    this.#handed = jots;
  }

  /** The record holds what it was handed. */
  kept(): void {
    this.#held = this.#handed;
    // The page came back after all.
    if (this.#hasLeft) forgetLastJot();
    this.#hasLeft = false;
  }

  /** The page is about to go: what the record does not hold is left where the next page finds it. */
  leave(attemptId: string, jots: T): void {
    this.#hasLeft = jots !== this.#held;
    if (this.#hasLeft) safely(() => localStorage.setItem(JOT_KEY, JSON.stringify({ attemptId, jots })));
    this.flush();
  }

  /** @returns what a page that went left of this attempt, unchecked; undefined when there is nothing. */
  take(attemptId: string): unknown {
    return safely(() => {
      const line = JSON.parse(localStorage.getItem(JOT_KEY) ?? 'null') as {
        attemptId?: unknown;
        jots?: unknown;
      } | null;
      if (line?.attemptId !== attemptId) return undefined;
      localStorage.removeItem(JOT_KEY);
      return line.jots;
    });
  }
}

/** Forget what was left, with everything else. */
export function forgetLastJot(): void {
  safely(() => localStorage.removeItem(JOT_KEY));
}

/** Storage may be blocked or full: then what the record has stands. */
function safely<R>(work: () => R): R | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
