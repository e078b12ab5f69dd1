import type { Text } from '../../model/text.ts';
import { checkFairness } from '../author/fairness.ts';
import { textsOf } from '../author/walk-scenario.ts';
import { drawScenario, type WrittenScenario } from '../figures/draw-scenario.ts';
import type { Level, Scenario } from '../scenario.ts';
import { slipFlaws } from './desk.ts';
import type { Flaw } from './flaw.ts';
import { scoreOf } from './measure.ts';
import { expertOf } from './players.ts';
import { EXPERT_SCORE } from './rank.ts';
import { sourceFlaws } from './sources.ts';

/** What holds for the dossier's figures holds for other draws of them. Sampled: these seeds, the same every time. */

export const DRAWN_SEEDS: readonly string[] = Array.from({ length: 20 }, (_, index) => `figures-${index}`);

const LEVELS: readonly Level[] = [1, 2, 3];

/** None for a scenario that declares no figures. */
export function drawnFlaws(written: WrittenScenario<Text>, seeds = DRAWN_SEEDS): Flaw[] {
  if (!written.figures) return [];
  return seeds.flatMap((seed) => {
    const scenario = drawScenario(written, seed);
    const found = [
      ...placeFlaws(scenario),
      ...fairnessFlaws(scenario),
      ...slipFlaws(scenario),
      ...sourceFlaws(scenario),
      ...expertFlaws(scenario, seed),
    ];
    return found.map((flaw) => ({ ...flaw, place: `with the figures of seed ${seed}, ${flaw.place}` }));
  });
}

function placeFlaws(scenario: Scenario<Text>): Flaw[] {
  return textsOf(scenario)
    .filter(({ text }) => /[{}]|undefined|NaN/.test(`${text.zh}${text.en}`))
    .map(({ text, path }) => ({
      scenario: scenario.id,
      place: path.join('.'),
      what: `shows “${text.zh}”, “${text.en}”`,
      remedy: 'give every place a figure and a format that can say it',
    }));
}

/** Lengths and other giveaways: a longer figure must not point at the best option. */
function fairnessFlaws(scenario: Scenario<Text>): Flaw[] {
  const flaws: Flaw[] = [];
  checkFairness(scenario, {
    addIssue: ({ path, message }) =>
      flaws.push({
        scenario: scenario.id,
        place: path.join('.'),
        what: message,
        remedy: 'choose a shorter format, or let the others of the turn be as long',
      }),
  });
  return flaws;
}

function expertFlaws(scenario: Scenario<Text>, seed: string): Flaw[] {
  return LEVELS.flatMap((level) => {
    const score = scoreOf(scenario, { level, seed }, expertOf(level), '0');
    if (score >= EXPERT_SCORE) return [];
    const place = `level ${level}, expert`;
    const remedy = 'let value and slips of every row follow from the same figures';
    return [
      { scenario: scenario.id, place, what: `scores ${score}, at least ${EXPERT_SCORE} is due`, remedy },
    ];
  });
}
