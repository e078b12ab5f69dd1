import { describe, expect, test } from 'vitest';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { forkOf } from '#core/simulator/forks.ts';
import { playByHeart } from '#core/simulator/proof/by-heart.ts';
import { FREE_EXPERT, FREE_MEDIOCRE } from '#core/simulator/proof/free-players.ts';
import { FREE_SIMPLE } from '#core/simulator/proof/free-simple.ts';
import {
  BY_HEART,
  GUIDED_DESKPRO,
  GUIDED_EXPERT,
  GUIDED_MEDIOCRE,
  GUIDED_ONE_TAG,
  GUIDED_SIMPLE,
  GUIDED_TALKPRO,
} from '#core/simulator/proof/guided-players.ts';
import { countedRow } from '#core/simulator/proof/measure.ts';
import { type Player, playRun } from '#core/simulator/proof/player.ts';
import { oneTagOf } from '#core/simulator/proof/players.ts';
import { atMost, sampleUntil } from '#core/simulator/proof/sample.ts';
import { everyVersion, forkedSeed, forkedTurns, telling } from '#core/simulator/proof/versions.ts';
import { scoreRun } from '#core/simulator/score/score-run.ts';
import { scenarioText } from '../scenarios.ts';
import { TRACES } from '../traces.ts';
import { broken, turnIn } from './broken.ts';

/** The proofs are worth what their players are worth: they do what the design says, and the same on every machine. */

const written = { level: 1, seed: DEFAULT_SEED } as const;
const simple = (id: string) => GUIDED_SIMPLE.find((player) => player.id === id) as Player;
const chosen = (id: 'f-a' | 'd-a', player: Player) =>
  playRun(scenarioText(id), written, player, '0').log.flatMap(({ act }) =>
    act.type === 'option.choose' ? [`${act.turn}${act.option}`] : [],
  );

describe('players of level 1', () => {
  test('the same draws give the same run, other draws another one', () => {
    const run = (draw: string) =>
      JSON.stringify(playRun(scenarioText('d-a'), written, GUIDED_MEDIOCRE, draw));
    expect(run('7')).toBe(run('7'));
    expect(new Set(['1', '2', '3', '4', '5'].map(run)).size).toBe(5);
  });

  test('the expert says what the played experts of the design said', () => {
    for (const id of ['f-a', 'd-a'] as const) {
      const trace = TRACES.find((one) => one.level === 1 && one.scenario === id && one.who === 'expert');
      const said = trace?.steps.flatMap((step) => ('option' in step ? [`${step.turn}${step.option}`] : []));
      expect(chosen(id, GUIDED_EXPERT)).toEqual(said);
    }
  });

  test('polite takes only options that the polite player of the design could take, and never the best for its own sake', () => {
    const polite = [
      'acknowledge',
      'reflect',
      'paraphrase',
      'summarise',
      'offer_choice',
      'greet_agenda',
      'wait',
    ];
    for (let draw = 0; draw < 20; draw += 1) {
      const run = playRun(scenarioText('d-a'), written, simple('polite'), String(draw));
      for (const { move } of run.log)
        if (move && !polite.includes(move.tag)) expect(['ok', 'weak']).toContain(move.quality);
    }
  });

  test('longest and shortest measure words, not marks and spaces', () => {
    const texts: Record<string, string> = {
      a: '「一二三四五，，，，」',
      b: '「一二三四」',
      c: '「一 二 三 四 五 六」',
      d: '「……，……，……一。」',
    };
    const scenario = broken('f-a', (one) => {
      for (const option of turnIn(one, 'T1').options) option.text.zh = texts[option.id] ?? '';
    });
    const first = (player: Player) => playRun(scenario, written, player, '0').log[0]?.move?.optionId;
    expect(first(simple('longest'))).toBe('c');
    expect(first(simple('shortest'))).toBe('d');
  });

  test('one-tag players are one for each of the 46 moves', () => {
    expect(GUIDED_ONE_TAG).toHaveLength(46);
    expect(oneTagOf(2)).toHaveLength(46);
  });

  test('mediocre means 58 best, 36 ok or weak, 6 errors in a hundred', () => {
    const counts = { best: 0, mild: 0, error: 0 };
    for (let draw = 0; draw < 150; draw += 1)
      for (const { move } of playRun(scenarioText('f-a'), written, GUIDED_MEDIOCRE, String(draw)).log) {
        if (!move || move.spokenPitch) continue;
        if (move.quality === 'expert') counts.best += 1;
        else if (move.quality === 'error') counts.error += 1;
        else counts.mild += 1;
      }
    const all = counts.best + counts.mild + counts.error;
    expect(counts.best / all).toBeCloseTo(0.58, 1);
    expect(counts.mild / all).toBeCloseTo(0.36, 1);
    expect(counts.error / all).toBeLessThan(0.12);
  });

  test('talkpro talks as the expert does and fills in at random', () => {
    const run = playRun(scenarioText('d-a'), written, GUIDED_TALKPRO, '3');
    const moves = run.log.filter(({ move }) => move);
    expect(moves.every(({ move }) => move?.quality === 'expert')).toBe(true);
    const causes = Array.from({ length: 30 }, (_, draw) =>
      playRun(scenarioText('d-a'), written, GUIDED_TALKPRO, String(draw)).log.flatMap(({ act }) =>
        act.type === 'board.close' ? [act.cause] : [],
      ),
    );
    expect(new Set(causes.flat()).size).toBeGreaterThan(3);
  });
});

describe('players of levels 2 and 3', () => {
  test.each([2, 3] as const)(
    'the expert earns what the design says: 100, and 97 in d-b (level %i)',
    (level) => {
      const score = (id: 'f-a' | 'd-b' | 'r-c') =>
        scoreRun(scenarioText(id), playRun(scenarioText(id), { level, seed: DEFAULT_SEED }, FREE_EXPERT, '0'))
          .score;
      expect([score('f-a'), score('d-b'), score('r-c')]).toEqual([100, 97, 100]);
    },
  );

  test('parrot and sweep go through the topics in their order, as in the played runs', () => {
    const tags = (id: string) =>
      playRun(
        scenarioText('f-a'),
        { level: 2, seed: DEFAULT_SEED },
        FREE_SIMPLE.find((player) => player.id === id) as Player,
        '0',
      )
        .log.filter(({ stageId }) => stageId === 'need')
        .map(({ move }) => `${move?.tag} ${move?.topic}`);
    for (const id of ['parrot', 'sweep']) {
      const trace = TRACES.find((one) => one.level === 2 && one.scenario === 'f-a' && one.who === id);
      const led = trace?.steps.flatMap((step) => ('topic' in step ? [`${step.tag} ${step.topic}`] : []));
      expect(tags(id)).toEqual(led);
    }
  });

  test('in d-c a mediocre player speaks with one person for seven moves and with the other for seven', () => {
    const topics = scenarioText('d-c').topicPhase?.topics ?? [];
    const expert = scenarioText('d-c').topicPhase?.expert.map(([, topic]) => topic) ?? [];
    for (let draw = 0; draw < 10; draw += 1) {
      const run = playRun(scenarioText('d-c'), { level: 2, seed: DEFAULT_SEED }, FREE_MEDIOCRE, String(draw));
      const led = run.log.filter(({ stageId }) => stageId === 'interview').slice(0, 7);
      for (const { move } of led) {
        const by = topics.find(({ id }) => id === move?.topic)?.by;
        if (!expert.includes(move?.topic ?? '')) expect([undefined, 'sunhao']).toContain(by);
      }
    }
  });
});

describe('second lines', () => {
  const scenario = scenarioText('f-a');
  const drawn = (seed: string) =>
    forkedTurns(scenario)
      .filter((turn) => forkOf(turn, { level: 1, seed }))
      .map(({ id }) => id);

  test('seeds are found that draw none, all, and each combination once', () => {
    expect(forkedTurns(scenario).map(({ id }) => id)).toEqual(['T1', 'T4', 'T6', 'T7', 'T8']);
    expect(drawn(forkedSeed(scenario))).toEqual(['T1', 'T4', 'T6', 'T7', 'T8']);
    const all = everyVersion(scenario).map((seed) => drawn(seed).join());
    expect(all[0]).toBe('');
    expect(new Set(all).size).toBe(32);
    expect(new Set(telling(scenario).map((seed) => drawn(seed).join())).size).toBe(12);
  });

  test('whoever learnt the replies by heart is right where the first line is spoken, and nowhere else', () => {
    const { bestWhenForked, bestAtForks, mean } = playByHeart(scenario, 40);
    expect(bestWhenForked).toBe(0);
    expect(bestAtForks).toBeGreaterThan(0.35);
    expect(bestAtForks).toBeLessThan(0.65);
    expect(mean).toBeLessThan(100);
    const asWritten = playRun(scenario, written, BY_HEART, '0');
    expect(scoreRun(scenario, asWritten).score).toBe(100);
  });
});

describe('samples', () => {
  test('counted through, deskpro in r-b has all 3,888 ways and the mean of the design: 60, and 5% pass', () => {
    const { sample, isProven } = countedRow(scenarioText('r-b'), 'as written', GUIDED_DESKPRO, 'half');
    expect(isProven).toBe(true);
    expect(sample.n).toBe(4 * 3 * 3 * 3 * 3 * 3 * 4);
    expect(Math.abs(sample.mean - 60)).toBeLessThan(1);
    expect((100 * sample.passes) / sample.n).toBeCloseTo(5, 0);
  });

  test('the binomial: at most 1 of 4 with one half is 5 of 16', () => {
    expect(atMost(1, 4, 0.5)).toBeCloseTo(5 / 16, 12);
    expect(atMost(0, 60, 0.05)).toBeCloseTo(0.95 ** 60, 12);
  });

  test('runs go on until the verdict is clear, and not longer', () => {
    const steps = [
      { runs: 10, errors: 3, doubt: 0.05 },
      { runs: 30, errors: 0, doubt: 1 },
    ];
    const clear = sampleUntil(
      (draw) => draw % 2,
      1,
      steps,
      () => true,
    );
    expect(clear).toMatchObject({ n: 10, mean: 0.5, passes: 5 });
    const open = sampleUntil(
      (draw) => draw % 2,
      1,
      steps,
      ({ n }) => n >= 30,
    );
    expect(open).toMatchObject({ n: 30, mean: 0.5, passes: 15 });
  });
});
