import type { Clock } from '#server/port/clock.ts';

/** What `/healthz` says about this process. */
export interface Health {
  status: 'ok';
  /** Short git commit of the build, or the package version where git was not there. */
  release: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  uptimeMs: number;
}

export interface HealthPlan {
  clock: Clock;
  release: string;
}

/**
 * Make the health check of this process; the moment of making counts as its start.
 * @returns a function without side effects: it answers from memory and cannot fail.
 */
export function createCheckHealth({ clock, release }: HealthPlan): () => Health {
  const startedAtMs = clock.now();
  const startedAt = new Date(startedAtMs).toISOString();
  return () => ({
    status: 'ok',
    release,
    startedAt,
    // A clock set back by the system must not show as a negative age.
    uptimeMs: Math.max(0, clock.now() - startedAtMs),
  });
}
