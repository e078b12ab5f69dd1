import type { Text } from '../../model/text.ts';
import type { Level, Scenario } from '../scenario.ts';
import { slipFlaws } from './desk.ts';
import { feedbackFlaws } from './feedback.ts';
import type { Flaw } from './flaw.ts';
import { limitFlaws, limitOf } from './limits.ts';
import { type Effort, expertScores, measure, type Row } from './measure.ts';
import { criterionFlaws, endingFlaws } from './outcome.ts';
import { expertFlaws, rankFlaws } from './rank.ts';
import { type Coverages, endFlaws, findingFlaws, nodeFlaws } from './reach.ts';
import { coverageOf } from './routes.ts';
import { sourceFlaws } from './sources.ts';
import { leaveFlaws, swapFlaws } from './swap.ts';
import type { ExpertRow } from './table.ts';

/** All proofs of a scenario. */

export const LEVELS: readonly Level[] = [1, 2, 3];

/** Everything that is not a matter of chance: what can be met, and that better play scores better. */
export function structureFlaws(scenario: Scenario<Text>): Flaw[] {
  const guided = coverageOf(scenario, 1);
  const standard = coverageOf(scenario, 2, [guided]);
  const coverages: Coverages = {
    1: guided,
    2: standard,
    3: coverageOf(scenario, 3, [guided, standard]),
  };
  return [
    ...LEVELS.flatMap((level) => [
      ...nodeFlaws(scenario, coverages[level]),
      ...endFlaws(scenario, coverages[level]),
      ...criterionFlaws(scenario, coverages[level]),
      ...leaveFlaws(scenario, level),
      ...swapFlaws(scenario, level),
    ]),
    ...findingFlaws(scenario, coverages),
    ...endingFlaws(scenario, coverages),
    ...rankFlaws(scenario),
    ...slipFlaws(scenario),
    ...feedbackFlaws(scenario),
    ...sourceFlaws(scenario),
  ];
}

export interface LevelProof {
  rows: Row[];
  expert: ExpertRow;
  flaws: Flaw[];
}

/** What the players score at a level, and where one breaks his limit. */
export function proveLimits(scenario: Scenario<Text>, level: Level, effort: Effort): LevelProof {
  const scores = expertScores(scenario, level);
  const rows = measure(scenario, level, effort);
  const flaws = rows.flatMap(({ player, kind, sample, version }) =>
    limitFlaws(scenario, level, player, limitOf(scenario, level, player, kind), sample, version),
  );
  const lowest = Math.min(...scores.map(({ score }) => score));
  const expert = { scenario: scenario.id, level, lowest, n: scores.length };
  return { rows, expert, flaws: [...expertFlaws(scenario, level, scores), ...flaws] };
}
