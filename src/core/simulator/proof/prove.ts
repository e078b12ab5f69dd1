import type { Text } from '../../model/text.ts';
import type { Level, Scenario } from '../scenario.ts';
import { slipFlaws } from './desk.ts';
import { feedbackFlaws } from './feedback.ts';
import type { Flaw } from './flaw.ts';
import { limitFlaws, limitOf } from './limits.ts';
import { type Effort, measure, type Row } from './measure.ts';
import { criterionFlaws, endingFlaws } from './outcome.ts';
import { expertFlaws, rankFlaws } from './rank.ts';
import { type Coverages, endFlaws, findingFlaws, nodeFlaws } from './reach.ts';
import { coverageOf } from './routes.ts';
import { sourceFlaws } from './sources.ts';
import { leaveFlaws, swapFlaws } from './swap.ts';

/** All proofs of a scenario. */

export const LEVELS: readonly Level[] = [1, 2, 3];

/** Everything that is not a matter of chance: what can be met, and that better play scores better. */
export function structureFlaws(scenario: Scenario<Text>): Flaw[] {
  const coverages: Coverages = {
    1: coverageOf(scenario, 1),
    2: coverageOf(scenario, 2),
    3: coverageOf(scenario, 3),
  };
  return [
    ...LEVELS.flatMap((level) => [
      ...nodeFlaws(scenario, coverages[level]),
      ...endFlaws(scenario, coverages[level]),
      ...criterionFlaws(scenario, coverages[level]),
      ...leaveFlaws(scenario, level),
      ...swapFlaws(scenario, level),
      ...expertFlaws(scenario, level),
    ]),
    ...findingFlaws(scenario, coverages),
    ...endingFlaws(scenario, coverages),
    ...rankFlaws(scenario),
    ...slipFlaws(scenario),
    ...feedbackFlaws(scenario),
    ...sourceFlaws(scenario),
  ];
}

/** What the players score at a level, and where one breaks his limit. */
export function proveLimits(
  scenario: Scenario<Text>,
  level: Level,
  effort: Effort,
): { rows: Row[]; flaws: Flaw[] } {
  const rows = measure(scenario, level, effort);
  const flaws = rows.flatMap(({ player, kind, sample, version }) =>
    limitFlaws(scenario, level, player, limitOf(scenario, level, player, kind), sample, version),
  );
  return { rows, flaws };
}
