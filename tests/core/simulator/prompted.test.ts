import { describe, expect, test } from 'vitest';
import { beginRun } from '#core/simulator/engine.ts';
import { judgePrompt } from '#core/simulator/judge/judge-prompt.ts';
import type { Run } from '#core/simulator/run.ts';
import type { Option, Sheet } from '#core/simulator/scenario.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { option, START, smallScenario, turn } from './small.ts';

/** Moves compared with hidden options (simulators.md §1.8), by hand. */

const best = option('a', 'prescribe', 'expert', {
  topic: 'criteria',
  elements: ['owner', 'metric', 'stop'],
  flags: ['owner_said', 'criteria_said', 'stop_rule'],
  opens: ['need.slip:stated'],
  commit: 'pilot',
  also: 'offer_choice',
  effects: { patience: 8 },
  accepts: ['trade'],
});
const soso = option('b', 'ask_detail', 'ok', { topic: 'size', flags: ['asked'], opens: ['finding.fall'] });
const poor = option('c', 'advise', 'weak', { topic: 'price', flags: ['advised'], commit: 'order' });
const bad = option('d', 'pressure', 'error', { topic: 'next', flags: ['pressed'], commit: 'order' });

function judge(
  tag: MoveTag,
  elements: readonly string[] = [],
  known: Partial<Run> = {},
  options: readonly Option<string>[] = [best, soso, poor, bad],
  simulator: 'sales-doctor' | 'roi-selling' = 'roi-selling',
) {
  const last = turn('M1', options);
  const sheet: Sheet<string> = {
    kind: 'sheet',
    id: 'meeting',
    start: START,
    turns: [turn('M0', options), last],
  };
  const scenario = smallScenario({ simulator, stages: [sheet] });
  const run = { ...beginRun(scenario, { level: 2, seed: 'default' }), ...known };
  return judgePrompt(scenario, run, sheet, last, { tag, elements });
}

describe('S20 like the expert’s move', () => {
  test('with 60 per cent of elements and flags expert, with less ok; what it opens and asks for comes either way', () => {
    // owner brings owner_said, metric criteria_said: 4 of 6
    expect(judge('prescribe', ['owner', 'metric']).judged).toMatchObject({
      quality: 'expert',
      elements: ['owner', 'metric'],
      flags: ['owner_said', 'criteria_said'],
      opens: ['need.slip:stated'],
      commit: 'pilot',
      also: 'offer_choice',
      effects: { patience: 8 },
      topic: 'criteria',
      optionId: 'a',
    });
    const thin = judge('prescribe', ['owner']).judged;
    expect(thin).toMatchObject({
      quality: 'ok',
      flags: ['owner_said'],
      opens: ['need.slip:stated'],
      commit: 'pilot',
    });
    expect(thin).not.toHaveProperty('effects');
  });

  test('a flag that follows an element is not had by its name alone', () => {
    expect(judge('prescribe', ['owner_said', 'criteria_said', 'stop_rule']).judged).toMatchObject({
      quality: 'ok',
    });
    expect(judge('prescribe', ['owner_said']).judged).not.toHaveProperty('flags');
  });

  test('another tag that the option accepts counts the same, under its own name', () => {
    expect(judge('trade', ['owner', 'metric', 'stop']).judged).toMatchObject({
      tag: 'trade',
      quality: 'expert',
    });
  });
});

describe('S20 a figure without its source', () => {
  const figure = option('a', 'quantify', 'expert', { flags: ['source_said', 'range_said'] });
  const say = (elements: string[], figureAsked: boolean) =>
    judge('quantify', elements, { figureAsked }, [figure]);

  test('the first time the customer asks for it, the second time it is E4', () => {
    expect(say(['range_said'], false)).toMatchObject({ judged: { quality: 'ok' }, asksSource: true });
    expect(say(['range_said'], true).judged).toMatchObject({ quality: 'error', code: 'E4' });
    expect(say(['source_said', 'range_said'], true)).toEqual({
      judged: expect.objectContaining({ quality: 'expert' }),
    });
  });

  test('where the option itself names no source, none is missed', () => {
    const plain = option('a', 'quantify', 'expert', { flags: ['running_said'] });
    expect(judge('quantify', ['running_said'], {}, [plain])).toMatchObject({ judged: { quality: 'expert' } });
    expect(judge('quantify', ['running_said'], {}, [plain])).not.toHaveProperty('asksSource');
  });
});

describe('S20 other moves, in the order of the text', () => {
  test('like an ok option: ok with all its effects', () => {
    expect(judge('ask_detail').judged).toMatchObject({
      quality: 'ok',
      flags: ['asked'],
      opens: ['finding.fall'],
      topic: 'size',
    });
  });

  test('a danger is an error with its code, without what an option of that tag would bring', () => {
    const pressed = judge('pressure').judged;
    expect(pressed).toEqual({ tag: 'pressure', topic: 'criteria', quality: 'error', elements: [] });
    expect(judge('guarantee').judged).toMatchObject({ quality: 'error', code: 'E5', topic: 'criteria' });
  });

  test('like a weak one: that, with its topic, flags and commitment', () => {
    expect(judge('advise').judged).toMatchObject({
      quality: 'weak',
      topic: 'price',
      flags: ['advised'],
      commit: 'order',
    });
  });

  test('a repair of an open slip is expert, of none weak', () => {
    const codes = [{ code: 'E3' as const, move: 4, repaired: false }];
    expect(judge('repair', [], { codes, moves: 5 }).judged.quality).toBe('expert');
    expect(judge('repair', [], { codes, moves: 6 }).judged.quality).toBe('weak');
    expect(judge('repair').judged.quality).toBe('weak');
  });

  test('a proposal elsewhere is ok on the last turn; below trust 60 it asks for an order', () => {
    const trust = (value: number) => ({
      values: { ...START, ability: value, benevolence: value, integrity: value },
    });
    expect(judge('propose_next', [], trust(60)).judged).toMatchObject({ quality: 'ok', commit: 'pilot' });
    expect(judge('propose_next', [], trust(59)).judged).toMatchObject({ quality: 'ok', commit: 'order' });
    const doctor = judge('propose_next', [], trust(60), [best, soso], 'sales-doctor').judged;
    expect(doctor).toMatchObject({ commit: 'next_talk' });
  });

  test('thanks, mirror, restatement and summary are ok when not used before, everything else is weak', () => {
    for (const tag of ['acknowledge', 'reflect', 'paraphrase', 'summarise'] as const) {
      expect(judge(tag).judged).toMatchObject({ quality: 'ok', topic: 'criteria' });
      expect(judge(tag, [], { uses: { [tag]: 1 } }).judged.quality).toBe('weak');
    }
    expect(judge('wait').judged.quality).toBe('weak');
    expect(judge('pitch_benefit').judged.quality).toBe('weak');
  });
});
