import { createActor, transition } from 'xstate';
import type { Act } from '#core/simulator/act.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import type { Option, PublishedScenario, Turn } from '#core/simulator/scenario.ts';
import type { MoveTag, Quality } from '#core/simulator/scenario-move.ts';
import type { SimulatorEvent, SimulatorFact, SimulatorPlan } from '#core/simulator/simulator.events.ts';
import { simulatorMachine } from '#core/simulator/simulator.machine.ts';
import type { RunSnapshot } from '#core/simulator/stored-run.ts';

/** Small scenarios whose every value a test can name, and pure steps of the machine. */

export function option(
  id: string,
  tag: MoveTag,
  quality: Quality,
  more: Partial<Option<string>> = {},
): Option<string> {
  const words = { text: `「${id}」`, feedback: `反馈${id}`, principle: 'L11 s21.3' };
  return { id, tag, quality, topic: 'use', ...words, ...more };
}

export function turn(id: string, options: readonly Option<string>[], more: Partial<Turn<string>> = {}) {
  return { id, by: 'zhou', line: `「${id}」`, options, ...more };
}

export const START = { ability: 50, benevolence: 50, integrity: 50, patience: 50, interest: 50 };

/** Two turns and a poster; T1 b ends it all. Passes at level 2 never: nothing was pitched. */
export function smallScenario(over: Partial<PublishedScenario<string>> = {}): PublishedScenario<string> {
  return {
    id: 'small',
    revision: 'rev-small',
    simulator: 'fab-pitch',
    status: 'live',
    entryLevel: 1,
    minutes: 1,
    title: '小场景',
    trains: '练一句',
    lessons: ['m2-fab-pitch'],
    hot: false,
    ownFault: false,
    briefing: { where: '店里', now: '下午', goal: '听懂', known: [] },
    prep: [
      { id: 'p1', kind: 'data', cost: 4, title: '数', note: '数' },
      { id: 'p2', kind: 'sample', cost: 2, title: '样', note: '样' },
      { id: 'p3', kind: 'agenda', cost: 1, title: '程', note: '程' },
    ],
    persons: [{ id: 'zhou', name: '周阿姨', role: '业主' }],
    needs: [
      { id: 'slip', text: '防滑', weight: 60, top: true },
      { id: 'clean', text: '好擦', weight: 40 },
    ],
    findings: [{ id: 'fall', text: '摔过' }],
    stages: [
      {
        kind: 'sheet',
        id: 'need',
        start: START,
        turns: [
          turn('T1', [
            option('a', 'ask_open', 'expert', { opens: ['need.slip:stated'] }),
            option('b', 'benefit_in_kind', 'error', { code: 'E1' }),
          ]),
        ],
      },
      {
        kind: 'advert',
        id: 'advert',
        cards: [
          { id: 'h', role: 'B', text: '好处' },
          { id: 'x', role: 'bait', text: '最好', code: 'E9' },
        ],
        best: ['h'],
      },
    ],
    blocks: {},
    endings: [
      { id: 'stopped', when: { ended: 'compliance' }, text: '停' },
      { id: 'end', when: {}, text: '完' },
    ],
    evening: { teller: 'zhou', groups: [[{ when: {}, text: '说' }]] },
    ...over,
  };
}

/** One sheet of one turn per option list; each turn offers its one option, so that a run is a list of moves. */
export function scenarioOfMoves(
  options: readonly Option<string>[],
  over: Partial<PublishedScenario<string>> = {},
): PublishedScenario<string> {
  const turns = options.map((one, index) => turn(`T${index + 1}`, [one]));
  return smallScenario({ stages: [{ kind: 'sheet', id: 'need', start: START, turns }], ...over });
}

export function planOf(over: Partial<SimulatorPlan> = {}): SimulatorPlan {
  return {
    attemptId: 'attempt-1',
    scenario: smallScenario(),
    language: 'zh',
    level: 1,
    seed: DEFAULT_SEED,
    ...over,
  };
}

export const choose = (turnId: string, id: string): Act => ({
  type: 'option.choose',
  turn: turnId,
  option: id,
});

/** The snapshot before the first act, as a live actor has it. */
export function opening(plan: SimulatorPlan): RunSnapshot {
  return createActor(simulatorMachine, { input: plan }).getSnapshot();
}

export interface Step {
  snapshot: RunSnapshot;
  facts: SimulatorFact[];
}

/** One pure step: the next snapshot and the facts it would emit. */
export function step(snapshot: RunSnapshot, event: SimulatorEvent): Step {
  const [next, actions] = transition(simulatorMachine, snapshot, event);
  const facts = (actions as readonly { type: string; params?: unknown }[])
    .filter((action) => action.type === 'xstate.emit')
    .map((action) => (action.params as { event: SimulatorFact }).event);
  return { snapshot: next, facts };
}

export function fold(snapshot: RunSnapshot, events: readonly SimulatorEvent[]): Step {
  return events.reduce<Step>(
    (before, event) => {
      const after = step(before.snapshot, event);
      return { snapshot: after.snapshot, facts: [...before.facts, ...after.facts] };
    },
    { snapshot, facts: [] },
  );
}

export const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
