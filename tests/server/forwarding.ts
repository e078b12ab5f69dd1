/** Forwarding for tests: one process with its store and an LRS, stepped by hand, no real time. */
import { createHttpLrs } from '#server/lrs/http-lrs.ts';
import type { OutboxStore } from '#server/port/outbox-store.ts';
import {
  createForwardStep,
  type ForwardPlan,
  type ForwardWarning,
} from '#server/usecase/forward-statements.ts';
import { createLease } from '#server/usecase/hold-lease.ts';
import type { LrsDouble } from './lrs-double.ts';

export const ORIGIN = 'https://course.example.com';
export const LOOK_EVERY = 5_000;

export interface Stepped {
  /** One step. @returns how long it would have waited, ms. */
  step(): Promise<number>;
  /** Step, waiting in no time, until nothing is left to do or `most` steps were made. */
  work(most?: number): Promise<void>;
  warnings: ForwardWarning[];
  time: { at: number };
  plan: ForwardPlan;
}

export function stepped(outbox: OutboxStore, lrs: LrsDouble, holder = 'one', staleMs = 90_000): Stepped {
  const time = { at: 1_795_000_200_000 };
  const warnings: ForwardWarning[] = [];
  const now = () => time.at;
  const plan: ForwardPlan = {
    outbox,
    lrs: createHttpLrs(lrs),
    lease: createLease({ outbox, holder, now, staleMs }),
    clock: { now },
    origin: ORIGIN,
    lookEveryMs: LOOK_EVERY,
    random: () => 0.5,
    warn: (warning) => void warnings.push(warning),
  };
  const forward = createForwardStep(plan);
  const { signal } = new AbortController();
  const step = async () => {
    const waitMs = await forward(signal);
    time.at += waitMs;
    return waitMs;
  };
  return {
    step,
    warnings,
    time,
    plan,
    async work(most = 500) {
      for (let steps = 0; steps < most; steps += 1) if ((await step()) === LOOK_EVERY) return;
    },
  };
}
