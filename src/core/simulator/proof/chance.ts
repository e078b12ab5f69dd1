/** Draws of the players: numbers come from one stream per run, so that a run is the same on every machine. */

/** The next number in [0, 1). */
export type Chance = () => number;

export function happens(probability: number, chance: Chance): boolean {
  return chance() < probability;
}

/**
 * One member, each equally likely.
 * @throws {RangeError} for an empty list.
 */
export function pick<M>(list: readonly M[], chance: Chance): M {
  if (list.length === 0) throw new RangeError('nothing to pick from; give a list with at least one member');
  return list[Math.floor(chance() * list.length)] as M;
}

/** `count` different members in a drawn order; the whole list when it holds fewer. */
export function pickMany<M>(list: readonly M[], count: number, chance: Chance): M[] {
  const left = [...list];
  const picked: M[] = [];
  while (picked.length < count && left.length > 0) {
    picked.push(...left.splice(Math.floor(chance() * left.length), 1));
  }
  return picked;
}

/** Every member kept with the same probability. */
export function some<M>(list: readonly M[], probability: number, chance: Chance): M[] {
  return list.filter(() => happens(probability, chance));
}

/** The right answer with probability `skill`, else any of the others and itself. */
export function rightOr<M>(right: M, all: readonly M[], skill: number, chance: Chance): M {
  return happens(skill, chance) ? right : pick(all, chance);
}
