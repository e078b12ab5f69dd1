import { describe, expect, test } from 'vitest';
import type { Act } from '#core/simulator/act.ts';
import { foldRun } from '#core/simulator/engine.ts';
import type { Run } from '#core/simulator/run.ts';
import type { ErrorCode } from '#core/simulator/scenario-move.ts';
import { scoreRun } from '#core/simulator/score/score-run.ts';
import { scenarioOf } from './scenarios.ts';
import { choose, option, scenarioOfMoves } from './small.ts';

const doctor = scenarioOf('d-a');
const guided = { level: 1, seed: 'default' } as const;

/** A run of d-a with a strong ear and thin observation: the worked example of appendix B. */
function worked(): Run {
  const talk = (ids: string): Act[] => ids.split(' ').map((id) => choose(id.slice(0, -1), id.slice(-1)));
  return foldRun(doctor, guided, [
    ...talk('T1a T2a T3b T4a T5b'),
    { type: 'walk.close', notes: ['h1', 'h4', 'h3'].map((spot) => ({ spot, note: 'neutral' as const })) },
    ...talk('T7b T8d T9c T10a T11c T12d'),
    {
      type: 'board.close',
      cause: 'c1',
      evidence: ['panels', 'guides', 'delivery11', 'visits', 'roster'],
      rejected: [],
      phoned: false,
    },
    ...talk('P1a P2c P3a P4b P5c P6b'),
  ]);
}

const withCodes = (run: Run, ...codes: [ErrorCode, boolean][]): Run => ({
  ...run,
  codes: codes.map(([code, repaired], index) => ({ code, move: index + 1, repaired })),
});

describe('S11 the worked example of appendix B', () => {
  test('4, 4, 3, 3, 2, 3, 4, 4 make 81.5 and pass', () => {
    const { levels, raw, cap, score } = scoreRun(doctor, worked());
    expect(Object.values(levels)).toEqual([4, 4, 3, 3, 2, 3, 4, 4]);
    expect({ raw, cap, score }).toEqual({ raw: 81.5, cap: 100, score: 81.5 });
  });

  test('with E3 unrepaired the sum is 76.5 and the cap makes it 69', () => {
    const { levels, raw, score, capReasons } = scoreRun(doctor, withCodes(worked(), ['E3', false]));
    expect([levels.ethics, raw, score]).toEqual([0, 76.5, 69]);
    expect(capReasons).toEqual([{ reason: 'E3', cap: 69 }]);
  });

  test('repaired in time it is 79 under a cap of 79', () => {
    const { levels, raw, cap, score } = scoreRun(doctor, withCodes(worked(), ['E3', true]));
    expect([levels.ethics, raw, cap, score]).toEqual([2, 79, 79, 79]);
  });
});

describe('S8 S11 caps', () => {
  const capOf = (...codes: [ErrorCode, boolean][]) => scoreRun(doctor, withCodes(worked(), ...codes)).cap;

  test.each<[ErrorCode, number]>([
    ['E1', 0],
    ['E2', 69],
    ['E3', 69],
    ['E4', 64],
    ['E5', 59],
    ['E6', 69],
    ['E7', 64],
    ['E8', 49],
    ['E9', 84],
    ['E10', 49],
    ['E11', 69],
  ])('%s caps at %i, ten more when it occurred once and is repaired, E1 never', (code, cap) => {
    expect(capOf([code, false])).toBe(cap);
    expect(capOf([code, true])).toBe(code === 'E1' ? 0 : cap + 10);
    expect(capOf([code, true], [code, false])).toBe(cap);
    expect(capOf([code, true], [code, true])).toBe(cap);
  });

  test('the lowest cap counts, and the reasons stand lowest first', () => {
    const { cap, capReasons } = scoreRun(doctor, withCodes(worked(), ['E9', false], ['E8', false]));
    expect(cap).toBe(49);
    expect(capReasons.map(({ reason }) => reason)).toEqual(['E8', 'E9']);
  });

  test('a run ended by patience, trust or leaving earns at most 49; one that ends in visit 1 with nothing agreed 59', () => {
    for (const ended of ['patience', 'trust', 'left'] as const) {
      expect(scoreRun(doctor, { ...worked(), ended }).cap).toBe(49);
    }
    const shut: Run = { ...worked(), ended: 'novisit2', visit: 1, ladder: 'none' };
    expect(scoreRun(doctor, shut).capReasons).toContainEqual({ reason: 'visit1', cap: 59 });
  });

  test('talk that is mostly weak earns at most 64, the tasks may be as good as they like', () => {
    const quiet = scenarioOfMoves([
      option('a', 'ask_open', 'ok'),
      option('b', 'wait', 'ok'),
      option('c', 'wait', 'weak'),
    ]);
    const acts = ['a', 'b', 'c'].map((id, index) => choose(`T${index + 1}`, id));
    const share = (n: number) =>
      scoreRun(quiet, foldRun(quiet, guided, acts.slice(0, n))).capReasons.filter(
        ({ reason }) => reason === 'share',
      );
    expect(share(2)).toEqual([]); // 0.6
    expect(share(3)).toEqual([{ reason: 'share', cap: 64 }]); // (0.6 + 0.6 + 0.2)/3 = 0.47
    expect(share(0)).toEqual([{ reason: 'share', cap: 64 }]);
  });

  test('who leaves at the first line of any scenario scores below 15', () => {
    for (const id of ['f-a', 'd-a', 'd-b', 'r-a', 'r-c'] as const) {
      const scenario = scenarioOf(id);
      expect(scoreRun(scenario, foldRun(scenario, guided, [{ type: 'run.leave' }])).score).toBeLessThan(15);
    }
  });
});
