import { describe, expect, test } from 'vitest';
import type { Act } from '#core/simulator/act.ts';
import { foldRun } from '#core/simulator/engine.ts';
import { linesOfPhase, situationOf } from '#core/simulator/free-text/situation.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { rules } from './free-text-rules.ts';
import { type ScenarioId, scenarioOf } from './scenarios.ts';

const PLAN = { level: 3, seed: 'default' } as const;
const say = (tag: MoveTag, topic: string, elements: readonly string[] = []): Act => ({
  type: 'move.make',
  tag,
  topic,
  elements,
});

function situation(id: ScenarioId, acts: readonly Act[]) {
  const scenario = scenarioOf(id);
  return situationOf(rules, scenario, PLAN, foldRun(scenario, PLAN, acts));
}

describe('what a reading knows of the run', () => {
  test('the line on the table, before anything was said', () => {
    expect(situation('d-b', [])).toMatchObject({
      lastLine: '「三个星期没人理我！」',
      earlierLines: [],
      needStated: false,
      listeners: 1,
    });
  });

  test('what the customer answered is his last line and its figures are known: 40 and 31 orders', () => {
    const after = situation('d-a', [
      say('greet_agenda', 'agenda', ['purpose', 'time', 'consent']),
      say('ask_detail', 'orders'),
    ]);
    expect(after.lastLine).toContain('31');
    expect(after.knownFigures).toEqual(expect.arrayContaining(['40', '31']));
    expect(after.earlierLines?.[0]).toContain('价格');
  });

  test('a need counts from the moment it is said: her mother slipping, not yet the bathroom', () => {
    expect(situation('f-a', [say('ask_open', 'use')]).needStated).toBe(false);
    const after = situation('f-a', [say('ask_open', 'use'), say('ask_detail', 'slip')]);
    expect(after.needStated).toBe(true);
    expect(after.lastLine).toContain('怕她夜里滑');
    expect(after.lastLine, 'what she throws in belongs to the same breath').toContain('多少钱一片');
    expect(after.earlierLines).toEqual(['「卫生间。我跟我妈住，她八十四了。」']);
  });

  test('couples and pairs hear as two, one customer and customers met one by one as one', () => {
    const listeners = (id: ScenarioId) => situation(id, []).listeners;
    expect({ a: listeners('f-a'), c: listeners('f-c') }).toEqual({ a: 1, c: 2 });
    expect({ a: listeners('d-a'), b: listeners('d-b'), c: listeners('d-c') }).toEqual({ a: 2, b: 1, c: 1 });
    expect({ a: listeners('r-a'), b: listeners('r-b') }).toEqual({ a: 2, b: 2 });
  });

  test('lines of an earlier phase are not the customer’s last words of this one', () => {
    const scenario = scenarioOf('f-a');
    const acts = Array.from({ length: scenario.topicPhase?.maxTurns ?? 0 }, () => say('acknowledge', 'use'));
    const run = foldRun(scenario, PLAN, acts);
    expect(linesOfPhase(scenario, PLAN, run).flat()).toEqual([]);
  });
});
