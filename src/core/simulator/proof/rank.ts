import type { Text } from '../../model/text.ts';
import { forkOf } from '../forks.ts';
import type { RunPlan } from '../run.ts';
import type { Level, Scenario } from '../scenario.ts';
import { PASS_SCORE } from '../score/score-run.ts';
import type { Flaw } from './flaw.ts';
import { RANKED } from './guided-players.ts';
import { expertScores, scoreOf } from './measure.ts';
import { everyVersion, forkedTurns } from './versions.ts';

/** Better play scores better: the expert, and those who always take the best, second, third or worst option. */

/** Least score of the expert, in every version. */
export const EXPERT_SCORE = 85;

/** Which second lines a seed draws. */
export function drawnLines(scenario: Scenario<Text>, seed: string): string {
  const plan: RunPlan = { level: 1, seed };
  const drawn = forkedTurns(scenario).filter((turn) => forkOf(turn, plan));
  return drawn.length === 0 ? 'as written' : `second line at ${drawn.map(({ id }) => id).join(', ')}`;
}

/** Proven: the expert draws nothing, so one run a version is all there is. */
export function expertFlaws(
  scenario: Scenario<Text>,
  level: Level,
  scores: readonly { seed: string; score: number }[] = expertScores(scenario, level),
): Flaw[] {
  return scores
    .filter(({ score }) => score < EXPERT_SCORE)
    .map(({ seed, score }) => ({
      scenario: scenario.id,
      place: `level ${level}, expert, ${level === 1 ? drawnLines(scenario, seed) : seed}`,
      what: `scores ${score}, at least ${EXPERT_SCORE} is due`,
      remedy: 'let the best options and tasks earn every criterion; look which one falls short',
    }));
}

/** Proven over all versions. Tasks are done right by all four, so only the replies differ. */
export function rankFlaws(
  scenario: Scenario<Text>,
  seeds: readonly string[] = everyVersion(scenario),
): Flaw[] {
  return seeds.flatMap((seed) => {
    const scores = RANKED.map((player) => scoreOf(scenario, { level: 1, seed }, player, '0'));
    const [best = 0, second = 0, third = 0, worst = 0] = scores;
    const isOrdered = best > second && second >= third && third >= worst && second > worst;
    const isAlone = best >= PASS_SCORE && second < PASS_SCORE;
    if (isOrdered && isAlone) return [];
    return [
      {
        scenario: scenario.id,
        place: `level 1, always best, second, third, worst, ${drawnLines(scenario, seed)}`,
        what: `score ${scores.join(', ')}; they must fall, and only the best may reach ${PASS_SCORE}`,
        remedy: 'mark as weak what misses the point, and let it open and flag less than the best option does',
      },
    ];
  });
}
