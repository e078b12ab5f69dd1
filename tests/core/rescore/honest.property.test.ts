import { describe, expect, test } from 'vitest';
import type { Fact } from '#core/model/fact.ts';
import { hashSeed } from '#core/model/random.ts';
import { rescore } from '#core/rescore/rescore.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import type { Level } from '#core/simulator/scenario.ts';
import { checks, content, revisionsOf, scenarioNow } from '../../contract/content.ts';
import { anyAct } from '../simulator/any-act.ts';
import { SCENARIO_IDS } from '../simulator/scenarios.ts';
import { asExpert, factsOfCheck, factsOfRun } from './honest.ts';

/**
 * What a learner did by the product's own hands must never be set apart: a false alarm takes points away from somebody who
 * earned them.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 4);
const seedOf = (name: string, round: number) => `${process.env.SEED ?? 'honest'}/${name}/${round}`;

const verdicts = (facts: readonly Fact[]) =>
  facts.map((fact) => ({
    fact,
    verdict: rescore(fact, {
      ...content,
      attempt: (id) => facts.filter((one) => 'attemptId' in one && one.attemptId === id),
    }),
  }));
const notConfirmed = (facts: readonly Fact[]) =>
  verdicts(facts).filter(({ verdict }) => verdict.status !== 'confirmed');

describe.each(checks.map((check) => ({ check, lesson: check.lessonId })))('$lesson', ({ check, lesson }) => {
  test.each([0, 0.5, 0.8, 1])(
    'an honest check is confirmed, answered right in a share of %f',
    async (skill) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const seed = seedOf(`${lesson}/${skill}`, round);
        const facts = await factsOfCheck(check, { seed, skill, attempts: 3 });
        expect(
          facts.filter(({ type }) => type === 'attempt.submitted'),
          seed,
        ).toHaveLength(3);
        if (skill === 1) expect(facts.filter(({ type }) => type === 'lesson.completed')).toHaveLength(3);
        expect(notConfirmed(facts), seed).toEqual([]);
      }
    },
  );
});

describe.each(SCENARIO_IDS)('%s', (id) => {
  test.each([1, 2, 3] as const)(
    'the expert’s run at level %i is confirmed, whatever figures are drawn',
    async (level) => {
      for (const seed of [DEFAULT_SEED, ...Array.from({ length: ROUNDS }, (_, round) => seedOf(id, round))]) {
        const language = seed === DEFAULT_SEED ? 'zh' : 'en';
        const facts = await factsOfRun(scenarioNow(id, language), { level, seed, language }, asExpert());
        expect(
          facts.map(({ type }) => type),
          seed,
        ).toEqual(['scenario.finished']);
        expect(notConfirmed(facts), seed).toEqual([]);
      }
    },
  );

  test('whatever somebody does, the run is confirmed as it went', async () => {
    for (let round = 0; round < 3 * ROUNDS; round += 1) {
      const seed = seedOf(`${id}/any`, round);
      const level = ((round % 3) + 1) as Level;
      const facts = await factsOfRun(scenarioNow(id), { level, seed }, ({ plan, run, acts }) =>
        anyAct(plan.scenario, plan, run, hashSeed(`${seed}/${acts.length}`)),
      );
      expect(facts, seed).toHaveLength(1);
      expect(notConfirmed(facts), seed).toEqual([]);
    }
  });
});

test('a run on a former revision is confirmed on that revision', async () => {
  const [former = ''] = revisionsOf('r-b');
  const scenario = content.scenario('r-b', former);
  if (!scenario) throw new Error('r-b has no former revision in the archive');
  expect(former).not.toBe(scenarioNow('r-b').revision);
  const facts = await factsOfRun(scenario, { level: 2, seed: 'any' }, asExpert());
  expect(facts).toMatchObject([{ scenarioRevision: former, passed: true }]);
  expect(notConfirmed(facts)).toEqual([]);
});
