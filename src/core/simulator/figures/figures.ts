import { evaluate, type Values } from '../../finance/expression.ts';
import { pickOne } from '../../model/random.ts';
import { DEFAULT_SEED } from '../default-seed.ts';

/** The figures of a scenario that other seeds draw anew, and those that follow from them. */

export type FigureUnit = 'cny' | 'count' | 'ratio' | 'days' | 'months' | 'years';

/** Drawn by the seed. */
export interface FreeFigure {
  id: string;
  unit: FigureUnit;
  /** The dossier's: what the default seed plays. */
  value: number;
  /** Lowest and highest, both drawn too; within ±10 % of `value`. */
  range: readonly [number, number];
  /** Distance of two neighbours, counted from the lowest. */
  step: number;
}

/** Worked out from the figures before it. */
export interface DerivedFigure {
  id: string;
  unit: FigureUnit;
  /** Over the ids before it, e.g. `stock * 30% * 6%`. */
  of: string;
  /** Rounded to a multiple of it; absent = to the yuan for `cny`, else not rounded. */
  step?: number | undefined;
}

export interface FigurePlan {
  free: readonly FreeFigure[];
  derived: readonly DerivedFigure[];
}

/** Binary fractions leave dust behind that no figure should show. */
const clean = (value: number): number => Math.round(value * 1e9) / 1e9;

/** All values that a free figure can take, the lowest first. */
export function valuesOf({ range: [low, high], step }: FreeFigure): number[] {
  const count = Math.floor(clean((high - low) / step)) + 1;
  return Array.from({ length: count }, (_, index) => clean(low + index * step));
}

/**
 * The figures of one run: the default seed gives the dossier's, every other one draws each free figure for itself.
 * @throws {RangeError} when an expression cannot be worked out; the schema refuses such a scenario before.
 */
export function figuresFor(plan: FigurePlan, seed: string): Values {
  const drawn = plan.free.map((figure): [string, number] => [
    figure.id,
    seed === DEFAULT_SEED
      ? figure.value
      : (pickOne(valuesOf(figure), `${seed}/figure/${figure.id}`) ?? figure.value),
  ]);
  return withDerived(plan, Object.fromEntries(drawn));
}

/**
 * Free figures completed by those that follow from them.
 * @param free a value for every free figure.
 */
export function withDerived({ derived }: FigurePlan, free: Values): Values {
  const values: Record<string, number> = { ...free };
  for (const { id, unit, of, step = unit === 'cny' ? 1 : 0 } of derived) {
    const result = evaluate(of, values);
    if (!('value' in result)) throw new RangeError(`figure ${id}: "${of}" is ${result.problem}`);
    const exact = clean(result.value);
    values[id] = step > 0 ? clean(Math.round(exact / step) * step) : exact;
  }
  return values;
}
