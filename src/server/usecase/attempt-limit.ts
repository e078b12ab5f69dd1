import type { Clock } from '#server/port/clock.ts';

export interface AttemptLimitPlan {
  clock: Clock;
  /** Attempts by one name within the span; more are turned away until it is over. */
  most: number;
  spanMs: number;
}

/** Names remembered at once: beyond that the oldest spans are forgotten. */
const NAMES_AT_MOST = 10_000;

/**
 * Counts attempts by name, in memory of this process: several processes count for themselves, and a restart forgets. Enough
 * for who asks too often; guesses at secrets are counted in the store (`createGuessLimit`).
 */
export function createAttemptLimit({ clock, most, spanMs }: AttemptLimitPlan) {
  const spans = new Map<string, { count: number; endsAt: number }>();
  const spanOf = (name: string) => {
    const span = spans.get(name);
    return span && span.endsAt > clock.now() ? span : undefined;
  };
  return {
    /** @returns how long the name has to wait, ms; 0 = it may try. */
    waitMs(name: string): number {
      const span = spanOf(name);
      return span && span.count >= most ? span.endsAt - clock.now() : 0;
    },
    count(name: string): void {
      const span = spanOf(name);
      if (span) {
        span.count += 1;
        return;
      }
      spans.delete(name); // so that it stands last again
      if (spans.size >= NAMES_AT_MOST) spans.delete(spans.keys().next().value ?? '');
      spans.set(name, { count: 1, endsAt: clock.now() + spanMs });
    },
    /** Attempts within the span that is not over. */
    countOf: (name: string): number => spanOf(name)?.count ?? 0,
  };
}
