import { describe, expect, test } from 'vitest';
import { endingOf, eveningOf, holds } from '#core/simulator/condition.ts';
import { beginRun } from '#core/simulator/engine.ts';
import { localise } from '#core/simulator/localise.ts';
import { moodOf } from '#core/simulator/mood.ts';
import type { Run } from '#core/simulator/run.ts';
import type { Condition } from '#core/simulator/scenario.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { SCENARIO_IDS, scenarioText } from './scenarios.ts';
import { START, smallScenario } from './small.ts';

const scenario = smallScenario();
const run: Run = {
  ...beginRun(scenario, { level: 1, seed: 'default' }),
  flags: ['asked'],
  needs: { slip: 'confirmed', clean: 'hinted' },
  findings: { fall: 'shown' },
  ladder: 'data',
  codes: [{ code: 'E3', move: 1, repaired: true }],
};

describe('what endings and evening lines ask', () => {
  test.each<[Condition, boolean]>([
    [{}, true],
    [{ flags: ['asked'] }, true],
    [{ flags: ['asked', 'said'] }, false],
    [{ noFlags: ['asked'] }, false],
    [{ codes: ['E3'] }, true],
    [{ codes: ['E3', 'E5'] }, false],
    [{ anyCode: false }, false],
    [{ needs: ['slip:stated', 'clean:hinted'] }, true],
    [{ needs: ['clean:stated'] }, false],
    [{ findings: ['fall'] }, true],
    [{ findings: ['finding.fall'] }, true],
    [{ noFindings: ['fall'] }, false],
    [{ ladder: 'next_talk' }, true],
    [{ ladder: 'pilot' }, false],
    [{ ended: 'patience' }, false],
    [{ minTrust: 50, maxTrust: 50 }, true],
    [{ minTrust: 51 }, false],
    [{ flags: ['asked'], minTrust: 51 }, false],
  ])('%j → %s', (condition, wanted) => {
    expect(holds(condition, scenario, run)).toBe(wanted);
  });

  test('the first ending that fits is told, and of each evening group the first line that fits', () => {
    expect(endingOf(scenario, { ...run, ended: 'compliance' }).id).toBe('stopped');
    expect(endingOf(scenario, run).id).toBe('end');
    const evening = {
      teller: 'zhou',
      groups: [
        [
          { when: { flags: ['said'] }, text: '他说了' },
          { when: {}, text: '他问了' },
        ],
        [{ when: { flags: ['said'] }, text: '没有' }],
      ],
    };
    expect(eveningOf(smallScenario({ evening }), run)).toEqual(['他问了']);
  });

  test('an author who forgets the last ending reads what to write', () => {
    const open = smallScenario({ endings: [{ id: 'x', when: { flags: ['never'] }, text: '' }] });
    expect(() => endingOf(open, run)).toThrow('when: {}');
  });
});

test.each<[Partial<Run['values']>, MoveTag | undefined, string]>([
  [{ ability: 35, benevolence: 35, integrity: 35 }, 'argue', 'angry'],
  [{}, 'argue', 'neutral'],
  [{ patience: 29 }, undefined, 'irritated'],
  [{ ability: 35, benevolence: 35, integrity: 35 }, 'wait', 'guarded'],
  [{ ability: 65, benevolence: 65, integrity: 65 }, 'wait', 'warm'],
  [{ ability: 65, benevolence: 65, integrity: 65, patience: 39 }, 'wait', 'neutral'],
])('the face of the customer with %j after %s: %s', (values, tag, mood) => {
  const move = tag && { tag, topic: 'use', quality: 'ok' as const, elements: [] };
  const entry = { ...({} as Run['log'][number]), ...(move && { move }) };
  expect(moodOf({ ...run, values: { ...START, ...values }, log: [entry] })).toBe(mood);
});

test.each(SCENARIO_IDS)(
  '%s reads in either language, every text with its own words, and stays as it was',
  (id) => {
    const text = scenarioText(id);
    const before = JSON.stringify(text);
    const zh = localise(text, 'zh');
    const en = localise(text, 'en');
    expect(zh.title).toBe(text.title.zh);
    expect(en.stages.length).toBe(text.stages.length);
    expect(JSON.stringify(zh)).not.toMatch(/"(zh|en)":/);
    expect(JSON.stringify(en)).not.toMatch(/"(zh|en)":/);
    expect(JSON.stringify(text)).toBe(before);
  },
);
