/** What should be said of the time left in a part. `last30` and `half` come only in parts long enough for them. */
export type Cue = 'begun' | 'half' | 'last30' | 'over';

/** Where a clock stands that counts down one part after the other. */
export interface Moment {
  /** 0-based; the last part once all is over. */
  part: number;
  /** In this part, ms. */
  leftMs: number;
  cue: Cue;
}

/**
 * Where timed parts stand.
 * @param seconds length of each part, s.
 * @param elapsedMs running time so far, ms; pauses are not in it.
 */
export function momentAt(seconds: readonly number[], elapsedMs: number): Moment {
  let before = 0;
  for (const [part, length] of seconds.entries()) {
    const leftMs = before + length * 1000 - elapsedMs;
    if (leftMs > 0) return { part, leftMs, cue: cueOf(length, leftMs) };
    before += length * 1000;
  }
  return { part: Math.max(0, seconds.length - 1), leftMs: 0, cue: 'over' };
}

function cueOf(length: number, leftMs: number): Cue {
  if (length > 30 && leftMs <= 30_000) return 'last30';
  // In a minute or so half and the last 30 seconds are nearly one.
  return length >= 90 && leftMs <= length * 500 ? 'half' : 'begun';
}

/** Running time at which a part ends, ms. */
export function endOfPart(seconds: readonly number[], part: number): number {
  return seconds.slice(0, part + 1).reduce((sum, length) => sum + length, 0) * 1000;
}

/** Minutes and seconds, begun seconds counted whole: 90,000 ms are `1:30`, 59,001 ms are `1:00`. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
