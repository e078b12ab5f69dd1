import { expect, test } from 'vitest';
import { scoreRun } from '#core/simulator/score/score-run.ts';
import { replay } from './replay.ts';
import { SCENARIO_IDS, scenarioOf } from './scenarios.ts';
import { TRACES } from './traces.ts';

/** What learners are told they scored is what the dossier's program would have said, criterion by criterion. */
test.each(SCENARIO_IDS)('%s: levels, caps and scores of all played runs', (id) => {
  const runs = TRACES.filter((trace) => trace.scenario === id);
  const wrong = runs.flatMap((trace, index) => {
    const { levels, weights, raw, cap, score } = scoreRun(scenarioOf(id), replay(scenarioOf(id), trace).run);
    const { end } = trace;
    const wanted = { levels: end.levels, weights: end.weights, raw: end.raw, cap: end.cap, score: end.score };
    const got = { levels, weights, raw, cap, score };
    return JSON.stringify(got) === JSON.stringify(wanted)
      ? []
      : [`${trace.level} ${trace.who} (${index}): ${JSON.stringify(got)}\n  trace ${JSON.stringify(wanted)}`];
  });
  expect(wrong).toEqual([]);
});
