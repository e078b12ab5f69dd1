import { readFileSync } from 'node:fs';
import type { Values } from '#core/finance/expression.ts';
import type { Text } from '#core/model/text.ts';
import { checkFairness } from '#core/simulator/author/fairness.ts';
import { textsOf } from '#core/simulator/author/walk-scenario.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { drawScenario, type WrittenScenario } from '#core/simulator/figures/draw-scenario.ts';
import { type FigurePlan, valuesOf } from '#core/simulator/figures/figures.ts';
import { placesIn } from '#core/simulator/figures/placeholder.ts';
import { slipFlaws } from '#core/simulator/proof/desk.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { DeskTask } from '#core/simulator/scenario-task.ts';

/** A scenario with the figures of every draw, and what must hold for each. */

/** Every way the free figures can be drawn. */
export function everyDraw({ free }: FigurePlan): Values[] {
  return free.reduce<Values[]>(
    (draws, figure) =>
      draws.flatMap((draw) => valuesOf(figure).map((value) => ({ ...draw, [figure.id]: value }))),
    [{}],
  );
}

/** The scenario with free figures of our choice. */
export function withFree(written: WrittenScenario<Text>, free: Values): Scenario<Text> {
  const { figures } = written;
  if (!figures) throw new Error(`${written.id} declares no figures`);
  const chosen = figures.free.map((figure) => ({ ...figure, value: free[figure.id] as number }));
  return drawScenario({ ...written, figures: { ...figures, free: chosen } }, DEFAULT_SEED);
}

/** What the desk holds for right, and its mistakes, by `r1` and `r1/0`. */
export function deskFigures(scenario: Scenario<Text>): Record<string, number | string> {
  return Object.fromEntries(
    deskOf(scenario).rows.flatMap(({ id, value, slips }) => [
      [id, value],
      ...slips.map((slip, index) => [`${id}/${index}`, slip.value]),
    ]),
  );
}

/** Options too long or too short, mistakes that pass as right, and texts with a place that holds no figure. */
export function flawsIn(scenario: Scenario<Text>): unknown[] {
  const found: unknown[] = [...slipFlaws(scenario)];
  checkFairness(scenario, {
    addIssue: ({ path, message }) => found.push(`${path.join('.')}: ${message}`),
  });
  return [...found, ...textsOf(scenario).filter(({ text }) => /[{}]|NaN|undefined/.test(text.zh + text.en))];
}

/** Path and text, as they were before figures were drawn: every one that holds a figure now. */
export function archivedTexts(name: string): [path: string, text: string | number][] {
  const file = new URL(`../../../fixtures/simulator/${name}`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as [string, string | number]);
}

export const textAt = (scenario: unknown, path: string): unknown =>
  path.split('/').reduce((inner, key) => (inner as Record<string, unknown>)[key], scenario);

/** A text without its places: what stays the same in every draw. */
export function stripped({ zh, en }: Text): Text {
  const without = (text: string) =>
    placesIn(text).reduce((rest, { written: place }) => rest.replace(place, '·'), text);
  return { zh: without(zh), en: without(en) };
}

/** Figures in digits, thousands and 万 included. */
export function digitsOf(texts: readonly Text[]): string[] {
  return texts.flatMap(({ zh, en }) => `${zh} ${en}`.match(/\d+(?:,\d{3})*(?:\.\d+)?(?:万\d?)?/g) ?? []);
}

/** @throws {Error} when there is none. */
function deskOf({ id, stages }: Scenario<Text>): DeskTask<Text> {
  const desk = stages.find((stage) => stage.kind === 'desk');
  if (!desk) throw new Error(`${id} has no model desk`);
  return desk;
}

/** A figure as digits may say it: whole, to the hundred, thousand or ten thousand, up or down, with 万; shares in per cent. */
export function spellings(figures: Values): string[] {
  const shares = Object.values(figures).flatMap((value) => (Math.abs(value) < 1 ? [value * 100] : []));
  return [...Object.values(figures), ...shares].flatMap((value) =>
    [0.01, 0.1, 1, 100, 1000, 5000, 10_000].flatMap((step) =>
      [Math.round, Math.floor, Math.ceil].flatMap((round) => {
        const near = Number((round(value / step) * step).toFixed(2));
        const wan = Number((near / 10_000).toFixed(2));
        const tail = Math.round((near % 10_000) / 1000);
        return [near.toLocaleString('en-US'), `${wan}万`, `${Math.floor(near / 10_000)}万${tail || ''}`];
      }),
    ),
  );
}
