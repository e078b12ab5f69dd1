/**
 * Chance without randomness: every shuffle and draw of the course comes from a string seed, so that a server, another
 * device and a test see the same order. Frozen: a change here would reorder open attempts (golden values in the tests).
 */

/**
 * A string as 32 bits: FNV-1a over its UTF-16 code units, then MurmurHash3's final mix so that near seeds part.
 * @returns an unsigned 32-bit integer.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/ (offset basis 0x811c9dc5, prime 0x01000193).
 */
export function hashSeed(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A stream of numbers from a seed: mulberry32, period about 2³². Not for secrets.
 * @returns a function; each call gives the next number in [0, 1).
 */
export function randomFrom(seed: string): () => number {
  let state = hashSeed(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The same members in an order decided by the seed (Fisher–Yates, from the last place down).
 * @returns a new array; `list` stays as it is.
 */
export function shuffle<T>(list: readonly T[], seed: string): T[] {
  const random = randomFrom(seed);
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}

/** One member chosen by the seed; `undefined` for an empty list. */
export function pickOne<T>(list: readonly T[], seed: string): T | undefined {
  return list[Math.floor(randomFrom(seed)() * list.length)];
}

/**
 * `count` different places of the list, in an order decided by the seed.
 * @param count 0 or more; the whole list, shuffled, when it holds fewer.
 */
export function pickSome<T>(list: readonly T[], count: number, seed: string): T[] {
  return shuffle(list, seed).slice(0, Math.max(0, count));
}
