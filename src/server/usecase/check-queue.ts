import type { Clock } from '#server/port/clock.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import { StoreError } from '#server/port/store-error.ts';
import type { CheckFacts } from './check-facts.ts';

export interface CheckQueuePlan {
  checks: CheckFacts;
  store: Pick<FactCheckStore, 'behind'>;
  clock: Clock;
  /** Gets what went wrong; the queue goes on by itself later. */
  onError: (error: unknown) => void;
  /** Ms; for tests. */
  times?: Partial<typeof TIMES>;
}

export interface CheckQueue {
  /** Somebody's facts were saved: they will be looked at soon. Costs the save nothing. */
  noticed(learnerId: string): void;
  /** Begin with what was left by the last run, of this process or another. */
  start(): void;
  /** Let the batch in hand end, and do no more. */
  stop(): Promise<void>;
}

const TIMES = {
  /** Saves of one moment are looked at together. */
  collectMs: 500,
  /** Rest between two batches: the disk and the loop belong to saves first. */
  restMs: 20,
  /** Every so often everybody is looked through for what a process left that died, or that another release could not judge. */
  sweepMs: 5 * 60_000,
  /** After the store or the source failed. */
  againMs: 30_000,
};

/**
 * Score facts anew in the background, one batch at a time. Nothing of it is kept in memory that matters: the cursor lies
 * with the learner in the store, so that a process that dies, or several at once, do no harm.
 */
export function createCheckQueue({ checks, store, clock, onError, times }: CheckQueuePlan): CheckQueue {
  const { collectMs, restMs, sweepMs, againMs } = { ...TIMES, ...times };
  const waiting = new Set<string>();
  let isStopped = false;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timerAt = Number.POSITIVE_INFINITY;
  let sweepAt = Number.POSITIVE_INFINITY;

  const wakeIn = (ms: number) => {
    const at = performance.now() + ms;
    if (isStopped || running || at >= timerAt) return;
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(run, ms);
    timer.unref();
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve, restMs));
  const run = () => {
    timerAt = Number.POSITIVE_INFINITY;
    let failed = false;
    running = work()
      .catch((error) => {
        failed = true;
        sweepAt = 0; // whoever was waiting is found again
        onError(error);
      })
      .finally(() => {
        running = undefined;
        wakeIn(failed ? againMs : waiting.size ? collectMs : sweepMs);
      });
  };
  const work = async () => {
    await checkWaiting();
    if (performance.now() < sweepAt) return;
    await sweep();
    sweepAt = performance.now() + sweepMs;
  };
  const goesOn = async (step: () => Promise<boolean>) => {
    while (!isStopped && (await step())) await rest();
  };
  const checkWaiting = async () => {
    for (const learnerId of waiting) {
      if (isStopped) return;
      waiting.delete(learnerId);
      await goesOn(() => checks.batch(learnerId)).catch((error) => {
        if (error instanceof StoreError) throw error;
        onError(error); // one learner’s facts must not hold up everybody else’s
      });
    }
  };
  const sweep = async () => {
    const before = clock.now();
    for (let after: string | undefined = ''; after !== undefined && !isStopped; ) {
      const page: Awaited<ReturnType<typeof store.behind>> = await store.behind(after);
      for (const learnerId of page.learnerIds) waiting.add(learnerId);
      await checkWaiting();
      after = page.next;
      await rest();
    }
    await goesOn(() => checks.again('unchecked', before));
    await goesOn(() => checks.again('set-apart', before));
  };
  return {
    noticed(learnerId) {
      waiting.add(learnerId);
      wakeIn(collectMs);
    },
    start() {
      sweepAt = 0;
      wakeIn(0);
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** A store of facts that tells the queue of every save, once it is durable. */
export const noticedBy = (queue: Pick<CheckQueue, 'noticed'>, facts: FactStore): FactStore => ({
  ...facts,
  append: async (batch) => {
    const done = await facts.append(batch);
    if (done.status === 'appended' && done.stored > 0) queue.noticed(batch.session.learnerId);
    return done;
  },
});
