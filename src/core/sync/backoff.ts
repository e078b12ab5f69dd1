const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

/**
 * When to try again after failures in a row: twice as long each time up to five minutes, and somewhere in the second half
 * of that span, so that a class that lost its network together does not come back in one moment.
 * @param failures     1 or more.
 * @param now          epoch ms.
 * @param random       in [0, 1).
 * @param retryAfterMs what the server asked for; never earlier than that.
 * @returns epoch ms.
 */
export function nextTryAt(failures: number, now: number, random: number, retryAfterMs = 0): number {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return now + Math.round(Math.max(retryAfterMs, span / 2) + (random * span) / 2);
}
