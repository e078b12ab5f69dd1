import type { Values } from '../../finance/expression.ts';
import type { PublishedScenario, Scenario } from '../scenario.ts';
import { type FigurePlan, figuresFor } from './figures.ts';
import { figureAlone, fillFigures } from './placeholder.ts';

/** A scenario as its author writes it: texts and desk may hold places for figures. It is drawn before it is played. */
export type WrittenScenario<T = string> = Omit<Scenario<T>, 'figures' | 'drawn'> & { figures?: FigurePlan };

/** As published, not drawn yet. */
export type PublishedWritten<T = string> = WrittenScenario<T> & { revision: string };

/**
 * The scenario that a run with this seed plays: every place for a figure holds the run's. Same scenario and seed, same
 * texts and same desk, on every device; the default seed gives the dossier's.
 * @param written is not changed; one without figures is given back as it is.
 * @returns a scenario without places, with its figures in `drawn`.
 * @throws {RangeError} when a place names no figure: an author's mistake that the build refuses.
 */
export function drawScenario<T>(written: PublishedWritten<T>, seed: string): PublishedScenario<T>;
export function drawScenario<T>(written: WrittenScenario<T>, seed: string): Scenario<T>;
export function drawScenario<T>(written: WrittenScenario<T>, seed: string): Scenario<T> {
  const { figures, ...scenario } = written;
  if (!figures) return scenario as Scenario<T>;
  const drawn = figuresFor(figures, seed);
  return { ...(filled(scenario, drawn) as Scenario<T>), drawn };
}

function filled(value: unknown, figures: Values, key = ''): unknown {
  if (typeof value === 'string')
    return (key === 'value' ? figureAlone(value, figures) : undefined) ?? fillFigures(value, figures);
  if (Array.isArray(value)) return value.map((member) => filled(member, figures));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, filled(member, figures, name)]),
  );
}
