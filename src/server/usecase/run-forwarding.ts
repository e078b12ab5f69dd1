import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '#server/port/store-error.ts';
import { createForwardStep, type ForwardPlan } from './forward-statements.ts';

/** When to try again after the store could not do it, ms. */
const AFTER_TROUBLE_MS = 10_000;

export interface Forwarding {
  /** End what is under way and give the lease back; what was sent and not yet noted is sent again at the next start. */
  stop(): Promise<void>;
}

/** Forward step by step until stopped. @param report gets our own mistakes; forwarding goes on after them. */
export function runForwarding(plan: ForwardPlan, report: (error: unknown) => void): Forwarding {
  const step = createForwardStep(plan);
  const ending = new AbortController();
  const { signal } = ending;
  const trouble = (error: unknown): number => {
    if (!(error instanceof StoreError)) report(error);
    return AFTER_TROUBLE_MS;
  };
  const run = async () => {
    while (!signal.aborted) {
      const waitMs = await step(signal).catch(trouble);
      await sleep(waitMs, undefined, { signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
      await plan.lease.release().catch(() => {});
    },
  };
}
