import type { Lease, OutboxStore } from '#server/port/outbox-store.ts';

/** Longer than the slowest answer of an LRS is waited for, three times over. */
export const LEASE_STALE_MS = 90_000;

export interface LeasePlan {
  outbox: Pick<OutboxStore, 'lease' | 'take'>;
  /** This process; no other has the same. */
  holder: string;
  /** Epoch ms of this process; compared only with itself. */
  now: () => number;
  /** A lease that stands still so long, by our own clock, has lost its holder. */
  staleMs: number;
}

export interface HeldLease {
  /** Take the lease, or give a sign of life. @returns is it ours now? */
  hold(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Of several processes one forwards. Nobody compares clocks of two machines: who waits watches whether the other's beat
 * goes on. Two at once, after a long pause of one, would cost time only: cursors are compared when they are moved, and an
 * LRS keeps a statement once.
 */
export function createLease({ outbox, holder, now, staleMs }: LeasePlan): HeldLease {
  let own: Lease | undefined;
  let watched: { beat: number; since: number } | undefined;

  const isFree = (lease: Lease): boolean => {
    if (lease.holder === '') return true;
    // Each taking has a beat of its own.
    if (watched?.beat !== lease.beat) watched = { beat: lease.beat, since: now() };
    return now() - watched.since >= staleMs;
  };
  return {
    async hold() {
      if (own) {
        own = await outbox.take(holder, own);
        if (own) return true;
      }
      const lease = await outbox.lease();
      if (!isFree(lease)) return false;
      own = await outbox.take(holder, lease);
      watched = undefined;
      return own !== undefined;
    },
    async release() {
      const held = own;
      own = undefined;
      if (held) await outbox.take('', held);
    },
  };
}
