import { describe, expect, test } from 'vitest';
import { levelReason } from '#core/simulator/debrief/level-reason.ts';
import { evidenceFor } from '#core/simulator/debrief/rubric-evidence.ts';
import { RUBRIC, scoreRun } from '#core/simulator/score/score-run.ts';
import { replay } from '../replay.ts';
import { SCENARIO_IDS, scenarioOf } from '../scenarios.ts';
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
    const played = expertBut('f-a', { T6: wrongOption('f-a', 'T6') });
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

  test('who said next to nothing is told that holding back cannot be seen yet', () => {
    expect(held(expertBut('d-a', {}, {}, 1), 'nopitch')).toEqual({ level: 1, by: 'thin' });
    expect(held(expertBut('d-a', { T2: 'd' }), 'nopitch').by).toBeUndefined();
  });
});

/** An option of a turn that is no error and not the best. */
function wrongOption(id: 'f-a', turnId: string): string {
  const turns = scenarioOf(id).stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []));
  const options = turns.find((turn) => turn.id === turnId)?.options ?? [];
  return options.find(({ quality }) => quality === 'weak')?.id ?? '';
}
