import { describe, expect, test } from 'vitest';
import { partsOf } from '#core/simulator/debrief/criterion-parts.ts';
import { levelReason } from '#core/simulator/debrief/level-reason.ts';
import { evidenceFor } from '#core/simulator/debrief/rubric-evidence.ts';
import type { Quality } from '#core/simulator/scenario-move.ts';
import { RUBRIC, scoreRun } from '#core/simulator/score/score-run.ts';
import { replay } from '../replay.ts';
import { SCENARIO_IDS, type ScenarioId, scenarioOf } from '../scenarios.ts';
import { TRACES } from '../traces.ts';
import { expertBut, type Played } from './expert-but.ts';

const turnsFor = ({ scenario, run }: Played, criterion: string, side: 'for' | 'against') =>
  evidenceFor(scenario, run, criterion)
    .filter((one) => one.side === side)
    .map(({ index }) => run.log[index]?.turnId);

describe('quotes', () => {
  test.each(SCENARIO_IDS)('%s: of no run is more quoted than can be read, and nothing twice', (id) => {
    for (const trace of TRACES.filter((one) => one.scenario === id)) {
      const { run } = replay(scenarioOf(id), trace);
      for (const criterion of RUBRIC[scenarioOf(id).simulator]) {
        const found = evidenceFor(scenarioOf(id), run, criterion.id);
        expect(found.length).toBeLessThanOrEqual(6);
        expect(new Set(found.map(({ index }) => index)).size).toBe(found.length);
        expect(found.every(({ index }) => run.log[index] !== undefined)).toBe(true);
      }
    }
  });

  test('a guarantee is quoted against ethics, the opening for itself', () => {
    const played = expertBut('d-a', { T8: 'c' });
    expect(turnsFor(played, 'ethics', 'against')).toEqual(['T8']);
    expect(turnsFor(played, 'opening', 'for')).toEqual(['T1']);
    expect(turnsFor(played, 'ethics', 'for')).toEqual(['T11']);
  });

  test('an early pitch is quoted against holding back, and a good talk has nothing against it', () => {
    expect(turnsFor(expertBut('d-a', { T2: 'd' }), 'nopitch', 'against')).toEqual(['T2']);
    for (const { id } of RUBRIC['sales-doctor'])
      expect(turnsFor(expertBut('d-a', {}), id, 'against')).toEqual([]);
  });
});

describe('what held a level down', () => {
  const held = (played: Played, criterion: string) => {
    const score = scoreRun(played.scenario, played.run);
    return { level: score.levels[criterion], by: levelReason(played.scenario, played.run, score, criterion) };
  };

  test('a range on the desk that was not said in the meeting is told as that, not as a wrong range', () => {
    // Turn sheet r-a, M8: only b sets range_said. Appendix B, under SIM-3: then at most 2.
    expect(held(expertBut('r-a', { M8: 'a' }), 'range')).toEqual({ level: 2, by: 'unsaid' });
    expect(held(expertBut('r-a', { M4: 'a' }), 'problem')).toEqual({ level: 2, by: 'unsaid' });
    expect(held(expertBut('r-a', {}), 'range')).toEqual({ level: 4, by: undefined });
  });

  test('an honest talk with one figure out of the air says why it counts so little', () => {
    // M7 b: E4; source, range, risk and interest are all said. Appendix B: at most 1.
    expect(held(expertBut('r-a', { M7: 'b' }), 'honest')).toEqual({ level: 1, by: 'dishonest' });
  });

  test('a perfect pitch whose “so what?” stayed open is told so for benefit and evidence', () => {
    const played = expertBut('f-a', { T6: optionOf('f-a', 'T6', 'weak') });
    expect(held(played, 'benefit')).toEqual({ level: 3, by: 'so-what' });
    expect(held(played, 'evidence')).toEqual({ level: 3, by: 'so-what' });
  });

  test('a second listener without a benefit of his own is named', () => {
    const one = expertBut(
      'f-c',
      {},
      { 'pitch.deliver': (act) => ({ ...act, benefits: act.benefits.slice(0, 1) }) },
    );
    expect(held(one, 'benefit')).toEqual({ level: 2, by: 'listener' });
  });

  test('a short pitch without a benefit is not praised for its brevity without a word', () => {
    const none = expertBut('f-a', {}, { 'pitch.deliver': (act) => ({ ...act, benefits: [] }) });
    expect(held(none, 'brev')).toEqual({ level: 2, by: 'no-benefit' });
  });

  test('all parts said where they were not asked for: told as that, not as “nothing said”', () => {
    // M10 c: owner, baseline and stop line, but not what she asked; a weak option holds no element.
    expect(held(expertBut('r-a', { M10: 'c' }), 'exec')).toMatchObject({ by: 'beside' });
    expect(turnsFor(expertBut('r-a', { M10: 'c' }), 'exec', 'against')).toEqual(['M10']);
  });

  test('a sum done for the owner is quoted where she should have done it', () => {
    expect(turnsFor(expertBut('r-a', { M3: 'b' }), 'meeting', 'against')).toEqual(['M3']);
  });

  test('questions that missed the point are not called no questions', () => {
    const played = expertBut(
      'f-b',
      { T1: optionOf('f-b', 'T1', 'weak'), T2: optionOf('f-b', 'T2', 'weak') },
      {},
      2,
    );
    expect(held(played, 'need')).toEqual({ level: 0, by: 'amiss' });
  });

  test('the best evidence for another benefit is told apart from a useless paper', () => {
    const other = expertBut('f-a', {}, { 'pitch.deliver': (act) => ({ ...act, benefits: ['b3'] }) });
    expect(held(other, 'evidence')).toEqual({ level: 1, by: 'other-benefit' });
  });

  test('one hurting line is named as what pulled good listening down', () => {
    // T11 b deflects.
    expect(held(expertBut('d-a', { T11: 'b' }), 'listening')).toEqual({ level: 2, by: 'hurt' });
  });

  test('no pitch and no need is no proof of patience', () => {
    const mute = expertBut('d-a', { T2: 'b', T3: 'c', T4: 'b', T5: 'd', T9: 'a', T10: 'c', T11: 'b' });
    expect(held(mute, 'nopitch')).toEqual({ level: 1, by: 'no-need' });
  });

  test('owning up to our own fault opens D-B, and the level says so', () => {
    expect(held(expertBut('d-b', {}), 'opening')).toEqual({ level: 4, by: 'fault-consent' });
  });

  test('honest words beside a guarantee: the guarantee is given as the reason', () => {
    expect(held(expertBut('r-a', { M8: 'c' }), 'honest')).toEqual({ level: 0, by: 'guarantee' });
    expect(turnsFor(expertBut('r-a', { M8: 'c', M1: 'a' }), 'honest', 'against')).toEqual(['M8', 'M1']);
  });

  test('turnover taken for profit is named, not counted as “five slips”', () => {
    // Simulators.md §4.1: 436,320 is the sales of two points of conversion, its contribution 100,354 (row r4).
    const sales = (rows: Record<string, number>) =>
      expertBut('r-a', {}, { 'desk.close': (act) => ({ ...act, rows: { ...act.rows, ...rows } }) });
    expect(held(sales({ r4: 436_320 }), 'arith')).toEqual({ level: 1, by: 'sales' });
    expect(held(sales({ r4: 436_320, r1: 1, r2: 1, r3: 1 }), 'arith')).toEqual({ level: 0, by: 'sales' });
  });

  test('who said next to nothing is told that holding back cannot be seen yet', () => {
    expect(held(expertBut('d-a', {}, {}, 1), 'nopitch')).toEqual({ level: 1, by: 'thin' });
    expect(held(expertBut('d-a', { T2: 'd' }), 'nopitch').by).toBeUndefined();
  });
});

describe('parts that a criterion counts', () => {
  const parts = (played: Played, criterion: string) => partsOf(played.scenario, played.run, criterion);

  test('what was said and what is missing add up to what is counted', () => {
    expect(parts(expertBut('d-a', {}), 'prescription')).toEqual({
      said: ['action', 'owner', 'date', 'measure', 'option'],
      missing: [],
    });
    // P3 c holds the action only; owner and measure are said elsewhere, the choice nowhere.
    expect(parts(expertBut('d-a', { P3: 'c' }), 'prescription')?.missing).toEqual(['option']);
    expect(parts(expertBut('r-a', { M11: 'c' }), 'honest')?.missing).toEqual(['own_interest']);
    expect(parts(expertBut('r-a', { M3: 'b' }), 'meeting')?.missing).toEqual(['owner_calc']);
  });

  test('an opening that came too late is not looked at for its parts', () => {
    expect(parts(expertBut('d-a', { T1: 'c' }), 'opening')).toBeUndefined();
    expect(parts(expertBut('d-a', { T1: 'b' }), 'opening')?.missing).toEqual(['consent']);
  });

  test('criteria that count nothing have none', () => {
    expect(parts(expertBut('f-a', {}), 'need')).toBeUndefined();
    expect(parts(expertBut('r-a', {}), 'arith')).toBeUndefined();
  });
});

function optionOf(id: ScenarioId, turnId: string, quality: Quality): string {
  const turns = scenarioOf(id).stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []));
  const options = turns.find((turn) => turn.id === turnId)?.options ?? [];
  return options.find((option) => option.quality === quality)?.id ?? '';
}
