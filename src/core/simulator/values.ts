import type { Values } from './scenario-move.ts';

/** The five values of a customer and what a change does to them (simulators.md §1.2 and §1.3, steps 7 and 8). */

export const VALUE_NAMES = ['ability', 'benevolence', 'integrity', 'patience', 'interest'] as const;
export type ValueName = (typeof VALUE_NAMES)[number];

/** Trust as the learner reads it: a whole number, 0–100, halves up. Frozen as written: another order of adding moves some halves. */
export function trustOf({ ability, benevolence, integrity }: Values): number {
  return Math.round(0.3 * ability + 0.4 * benevolence + 0.3 * integrity);
}

export function clamp(value: number, least = 0, most = 100): number {
  return Math.min(most, Math.max(least, value));
}

/** Each value made from its name. */
export function mapValues(make: (name: ValueName) => number): Values {
  return {
    ability: make('ability'),
    benevolence: make('benevolence'),
    integrity: make('integrity'),
    patience: make('patience'),
    interest: make('interest'),
  };
}

/**
 * The values after a change. Good marks are harder to raise, bad ones harder to lower: a gain counts (100 − v)/50, between
 * 0.2 and 1; a loss counts v/40, between 0.5 and 1. Lost patience is lost whole.
 * @param change points, before this damping.
 */
export function saturate(values: Values, change: Values): Values {
  return mapValues((name) => {
    const before = values[name];
    const by = change[name];
    if (by > 0) return clamp(before + by * clamp((100 - before) / 50, 0.2, 1));
    if (by < 0 && name !== 'patience') return clamp(before + by * clamp(before / 40, 0.5, 1));
    return clamp(before + by);
  });
}
