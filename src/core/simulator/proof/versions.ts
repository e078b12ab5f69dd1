import { DEFAULT_SEED } from '../default-seed.ts';
import { forkOf } from '../forks.ts';
import type { Scenario, Turn } from '../scenario.ts';

/** Which turns a run plays in their second version is drawn by its seed; here seeds are found that draw what a proof needs. */

/** More than enough for ten forks. */
const MOST_SEEDS = 100_000;

export function turnsOf<T>({ stages }: Scenario<T>): Turn<T>[] {
  return stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []));
}

export function forkedTurns<T>(scenario: Scenario<T>): Turn<T>[] {
  return turnsOf(scenario).filter(({ fork }) => fork !== undefined);
}

/** One bit a fork: does this seed draw it? */
function drawnBy<T>(forked: readonly Turn<T>[], seed: string): number {
  return forked.reduce(
    (bits, turn, index) => (forkOf(turn, { level: 1, seed }) ? bits | (1 << index) : bits),
    0,
  );
}

/** The seed that draws every fork; the default one where there are none. */
export function forkedSeed<T>(scenario: Scenario<T>): string {
  return seedsFor(scenario, [2 ** forkedTurns(scenario).length - 1])[0] ?? DEFAULT_SEED;
}

/** A seed for every combination of versions, the scenario as written first. */
export function everyVersion<T>(scenario: Scenario<T>): string[] {
  const combinations = 2 ** forkedTurns(scenario).length;
  return seedsFor(
    scenario,
    Array.from({ length: combinations }, (_, bits) => bits),
  );
}

/** As written, all forks drawn, each fork alone, and each left out alone. */
export function telling<T>(scenario: Scenario<T>): string[] {
  const { length } = forkedTurns(scenario);
  const all = 2 ** length - 1;
  const single = Array.from({ length }, (_, index) => 1 << index);
  return seedsFor(scenario, [...new Set([0, all, ...single, ...single.map((bit) => all ^ bit)])]);
}

/** Seeds found so far, by the forks they draw. */
const FOUND = new WeakMap<object, Map<number, string>>();

function seedsFor<T>(scenario: Scenario<T>, wanted: readonly number[]): string[] {
  const forked = forkedTurns(scenario);
  const found = FOUND.get(scenario) ?? new Map<number, string>([[0, DEFAULT_SEED]]);
  FOUND.set(scenario, found);
  for (let index = 0; index < MOST_SEEDS && wanted.some((bits) => !found.has(bits)); index += 1) {
    const seed = `v${index}`;
    const bits = drawnBy(forked, seed);
    if (!found.has(bits)) found.set(bits, seed);
  }
  return wanted.map((bits) => found.get(bits) ?? DEFAULT_SEED);
}
