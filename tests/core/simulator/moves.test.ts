import { describe, expect, test } from 'vitest';
import { wearOf } from '#core/simulator/change.ts';
import { beginRun, foldRun, trustOf } from '#core/simulator/engine.ts';
import { HONEST_TAGS, LOW_TAGS, MOVES } from '#core/simulator/moves.ts';
import type { Level, Option, PublishedScenario } from '#core/simulator/scenario.ts';
import type { MoveTag, Values } from '#core/simulator/scenario-move.ts';
import { choose, option, START, scenarioOfMoves, smallScenario, turn } from './small.ts';

/** Expected figures by hand from simulators.md §1.3 to §1.6; nothing here met the traces. */

const FLAT: Values = { ability: 50, benevolence: 50, integrity: 50, patience: 50, interest: 50 };

function play(options: readonly Option<string>[], { start = START, level = 1 as Level, ...over }: Play = {}) {
  const base = scenarioOfMoves(options, over);
  const [sheet] = base.stages;
  const scenario = { ...base, stages: sheet?.kind === 'sheet' ? [{ ...sheet, start }] : [] };
  const acts = options.map(({ id }, index) => choose(`T${index + 1}`, id));
  return foldRun(scenario, { level, seed: 'default' }, acts);
}

type Play = Partial<PublishedScenario<string>> & { start?: Values; level?: Level };

const at = (over: Partial<Values>): Values => ({ ...FLAT, ...over });

describe('S3 what one move does', () => {
  test('a gain from 50 counts whole, above it less: (100 − v)/50', () => {
    const { values } = play([option('a', 'greet_agenda', 'expert')], { start: at({ ability: 75 }) });
    expect(values).toEqual({ ability: 76, benevolence: 54, integrity: 53, patience: 51, interest: 52 });
  });

  test('a loss below 40 counts v/40, patience is lost whole', () => {
    const { values } = play([option('a', 'argue', 'error')], {
      start: at({ benevolence: 30, ability: 10, patience: 90 }),
    });
    expect(values.benevolence).toBe(30 - 8 * 0.75);
    expect(values.ability).toBe(10 - 2 * 0.5); // never less than half
    expect(values.patience).toBe(90 - 12 - 3); // argue is one of those whose row says it already
  });

  test('ok counts 0.6 of the gains, weak 0.2 and costs goodwill, patience and interest besides', () => {
    const ok = play([option('a', 'ask_payoff', 'ok')]).values;
    expect(ok).toEqual({ ability: 51.2, benevolence: 51.2, integrity: 50, patience: 47, interest: 53 });
    const weak = play([option('a', 'ask_payoff', 'weak')]).values;
    expect(weak.benevolence).toBeCloseTo(50 + 2 * 0.2 - 1, 9);
    expect(weak.patience).toBe(50 - 3 - 3);
    expect(weak.interest).toBeCloseTo(50 + 5 * 0.2 - 1, 9);
  });

  test('an error outside the fifteen costs 2, 3, 2, 6 and 4; the pleasing three please first', () => {
    const wrong = play([option('a', 'quantify', 'error')]).values;
    expect(wrong).toEqual({ ability: 48, benevolence: 47, integrity: 48, patience: 39, interest: 46 });
    const pleasing = play([option('a', 'offer_price_cut', 'error')]).values;
    expect(pleasing.interest).toBe(52);
    expect(pleasing.benevolence).toBe(51);
  });

  test('a second tag counts half, after the first, without decay, and only when expert', () => {
    const both = play([option('a', 'propose_next', 'expert', { also: 'summarise' })]).values;
    // 50 + 2 = 52, then 1.5 × (100 − 52)/50 = 1.44; patience 50 − 3 = 47, then +1 whole
    expect(both.ability).toBeCloseTo(53.44, 9);
    expect(both.patience).toBe(48);
    const one = play([option('a', 'propose_next', 'ok', { also: 'summarise' })]).values;
    expect(one.ability).toBeCloseTo(51.2, 9);
  });

  test('an option that builds on what is not there counts as ok instead of expert', () => {
    const needs = { needs: ['finding.fall'] };
    const { log } = play([option('a', 'reflect', 'expert', needs)]);
    expect(log[0]?.move?.quality).toBe('ok');
    const shown = option('a', 'observe', 'expert', { opens: ['finding.fall'] });
    expect(play([shown, option('b', 'reflect', 'expert', needs)]).log[1]?.move?.quality).toBe('expert');
  });

  test('the table has 46 rows, 29 of them above the line', () => {
    expect([HONEST_TAGS.length, LOW_TAGS.length, Object.keys(MOVES).length]).toEqual([29, 17, 46]);
    expect(MOVES.invite_calc.base).toEqual({
      ability: 4,
      benevolence: 3,
      integrity: 2,
      patience: 1,
      interest: 8,
    });
    expect(MOVES.benefit_in_kind.base.integrity).toBe(-30);
  });

  test('trust is 0.3, 0.4 and 0.3 of the first three, halves up', () => {
    expect(trustOf(at({ ability: 45, benevolence: 50, integrity: 40 }))).toBe(46); // 45.5
  });
});

describe('S4 a customer who is hot or out of patience', () => {
  test('below 30 patience a calming word counts 1½ times and gives 3 patience', () => {
    const { values } = play([option('a', 'reflect', 'expert')], { start: at({ patience: 20 }) });
    expect(values).toMatchObject({ benevolence: 59, integrity: 51, patience: 20 + 5 * 1.5 + 3 - 3 });
  });

  test('a repair counts twice, its integrity too', () => {
    const { values } = play([option('a', 'repair', 'expert')], { start: at({ patience: 20 }) });
    expect(values).toMatchObject({ benevolence: 58, integrity: 58, patience: 20 + 8 + 3 - 3 });
  });

  test('a hot scenario does so until trust 45; others, and weak words, do not', () => {
    const cold = { ability: 40, benevolence: 40, integrity: 40 };
    const calm = [option('a', 'wait', 'ok')];
    expect(play(calm, { start: at(cold), hot: true }).values.benevolence).toBeCloseTo(40 + 4 * 0.6 * 1.5, 9);
    expect(play(calm, { start: at(cold) }).values.benevolence).toBeCloseTo(40 + 4 * 0.6, 9);
    expect(play(calm, { hot: true }).values.benevolence).toBeCloseTo(50 + 4 * 0.6, 9); // trust 50
    const weak = play([option('a', 'wait', 'weak')], { start: at(cold), hot: true }).values;
    expect(weak.benevolence).toBeCloseTo(40 + 4 * 0.2 - 1, 9);
  });
});

describe('S5 wear and interrogation', () => {
  test.each<[MoveTag, number, number]>([
    ['reflect', 1, 1],
    ['reflect', 2, 0.5],
    ['reflect', 3, 0.25],
    ['reflect', 4, 0],
    ['ask_open', 4, 1],
    ['ask_open', 5, 0.5],
    ['ask_open', 6, 0.25],
    ['ask_open', 7, 0],
  ])('%s after %i uses counts %d', (tag, earlier, wear) => {
    expect(wearOf({ [tag]: earlier }, tag, 'use')).toBe(wear);
  });

  test('on one topic the second use counts half, the third nothing', () => {
    expect([0, 1, 2].map((n) => wearOf({ ask_open: n, 'ask_open/use': n }, 'ask_open', 'use'))).toEqual([
      1, 0.5, 0,
    ]);
  });

  test('below half of its effect a move costs 3 patience more', () => {
    const same = (topic: string) => option('a', 'disclose', 'expert', { topic });
    const patience = play([same('1'), same('2'), same('3'), same('4')]).log.map(
      ({ values }) => values.patience,
    );
    expect(patience).toEqual([47, 44, 41, 35]);
  });

  test('from the fourth question in a row each costs 8; a paraphrase ends the row, a proposal does not', () => {
    const four = [
      option('a', 'ask_closed', 'expert'),
      option('b', 'ask_open', 'expert'),
      option('c', 'ask_detail', 'expert'),
    ];
    const last = option('e', 'ask_payoff', 'expert');
    const cost = (between: readonly Option<string>[]) => {
      const { log } = play([...four, ...between, last]);
      const entry = log.at(-1);
      return (entry?.before.patience ?? 0) - (entry?.values.patience ?? 0);
    };
    expect(cost([])).toBe(3 + 8);
    expect(cost([option('d', 'paraphrase', 'expert')])).toBe(3);
    expect(cost([option('d', 'propose_next', 'expert')])).toBe(3 + 8);
  });
});

describe('S6 what comes to light', () => {
  test('trust is asked after the move, shifted by 10 at level 1', () => {
    const move = (trust: number) => [option('a', 'ask_open', 'expert', { opens: [`finding.fall@${trust}`] })];
    // 51, 53, 50 after the move: trust 51.5 → 52
    expect(play(move(62)).findings).toEqual({ fall: 'shown' });
    expect(play(move(63)).findings).toEqual({});
    expect(play(move(62), { level: 1 }).log[0]?.opened).toEqual(['finding.fall@62']);
  });

  test('confirmed lifts a need one step; an error opens nothing; watching marks what is seen', () => {
    const confirm = option('a', 'paraphrase', 'expert', { opens: ['need.slip:confirmed'] });
    expect(play([confirm]).needs.slip).toBe('hinted');
    expect(play([confirm, confirm, confirm]).needs.slip).toBe('confirmed');
    expect(play([option('a', 'advise', 'error', { opens: ['need.slip:stated'] })]).needs.slip).toBe('hidden');
    const see = option('a', 'observe', 'ok', { opens: ['finding.fall'] });
    expect(play([see]).findings).toEqual({ fall: 'observed' });
    const told = option('a', 'ask_open', 'ok', { opens: ['finding.fall'] });
    expect(play([told, see]).findings).toEqual({ fall: 'observed' });
  });

  test('the customer’s own line opens what it says, and says another while a finding is hidden', () => {
    const scenario = smallScenario();
    const first = turn('T1', [option('a', 'wait', 'ok')], { opens: ['need.clean:stated'] });
    const opened = {
      ...scenario,
      stages: [{ kind: 'sheet' as const, id: 'need', start: START, turns: [first] }],
    };
    const run = beginRun(opened, { level: 1, seed: 'default' });
    expect(run.needs.clean).toBe('stated');
    expect(run.lineOpened).toEqual(['need.clean:stated']);
  });
});

describe('S7 S8 codes and their repair', () => {
  const slip = option('a', 'disparage', 'error', { code: 'E3' });
  const other = option('b', 'wait', 'expert');
  const sorry = option('c', 'repair', 'expert', { elements: ['fault', 'next_step'] });

  test('a repair within two moves marks the code, later it does not', () => {
    expect(play([slip, sorry]).codes).toEqual([{ code: 'E3', move: 1, repaired: true }]);
    expect(play([slip, sorry]).log[1]?.repaired).toBe('E3');
    expect(play([slip, other, sorry]).codes[0]?.repaired).toBe(true);
    expect(play([slip, other, other, sorry]).codes[0]?.repaired).toBe(false);
  });

  test('only an accepted repair counts, and it takes the latest open code', () => {
    expect(play([slip, option('c', 'repair', 'weak')]).codes[0]?.repaired).toBe(false);
    const two = play([slip, option('d', 'absolute', 'error', { code: 'E9' }), sorry]).codes;
    expect(two.map(({ code, repaired }) => [code, repaired])).toEqual([
      ['E3', false],
      ['E9', true],
    ]);
  });

  test('a price cut is no error any more once the so-what is answered and the first need confirmed', () => {
    const cut = option('z', 'offer_price_cut', 'error', { code: 'E6' });
    const confirm = option('b', 'paraphrase', 'expert', {
      opens: ['need.slip:stated', 'need.slip:confirmed'],
    });
    const answer = option('c', 'evidence', 'expert', { flags: ['so_what_answered'] });
    const codes = (moves: readonly Option<string>[], over: Play = {}) =>
      play([...moves, cut], over).codes.length;
    expect(codes([answer])).toBe(1);
    expect(codes([confirm])).toBe(1);
    expect(codes([confirm, answer])).toBe(0);
    expect(codes([confirm, answer], { simulator: 'sales-doctor' })).toBe(1);
    const computed = option('c', 'invite_calc', 'expert', { flags: ['owner_calc'] });
    expect(codes([confirm, computed], { simulator: 'roi-selling' })).toBe(0);
  });

  test('a product pitch is an error of the first visit until a need is confirmed', () => {
    const pitch = option('z', 'pitch_feature', 'error', { code: 'E7' });
    const confirm = option('b', 'paraphrase', 'expert', {
      opens: ['need.slip:stated', 'need.slip:confirmed'],
    });
    expect(play([pitch]).codes).toHaveLength(1);
    expect(play([confirm, pitch]).codes).toHaveLength(0);
  });
});

describe('S9 a guarantee falls due', () => {
  const quiet = option('q', 'ask_closed', 'expert');

  test('three moves later integrity falls by ten, not before and not again', () => {
    const run = play([option('a', 'guarantee', 'error', { code: 'E5' }), quiet, quiet, quiet, quiet]);
    expect(run.log.map(({ values }) => values.integrity)).toEqual([44, 44, 44, 34, 34]);
  });

  test('outside saturation, and never below 0', () => {
    const low = play([option('a', 'guarantee', 'error'), quiet, quiet, quiet], {
      start: at({ integrity: 12 }),
    });
    expect(low.values.integrity).toBe(0); // 12 − 6 × ½ = 9, then 10 less
  });
});

describe('S10 the ladder', () => {
  const ask = (commit: 'next_talk' | 'data' | 'pilot' | 'order') =>
    option('a', 'propose_next', 'expert', { commit });
  const even = (trust: number) => at({ ability: trust, benevolence: trust, integrity: trust });

  test('data asked at trust 35 to 44 counts as a next talk, at no cost', () => {
    const run = play([ask('data')], { start: even(40) }); // trust 42 after the move
    expect(run.log[0]?.commit).toEqual({ asked: 'data', accepted: true, ladder: 'next_talk' });
    expect(run.values.patience).toBe(47);
  });

  test('below 35 it is refused and costs 6 patience, unscaled', () => {
    const run = play([ask('data')], { start: even(32) }); // trust 34
    expect(run.log[0]?.commit).toEqual({ asked: 'data', accepted: false, ladder: 'none' });
    expect(run.values.patience).toBe(50 - 3 - 6);
  });

  test('from 45 at level 1 data are given', () => {
    expect(play([ask('data')], { start: even(44) }).ladder).toBe('data'); // 45.6 → 46
  });

  test('a lower step accepted later is what the ladder shows', () => {
    const run = play([ask('data'), ask('next_talk')], { start: even(60) });
    expect(run.log.map(({ commit }) => commit?.ladder)).toEqual(['data', 'next_talk']);
    expect(run.ladder).toBe('next_talk');
  });

  test('an order needs trust 65 and interest 65, at any level', () => {
    const start = { ...even(66), interest: 64 };
    expect(play([ask('order')], { start }).ladder).toBe('order'); // interest 64 + 2 × 0.72 = 65.44
    expect(play([ask('order')], { start: { ...start, interest: 62 } }).ladder).toBe('none'); // 63.52
    expect(play([ask('order')], { start: { ...even(62), interest: 80 } }).ladder).toBe('none'); // trust 63
  });

  test('a pilot needs 60 per cent of the needs’ weight confirmed', () => {
    const confirm = (need: string) =>
      option('c', 'paraphrase', 'expert', { opens: [`need.${need}:stated`, `need.${need}:confirmed`] });
    const start = { ...even(70), interest: 60 };
    expect(play([confirm('clean'), ask('pilot')], { start }).ladder).toBe('none'); // 40
    expect(play([confirm('slip'), ask('pilot')], { start }).ladder).toBe('pilot'); // 60
  });
});

describe('S18 ends and resets', () => {
  const cold = { ability: 20, benevolence: 20, integrity: 20 };
  const insult = [option('a', 'disparage', 'error')];

  test('trust below 20 ends the run, in a scenario with a lower limit only below that', () => {
    // 20 − 2·½, 20 − 4·½, 20 − 6·½: trust 18
    expect(play(insult, { start: at(cold) }).ended).toBe('trust');
    expect(play(insult, { start: at(cold), endTrust: 14 }).ended).toBeUndefined();
  });

  test('no patience ends it; a private benefit ends it as a breach', () => {
    expect(play([option('a', 'vague', 'weak')], { start: at({ patience: 9 }) }).ended).toBe('patience');
    expect(play([option('a', 'benefit_in_kind', 'error', { code: 'E1' })]).ended).toBe('compliance');
  });

  test('a rehearsal moves no patience, halves the rest, keeps no code and wears nothing out', () => {
    const options = [
      option('a', 'quantify', 'expert', { flags: ['x'], opens: ['need.slip:stated'] }),
      option('b', 'guarantee', 'error', { code: 'E5' }),
    ];
    const turns = options.map((one, index) => turn(`T${index + 1}`, [one]));
    const stages = [{ kind: 'sheet' as const, id: 'rehearsal', start: START, turns }];
    const run = foldRun(smallScenario({ stages }), { level: 1, seed: 'default' }, [
      choose('T1', 'a'),
      choose('T2', 'b'),
    ]);
    expect(run.log[0]?.values).toEqual({
      ability: 52.5,
      benevolence: 50,
      integrity: 51,
      patience: 50,
      interest: 53,
    });
    expect(run.values.patience).toBe(50);
    expect(run).toMatchObject({ codes: [], uses: {}, asked: 0, flags: ['x'] });
    expect(run.needs.slip).toBe('stated');
  });
});
