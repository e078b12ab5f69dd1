import type { Text } from '../../model/text.ts';
import { forkOf } from '../forks.ts';
import type { Scenario } from '../scenario.ts';
import { PASS_SCORE, scoreRun } from '../score/score-run.ts';
import { BY_HEART } from './guided-players.ts';
import { playRun } from './player.ts';
import { forkedTurns } from './versions.ts';

/** Somebody who learnt the best replies of the scenario as written, and gives them whatever he hears. */
export interface ByHeart {
  n: number;
  mean: number;
  /** Share of runs that pass, 0–1. */
  passRatio: number;
  /** Share of best replies, 0–1: where a second line was drawn, and at all turns that have one. */
  bestWhenForked: number;
  bestAtForks: number;
}

/** @param n runs, each with a seed that draws its own second lines. */
export function playByHeart(scenario: Scenario<Text>, n: number): ByHeart {
  const forked = forkedTurns(scenario);
  let sum = 0;
  let passed = 0;
  const met = { drawn: 0, all: 0, bestDrawn: 0, best: 0 };
  for (let draw = 0; draw < n; draw += 1) {
    const plan = { level: 1, seed: `drawn ${draw}` } as const;
    const run = playRun(scenario, plan, BY_HEART, String(draw));
    const { score } = scoreRun(scenario, run);
    sum += score;
    passed += Number(score >= PASS_SCORE);
    for (const turn of forked) {
      const entry = run.log.find(({ turnId }) => turnId === turn.id);
      if (!entry) continue;
      const isBest = Number(entry.move?.quality === 'expert');
      const isDrawn = Number(forkOf(turn, plan) !== undefined);
      met.all += 1;
      met.best += isBest;
      met.drawn += isDrawn;
      met.bestDrawn += isBest * isDrawn;
    }
  }
  return {
    n,
    mean: sum / n,
    passRatio: passed / n,
    bestWhenForked: met.drawn === 0 ? 0 : met.bestDrawn / met.drawn,
    bestAtForks: met.all === 0 ? 0 : met.best / met.all,
  };
}
