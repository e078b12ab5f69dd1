import type { Statement } from '#core/statement/statement.ts';
import { nextTryAt } from '#core/sync/backoff.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Lrs } from '#server/port/lrs.ts';
import type { OutboxBatch, OutboxStore } from '#server/port/outbox-store.ts';
import { type Entry, outcomeOf } from './batch-outcome.ts';
import { type Delivery, deliver, probe } from './deliver-statements.ts';
import type { HeldLease } from './hold-lease.ts';
import { stateFact } from './state-fact.ts';

/** Statements in one request. */
const BATCH = 50;
/** How often it is looked whether something waits. */
export const LOOK_EVERY_MS = 5_000;
/** Where the LRS shuts us out. */
const PAUSE_MS = 15 * 60_000;
/** After so many failures in a row batches get smaller: one statement may be what the LRS stumbles over. */
const SAME_SIZE_FOR = 3;
/** After so many, with one statement at a time for long, its neighbour is sent before it. */
const PROBE_AFTER = 9;
/** So many refused in a row and none taken: it is not the statements. */
const REFUSED_AT_MOST = 10;

const REMEDIES = {
  'lrs.paused': 'check LRS_ENDPOINT and LRS_AUTH; it is tried again every 15 minutes, and at a restart',
  'lrs.unreachable': 'check the LRS and the network; it is tried again by itself',
} as const;

/** Something the operator should hear of. No address, no secret, nothing of a learner. */
export type ForwardWarning =
  | { event: 'lrs.paused' | 'lrs.unreachable'; failure: string; remedy: string }
  | { event: 'statement.refused'; count: number };

export interface ForwardPlan {
  outbox: OutboxStore;
  lrs: Lrs;
  lease: HeldLease;
  clock: Clock;
  /** The public address, without a closing slash: learners and lessons are named by it. */
  origin: string;
  /** How often to look whether something waits, ms. */
  lookEveryMs: number;
  /** @returns a number in [0, 1). */
  random: () => number;
  warn: (warning: ForwardWarning) => void;
}

/**
 * Forward what waits, one batch at a time.
 *
 * Nothing is kept between steps but counts: each try reads anew what waits, so a deleted learner's facts are not in it, and
 * a process that is killed between sending and noting sends the same ids again, which an LRS keeps once.
 * @returns a step: it forwards one batch and says how many ms to wait before the next. It throws what the store throws.
 */
export function createForwardStep(plan: ForwardPlan): (ended: AbortSignal) => Promise<number> {
  const { outbox, lrs, lease, clock, origin, lookEveryMs, random, warn } = plan;
  let failures = 0;
  let refusedInARow = 0;
  let told = '';

  async function conclude(
    batch: OutboxBatch,
    entries: readonly Entry[],
    delivery: Delivery,
  ): Promise<Delivery['stop']> {
    const { settlings, refusals } = outcomeOf(batch, entries, delivery);
    const unwanted = delivery.refused.filter(({ code }) => code !== 409).length;
    refusedInARow = delivery.hasTaken ? 0 : refusedInARow + unwanted;
    if (refusedInARow > REFUSED_AT_MOST) return { status: 'shut', failure: 'refuses-all' };
    await outbox.settle(settlings, refusals, clock.now());
    if (refusals.length) warn({ event: 'statement.refused', count: refusals.length });
    if (delivery.hasTaken) await outbox.note({}, clock.now());
    return delivery.stop;
  }

  async function waitAfter(stop: NonNullable<Delivery['stop']>, hadProgress: boolean): Promise<number> {
    const { failure } = stop;
    const isPaused = stop.status === 'shut';
    await outbox.note({ failure, isPaused }, clock.now());
    failures = hadProgress ? 1 : failures + 1;
    const event = isPaused ? 'lrs.paused' : 'lrs.unreachable';
    // Once, not at every try: the state for /admin says since when.
    if (told !== `${event} ${failure}` && (isPaused || failures === SAME_SIZE_FOR)) {
      told = `${event} ${failure}`;
      warn({ event, failure, remedy: REMEDIES[event] });
    }
    if (stop.status === 'shut') return PAUSE_MS;
    return nextTryAt(failures, 0, random(), stop.retryAfterMs);
  }

  return async (ended) => {
    if (!(await lease.hold())) return lookEveryMs;
    const isProbe = failures >= PROBE_AFTER;
    const batch = await outbox.next(isProbe ? 2 : sizeAfter(failures));
    if (batch.settlings.length === 0) return lookEveryMs;
    const entries = batch.facts.map((fact) => ({ fact, statement: stateFact(fact, origin) }));
    const statements = entries.flatMap(({ statement }) => statement ?? []);
    const send = async (part: readonly Statement[]) => {
      // A sign of life; if it came too late, two at once do no harm.
      await lease.hold();
      return lrs.send(part, ended);
    };
    const delivery = await (isProbe ? probe : deliver)(statements, send);
    const stop = await conclude(batch, entries, delivery);
    if (ended.aborted) return 0;
    if (stop) return waitAfter(stop, delivery.settled > 0 && stop === delivery.stop);
    failures = 0;
    told = '';
    return 0;
  };
}

const sizeAfter = (failures: number): number =>
  Math.max(1, Math.floor(BATCH / 2 ** Math.max(0, failures - SAME_SIZE_FOR)));
