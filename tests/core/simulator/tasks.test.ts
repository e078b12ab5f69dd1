import { describe, expect, test } from 'vitest';
import type { Act, ActOf } from '#core/simulator/act.ts';
import { applyAct, beginRun, promptOf, refusalOf } from '#core/simulator/engine.ts';
import type { Run } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { Task } from '#core/simulator/scenario-task.ts';
import { judgeTask } from '#core/simulator/task/judge-task.ts';
import { estimateSeconds } from '#core/simulator/task/pitch-seconds.ts';
import { scenarioOf, scenarioText } from './scenarios.ts';

const plan = { level: 1, seed: 'default' } as const;

function taskIn<K extends Task<string>['kind']>(scenario: Scenario<string>, kind: K) {
  return scenario.stages.find((stage) => stage.kind === kind) as Extract<Task<string>, { kind: K }>;
}

function judged(
  id: 'f-a' | 'f-c' | 'd-a' | 'd-c' | 'r-a' | 'r-b' | 'r-c',
  act: Act,
  known: Partial<Run> = {},
) {
  const scenario = scenarioOf(id);
  const kind = act.type.slice(0, act.type.indexOf('.')) as Task<string>['kind'];
  const run = { ...beginRun(scenario, plan), ...known };
  return judgeTask(scenario, plan, run, taskIn(scenario, kind), act);
}

const shown = (...ids: string[]): Partial<Run> => ({
  findings: Object.fromEntries(ids.map((id) => [id, 'shown' as const])),
});

describe('S22 the model desk', () => {
  const desk = taskIn(scenarioOf('r-a'), 'desk');
  const right: ActOf<'desk.close'> = {
    type: 'desk.close',
    rows: Object.fromEntries(desk.rows.map(({ id, value }) => [id, value])),
    tags: desk.tags,
    problem: 'r1',
    rejected: 'rebate',
    decision: 'pilot_90d_stage1',
  };
  const having = (rows: Record<string, number | string>) => ({ ...right, rows: { ...right.rows, ...rows } });

  test('the figures of §4.1, to the yuan, make no slip', () => {
    expect(judged('r-a', right)).toEqual({
      kind: 'desk',
      slips: 0,
      salesAsProfit: false,
      tagShare: 1,
      cases: 3,
      sensitivity: true,
      problem: 'main',
      alternativeRejected: true,
    });
  });

  test('one per cent off is right, more is a slip, and so is an empty row', () => {
    expect(judged('r-a', having({ r4: 100_354 * 1.01 }))).toMatchObject({ slips: 0 });
    expect(judged('r-a', having({ r4: 100_354 * 1.011 }))).toMatchObject({ slips: 1 });
    const { r4: _, ...rest } = right.rows;
    expect(judged('r-a', { ...right, rows: rest })).toMatchObject({ slips: 1 });
  });

  test('every slip that a desk names counts as one, and turnover taken for profit is known as such', () => {
    for (const id of ['r-a', 'r-b', 'r-c'] as const) {
      const task = taskIn(scenarioOf(id), 'desk');
      const all = Object.fromEntries(task.rows.map(({ id: row, value }) => [row, value]));
      for (const row of task.rows.filter(({ kind }) => !['range', 'sensitivity'].includes(kind))) {
        for (const { value, sales } of row.slips) {
          const result = judged(id, { type: 'desk.close', rows: { ...all, [row.id]: value }, tags: {} });
          expect(result, `${id} ${row.id} ${value}`).toMatchObject({
            slips: 1,
            salesAsProfit: sales === true,
          });
        }
      }
    }
  });

  test('the tag share weighs yuan, of rows measured or estimated, small ones left out', () => {
    // A and B rows: 20 736 + 18 432 + 24 000 + 3 600 + 39 600 + 30 000 = 136 368; r1 wrong leaves 115 632
    const result = judged('r-a', { ...right, tags: { ...right.tags, r1: 'C', r4: 'A' } });
    expect(result).toMatchObject({ tagShare: 115_632 / 136_368 });
  });
});

describe('S22 walk, data room, poster and board', () => {
  test('a spot opens with the neutral note, and the log only when it was offered', () => {
    const notes: ActOf<'walk.close'>['notes'] = [
      { spot: 'h1', note: 'neutral' },
      { spot: 'h2', note: 'neutral' },
      { spot: 'h4', note: 'judging' },
      { spot: 'h7', note: 'neutral' },
    ];
    expect(judged('d-a', { type: 'walk.close', notes })).toEqual({ kind: 'walk', observed: ['panels'] });
    expect(judged('d-a', { type: 'walk.close', notes }, { flags: ['log_ok'] })).toEqual({
      kind: 'walk',
      observed: ['panels', 'callback'],
    });
  });

  test('papers that ask for a purpose stay shut without it; a stranger’s papers are a breach', () => {
    const items = [
      { id: 'd1', purpose: false },
      { id: 'd2', purpose: true },
      { id: 'd5', purpose: false },
      { id: 'd9', purpose: false },
    ];
    expect(judged('r-a', { type: 'dataroom.close', items })).toEqual({
      kind: 'dataroom',
      opened: ['doorlog', 'commission'],
      codes: ['E8'],
    });
  });

  test('a poster is lawful without the bait', () => {
    expect(judged('f-a', { type: 'advert.arrange', cards: ['h', 's', 'm'] })).toMatchObject({ lawful: true });
    expect(judged('f-a', { type: 'advert.arrange', cards: ['x', 's', 'm'] })).toMatchObject({
      lawful: false,
    });
  });

  test('evidence counts when it is shown and supports the cause; the phone is heard first', () => {
    const act: ActOf<'board.close'> = {
      type: 'board.close',
      cause: 'c2',
      evidence: ['guides', 'firstline', 'panels'],
      rejected: ['c4'],
      phoned: false,
    };
    const known = shown('guides', 'panels', 'price3');
    expect(judged('d-a', act, known)).toMatchObject({ evidence: ['guides'], alternativeRejected: false });
    const heard = judged('d-a', { ...act, phoned: true }, shown('guides', 'price3', 'visits'));
    expect(heard).toMatchObject({ evidence: ['guides', 'firstline'], alternativeRejected: true });
  });

  test('with decisions to take, both must be right as well', () => {
    const act = (w: string): Act => ({
      type: 'board.close',
      cause: 'c1',
      evidence: [],
      rejected: ['c4'],
      decisions: { sunhao: 's2', wangfang: w },
      phoned: false,
    });
    expect(judged('d-c', act('w2'), shown('exclusive'))).toMatchObject({ alternativeRejected: true });
    expect(judged('d-c', act('w1'), shown('exclusive'))).toMatchObject({ alternativeRejected: false });
  });
});

describe('S22 the pitch', () => {
  const pitch = (benefits: string[], more: Partial<ActOf<'pitch.deliver'>> = {}): ActOf<'pitch.deliver'> => ({
    type: 'pitch.deliver',
    features: ['f1', 'f2'],
    advantage: 'a1',
    benefits,
    evidence: 'e1',
    limitNamed: true,
    order: 'BAF',
    ...more,
  });

  test('of two listeners each has a benefit, in whatever order they were picked', () => {
    const both = { benefit: 'b1', secondServed: true };
    expect(judged('f-c', pitch(['b1', 'b2']))).toMatchObject(both);
    expect(judged('f-c', pitch(['b2', 'b1']))).toMatchObject(both);
    expect(judged('f-c', pitch(['b1', 'b5']))).toMatchObject({ benefit: 'b1', secondServed: false });
    expect(judged('f-c', pitch(['b2']))).toMatchObject({ benefit: 'b2', secondServed: false });
  });

  test('codes of its cards come with it', () => {
    expect(judged('f-a', pitch(['b4'], { advantage: 'a4' }))).toMatchObject({ codes: ['E3', 'E9'] });
  });

  test('the time is taken from the clock, else estimated at 4.5 characters or 2.5 words a second', () => {
    expect(judged('f-a', pitch(['b1'], { seconds: 52.5 }))).toMatchObject({ seconds: 52.5 });
    const words = { features: ['f3'], benefits: ['b2'], limitNamed: false };
    // 六个暖色 + 家里更安全 = 9 characters → 2 s; six warm colours + the home is safer = 7 words → 2.8 s
    expect(estimateSeconds(taskIn(scenarioOf('f-a'), 'pitch'), words)).toBe(2);
    expect(estimateSeconds(taskIn(scenarioOf('f-a', 'en'), 'pitch'), words)).toBe(3);
    const task = scenarioText('f-a').stages.find((stage) => stage.kind === 'pitch');
    if (task?.kind === 'pitch') expect(estimateSeconds(task, words)).toBe(2);
  });

  test('a pitch whose need is not known is a list of features to the customer', () => {
    const scenario = scenarioOf('f-a');
    const start = beginRun(scenario, plan);
    const run = { ...start, stage: 1 };
    const known = { ...run, needs: { ...run.needs, slip: 'stated' as const } };
    const act = pitch(['b1'], { features: ['f1'], seconds: 30 });
    expect(applyAct(scenario, plan, run, act).log[0]?.move).toMatchObject({
      tag: 'pitch_feature',
      quality: 'weak',
    });
    expect(applyAct(scenario, plan, known, act).log[0]?.move).toMatchObject({
      tag: 'pitch_benefit',
      quality: 'expert',
      spokenPitch: true,
    });
    expect(applyAct(scenario, plan, known, act).uses).toEqual({});
  });
});

describe('S1 what does not fit is refused with a stable word', () => {
  const scenario = scenarioOf('r-a');
  const room = beginRun(scenario, plan);
  const items = (ids: string[]) => ({
    type: 'dataroom.close' as const,
    items: ids.map((id) => ({ id, purpose: true })),
  });

  test.each<[string, Act, string | undefined]>([
    ['a good choice', items(['d1', 'd2']), undefined],
    ['more than the budget', items(['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7']), 'too-many'],
    ['one paper twice', items(['d1', 'd1']), 'unknown-card'],
    ['a paper that is not there', items(['d99']), 'unknown-card'],
    ['another task', { type: 'advert.arrange', cards: [] }, 'other-act'],
    ['an option', { type: 'option.choose', turn: 'M1', option: 'a' }, 'other-act'],
    ['leaving', { type: 'run.leave' }, undefined],
  ])('in the data room: %s', (_title, act, reason) => {
    expect(refusalOf(scenario, plan, room, act)).toBe(reason);
    if (reason) expect(() => applyAct(scenario, plan, room, act)).toThrow(reason);
  });

  test('what is known already is not asked for again', () => {
    const known = { ...room, ...shown('stock') };
    const prompt = promptOf(scenario, plan, known);
    expect(prompt.kind === 'task' && prompt.task.kind === 'dataroom' && prompt.task.items).not.toContainEqual(
      expect.objectContaining({ id: 'd1' }),
    );
    expect(refusalOf(scenario, plan, known, items(['d1']))).toBe('unknown-card');
  });

  test('turns, options, moves and the end', () => {
    const fab = scenarioOf('f-a');
    const run = beginRun(fab, plan);
    const word = (act: Act) => refusalOf(fab, plan, run, act);
    expect(word({ type: 'option.choose', turn: 'T2', option: 'a' })).toBe('other-turn');
    expect(word({ type: 'option.choose', turn: 'T1', option: 'z' })).toBe('no-option');
    expect(word({ type: 'move.make', tag: 'ask_open', topic: 'use', elements: [] })).toBe('other-act');
    const left = applyAct(fab, plan, run, { type: 'run.leave' });
    expect(left).toMatchObject({ ended: 'left' });
    expect(promptOf(fab, plan, left)).toEqual({ kind: 'over', ended: 'left' });
    expect(refusalOf(fab, plan, left, { type: 'run.leave' })).toBe('over');
  });

  test('a pitch with an order the task does not have, a time below zero, two benefits for one listener', () => {
    const fab = scenarioOf('f-c');
    const run = { ...beginRun(fab, plan), stage: 1 };
    const deliver = (more: Partial<ActOf<'pitch.deliver'>>) =>
      refusalOf(fab, plan, run, {
        ...{ type: 'pitch.deliver', features: ['f1'], benefits: ['b1'], limitNamed: false, order: 'BAF' },
        ...more,
      } as Act);
    expect(deliver({})).toBeUndefined();
    expect(deliver({ order: 'AFB' })).toBe('no-order');
    expect(deliver({ seconds: -1 })).toBe('bad-figure');
    expect(deliver({ benefits: ['b1', 'b2', 'b3'] })).toBe('too-many');
    expect(
      refusalOf(scenarioOf('f-a'), plan, run, {
        ...{ type: 'pitch.deliver', features: [], benefits: ['b1', 'b2'], limitNamed: false, order: 'BAF' },
      } as Act),
    ).toBe('too-many');
  });
});
