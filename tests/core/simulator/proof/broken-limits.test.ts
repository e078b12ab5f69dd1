import { expect, test, vi } from 'vitest';
import type { Text } from '#core/model/text.ts';
import { flawLine } from '#core/simulator/proof/flaw.ts';
import { FREE_MEDIOCRE } from '#core/simulator/proof/free-players.ts';
import { FREE_SIMPLE } from '#core/simulator/proof/free-simple.ts';
import {
  GUIDED_DESKPRO,
  GUIDED_MEDIOCRE,
  GUIDED_ONE_TAG,
  GUIDED_RANDOM,
  GUIDED_SIMPLE,
  GUIDED_TALKPRO,
} from '#core/simulator/proof/guided-players.ts';
import { type Kind, limitFlaws, limitOf } from '#core/simulator/proof/limits.ts';
import { rowOf, type Version } from '#core/simulator/proof/measure.ts';
import type { Player } from '#core/simulator/proof/player.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { broken, eachOption, easePitch, type LooseOption, levelOptions, stageOf, turnsIn } from './broken.ts';

/** A role-play that can be passed without listening is named with the player who passes it. */

vi.setConfig({ testTimeout: 60_000 });

const RUNS = [{ runs: 80, errors: 0, doubt: 1 }];

function flawsOf(
  scenario: Scenario<Text>,
  level: 1 | 2,
  player: Player | undefined,
  kind: Kind,
  version: Version = 'as written',
): string {
  if (!player) throw new Error('no such player');
  const { sample } = rowOf(scenario, level, version, player, kind, RUNS);
  const limit = limitOf(scenario, level, player.id, kind);
  return limitFlaws(scenario, level, player.id, limit, sample, version).map(flawLine).join('\n');
}

const byId = (players: readonly Player[], id: string) => players.find((player) => player.id === id);
const nothing = () => undefined;

/** The best replies alone have a mark, and any pitch will do: who takes the mark passes. */
const marked = (mark: (best: LooseOption) => unknown, other: (option: LooseOption) => unknown = nothing) =>
  broken('f-a', (one) => {
    easePitch(one);
    eachOption(one, mark, other);
  });

const say = (words: string) => (option: LooseOption) => {
  option.text.zh = words;
};
const use = (tag: MoveTag) => (option: LooseOption) => {
  option.tag = tag;
};

test.each<[string, Scenario<Text>]>([
  ['polite', marked(use('acknowledge'), use('ask_closed'))],
  ['longest', marked(say('「很长很长很长很长很长很长很长很长很长很长很长很长很长的一句话」'), say('「短」'))],
  ['shortest', marked(say('「短」'))],
  ['ends ？', marked(say('「您说呢？」'), say('「就这样。」'))],
  ['most digits', marked(say('「123456789，123456789」'), say('「没有」'))],
  ['most 您', marked(say('「您您您您您您」'), say('「没有」'))],
])('%s, when it is the best reply that bears the mark', (id, scenario) => {
  expect(flawsOf(scenario, 1, byId(GUIDED_SIMPLE, id), 'simple')).toMatch(
    new RegExp(`^f-a level 1, ${id}, as written: .*(below 60 is due|may); look at what this rule picks`),
  );
});

test('one tag, when only the best replies have it', () => {
  const scenario = marked(use('acknowledge'), use('ask_closed'));
  expect(flawsOf(scenario, 1, byId(GUIDED_ONE_TAG, 'only acknowledge'), 'simple')).toMatch(
    /^f-a level 1, only acknowledge, as written: mean \d/,
  );
});

test('pushy, when a pitch is the best reply', () => {
  const scenario = marked(use('pitch_benefit'), use('ask_closed'));
  expect(flawsOf(scenario, 1, byId(GUIDED_SIMPLE, 'pushy'), 'simple')).toMatch(
    /% of 80 runs pass, at most 5% may/,
  );
});

test('a mark that the best replies have with their second lines only', () => {
  const scenario = broken('f-a', (one) => {
    easePitch(one);
    for (const { options, fork } of turnsIn(one)) {
      for (const option of options) {
        const isMarked = fork ? fork.options[option.id]?.quality === 'expert' : option.quality === 'weak';
        option.text.zh = isMarked ? '「您说呢？」' : '「就这样。」';
      }
    }
  });
  const player = byId(GUIDED_SIMPLE, 'ends ？');
  expect(flawsOf(scenario, 1, player, 'simple')).toBe('');
  expect(flawsOf(scenario, 1, player, 'simple', 'all forked')).toMatch(
    /^f-a level 1, ends ？, all forked: mean/,
  );
});

test('random, when every reply is a good one', () => {
  expect(flawsOf(broken('f-a', levelOptions), 1, GUIDED_RANDOM, 'random')).toMatch(
    /^f-a level 1, random, as written: mean \d+\.\d over 80 runs, below 45 is due/,
  );
});

test('mediocre, when the customer forgives nothing, and when he forgives all', () => {
  const strict = broken('d-b', (one) => {
    const [first] = one.stages;
    if (first?.kind === 'sheet' && first.start) first.start.patience = 20;
  });
  expect(flawsOf(strict, 1, GUIDED_MEDIOCRE, 'mediocre')).toMatch(
    /at least 45 is due; look where this player loses/,
  );
  const easy = broken('f-b', easePitch);
  expect(flawsOf(easy, 2, FREE_MEDIOCRE, 'mediocre')).toMatch(/at most 70 is due/);
});

test('parrot and sweep, when any card of the pitch will do', () => {
  const scenario = broken('f-a', easePitch);
  for (const id of ['parrot', 'sweep'])
    expect(flawsOf(scenario, 2, byId(FREE_SIMPLE, id), 'simple')).toMatch(
      /% of 80 runs pass, at most 5% may/,
    );
});

test('somebody who talks well and cannot pitch, and the other way round', () => {
  const scenario = broken('f-a', easePitch);
  expect(flawsOf(scenario, 1, GUIDED_TALKPRO, 'half')).toMatch(/% of 80 runs pass, at most 20% may/);
  expect(flawsOf(broken('f-a', levelOptions), 1, GUIDED_DESKPRO, 'half')).toMatch(
    /% of \d+ runs pass, at most 20% may/,
  );
});

test('the exception holds for sweep in f-b, where the learner leads, and for nobody else', () => {
  expect(limitOf({ id: 'f-b' }, 2, 'sweep', 'simple').passes).toBe(0.1);
  for (const [id, level, player] of [
    ['f-a', 2, 'sweep'],
    ['f-b', 1, 'sweep'],
    ['f-b', 2, 'parrot'],
  ] as const)
    expect(limitOf({ id }, level, player, 'simple').passes).toBe(0.05);
});

test('without the mistakes none of these players breaks a limit', () => {
  const sound = broken('d-a', (one) => stageOf(one, 'board'));
  for (const player of GUIDED_SIMPLE) expect(flawsOf(sound, 1, player, 'simple')).toBe('');
  expect(flawsOf(sound, 1, GUIDED_TALKPRO, 'half')).toBe('');
});
