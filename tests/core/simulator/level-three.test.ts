import { describe, expect, test } from 'vitest';
import type { ActOf } from '#core/simulator/act.ts';
import { applyAct, beginRun, promptOf, refusalOf } from '#core/simulator/engine.ts';
import { enterStation } from '#core/simulator/flow.ts';
import type { Run, RunPlan } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { scenarioOf } from './scenarios.ts';

const plan: RunPlan = { level: 3, seed: 'default' };
const make = (tag: MoveTag, more: Partial<ActOf<'move.make'>> = {}) =>
  ({ type: 'move.make', tag, elements: [], ...more }) as const;

/** The run at a turn of a scenario's meeting, values as they start. */
function meetingAt(scenario: Scenario<string>, turnId: string, at: RunPlan = plan): Run {
  const index = scenario.stages.findIndex((stage) => stage.id === 'meeting');
  const stage = scenario.topicPhase ? index + 1 : index;
  const run = enterStation(scenario, at, { ...beginRun(scenario, at), stage });
  const meeting = scenario.stages[index];
  const step = meeting?.kind === 'sheet' ? meeting.turns.findIndex(({ id }) => id === turnId) : -1;
  return { ...run, step };
}

describe('S21 level 3', () => {
  const rebuild = scenarioOf('r-c');

  test('a move costs 4 patience, and a threshold stands 5 higher', () => {
    const scenario = scenarioOf('f-a');
    const run = beginRun(scenario, plan);
    const after = applyAct(scenario, plan, run, make('ask_open', { topic: 'use' }));
    expect(after.values.patience).toBe(run.values.patience - 4);
    // fact.fall needs trust 45: at level 3 fifty, and from forty on the customer hesitates
    const known = { ...after, needs: { ...after.needs, slip: 'stated' as const } };
    const trust = (value: number) => ({
      ...known.values,
      ability: value,
      benevolence: value,
      integrity: value,
    });
    const ask = (value: number) =>
      applyAct(scenario, plan, { ...known, values: trust(value) }, make('ask_detail', { topic: 'slip' }));
    expect(ask(50).findings).toEqual({ fall: 'shown' });
    expect(ask(49).log.at(-1)).toMatchObject({ hesitates: true, said: [] });
    expect(ask(39).log.at(-1)?.hesitates).toBeUndefined();
  });

  test('the second person speaks at his turn, lifts a good answer and costs nothing when passed over', () => {
    const run = meetingAt(rebuild, 'M5');
    const prompt = promptOf(rebuild, plan, run);
    expect(prompt.kind === 'turn' && prompt.besides?.[0]).toMatchObject({ kind: 'second', by: 'son' });
    const answered = applyAct(rebuild, plan, run, make('acknowledge', { turn: 'M5' })).log.at(-1);
    expect(answered?.move?.quality).toBe('ok');
    const lifted = applyAct(
      rebuild,
      plan,
      { ...run, uses: { acknowledge: 1 } },
      make('acknowledge', { turn: 'M5' }),
    );
    expect(lifted.log.at(-1)?.move?.quality).toBe('ok'); // weak without him
    const expert = applyAct(
      rebuild,
      plan,
      run,
      make('evidence', { turn: 'M5', elements: ['source_said', 'range_said'] }),
    );
    expect(expert.log.at(-1)?.move?.quality).toBe('expert');
    expect(run.values.patience - expert.values.patience).toBe(5); // evidence −1, decay −4
    const lower: RunPlan = { level: 2, seed: 'default' };
    expect(promptOf(rebuild, lower, meetingAt(rebuild, 'M5', lower))).not.toHaveProperty('besides');
  });

  test('a figure that contradicts is said in place of the line; asking about it within two moves earns ability', () => {
    const run = meetingAt(rebuild, 'M6');
    const prompt = promptOf(rebuild, plan, run);
    const { contradiction } = rebuild.level3 ?? {};
    expect(prompt).toMatchObject({ kind: 'turn', line: contradiction?.said });
    expect(prompt.kind === 'turn' && prompt.besides).toEqual([{ kind: 'shown', line: contradiction?.shown }]);
    const asked = applyAct(rebuild, plan, run, make('ask_closed', { turn: 'M6' }));
    const plainly = applyAct(rebuild, { ...plan, level: 2 }, run, make('ask_closed', { turn: 'M6' }));
    expect(asked.values.ability - plainly.values.ability).toBeCloseTo(3, 9);
    expect(asked.contradiction).toMatchObject({ resolved: true });
  });

  test('its lure is an error, a move that is not about it nothing of the kind, and after two moves it is past', () => {
    const run = meetingAt(rebuild, 'M6');
    expect(applyAct(rebuild, plan, run, make('vague', { turn: 'M6' })).log.at(-1)?.move?.quality).toBe(
      'error',
    );
    const said = applyAct(
      rebuild,
      plan,
      run,
      make('summarise', { turn: 'M6', elements: ['problem_said', 'summary'] }),
    );
    expect(said.contradiction).toEqual({ until: 2, resolved: false });
    expect(said.log.at(-1)?.move?.quality).toBe('expert');
    const late = applyAct(rebuild, plan, said, make('vague', { turn: 'M7' }));
    expect(late.log.at(-1)?.move?.quality).toBe('error');
    const past = applyAct(rebuild, plan, { ...said, moves: 2 }, make('vague', { turn: 'M7' }));
    expect(past.log.at(-1)?.move?.quality).toBe('weak');
  });

  test('with two listeners it comes with the first thing said on its topic', () => {
    const scenario = scenarioOf('f-c');
    let run = beginRun(scenario, plan);
    expect(promptOf(scenario, plan, run)).not.toHaveProperty('besides');
    run = applyAct(scenario, plan, run, make('ask_open', { topic: 'both' }));
    run = applyAct(scenario, plan, run, make('ask_detail', { topic: 'pattern' }));
    const prompt = promptOf(scenario, plan, run);
    expect(prompt.kind === 'topics' && prompt.besides?.map(({ kind }) => kind)).toEqual(['said', 'shown']);
    const cleared = applyAct(scenario, plan, run, make('paraphrase', { topic: 'pattern' }));
    expect(cleared.contradiction?.resolved).toBe(true);
    expect(promptOf(scenario, plan, cleared)).not.toHaveProperty('besides');
    const elsewhere = applyAct(scenario, plan, run, make('paraphrase', { topic: 'flat' }));
    expect(elsewhere.contradiction?.resolved).toBe(false);
  });

  test('a hard line interrupts, which one the seed decides, never with the default seed', () => {
    const lines = new Set<string>();
    for (const seed of Array.from({ length: 12 }, (_, index) => `seed-${index}`)) {
      const drawn: RunPlan = { level: 3, seed };
      const run = meetingAt(rebuild, 'M7', drawn);
      const next = applyAct(rebuild, drawn, run, make('offer_choice', { turn: 'M7' }));
      const prompt = promptOf(rebuild, drawn, next);
      if (prompt.kind === 'interrupt') lines.add(prompt.line);
    }
    expect(lines).toEqual(new Set(rebuild.level3?.hardLines?.map(({ line }) => line)));
    const next = applyAct(rebuild, plan, meetingAt(rebuild, 'M7'), make('offer_choice', { turn: 'M7' }));
    expect(promptOf(rebuild, plan, next)).toMatchObject({ kind: 'turn', turn: { id: 'M8' } });
  });

  test('a tag kept against what was heard is at most ok, three times a run, never a danger or a pitch', () => {
    const scenario = scenarioOf('f-a');
    let run = beginRun(scenario, plan);
    const keep = (tag: MoveTag) => make(tag, { topic: 'use', kept: true, text: '……' });
    run = applyAct(scenario, plan, run, keep('ask_open'));
    expect(run.log[0]?.move?.quality).toBe('ok');
    expect(refusalOf(scenario, plan, run, keep('guarantee'))).toBe('kept');
    expect(refusalOf(scenario, plan, run, keep('pitch_benefit'))).toBe('kept');
    run = applyAct(scenario, plan, run, keep('wait'));
    run = applyAct(scenario, plan, run, keep('wait'));
    expect(refusalOf(scenario, plan, run, keep('wait'))).toBe('kept');
    expect(
      refusalOf(scenario, { ...plan, level: 2 }, beginRun(scenario, { ...plan, level: 2 }), keep('wait')),
    ).toBe('kept');
  });
});
