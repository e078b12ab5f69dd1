import { expect, test } from 'vitest';
import { curveOf } from '#core/simulator/debrief/curve.ts';
import { replay } from '../replay.ts';
import { scenarioOf } from '../scenarios.ts';
import { isTask, type MoveStep, TRACES } from '../traces.ts';
import { expertBut } from './expert-but.ts';

const traceOf = (scenario: string, level: number) => {
  const trace = TRACES.find(
    (one) => one.scenario === scenario && one.level === level && one.who === 'expert',
  );
  if (!trace) throw new Error('no such trace');
  const moves = trace.steps.filter((step): step is MoveStep => !isTask(step));
  return { moves, run: replay(scenarioOf(trace.scenario), trace).run };
};

test('the curve shows after every move what the played run of the dossier shows', () => {
  const { moves, run } = traceOf('d-a', 1);
  const [piece, ...rest] = curveOf(run);
  const points = piece?.points ?? [];
  expect(rest).toEqual([]);
  // Simulators.md §3, scenario D-A: it starts with trust 45/50/40 (= 46), patience 70, interest 40.
  expect(points[0]).toEqual({ at: 0, trust: 46, patience: 70, interest: 40 });
  expect(points.slice(1).map(({ trust }) => trust)).toEqual(moves.map(({ trust }) => trust));
  points.slice(1).forEach(({ patience, interest }, n) => {
    expect(patience).toBeCloseTo(moves[n]?.values[3] ?? Number.NaN, 1);
    expect(interest).toBeCloseTo(moves[n]?.values[4] ?? Number.NaN, 1);
  });
});

test('a task is a round without a point: the next move keeps its number, so that the words found are the right ones', () => {
  const { run } = traceOf('d-a', 1);
  const walk = run.log.findIndex(({ act }) => act.type === 'walk.close');
  const at = curveOf(run).flatMap(({ points }) => points.map((point) => point.at));
  expect(at).not.toContain(walk + 1);
  expect(at).toContain(walk + 2);
});

test('a change of person breaks the line: two customers’ trust is never joined into one', () => {
  const { moves, run } = traceOf('d-c', 1);
  const pieces = curveOf(run);
  const persons = moves.map(({ person }) => person).filter((one, n, all) => one !== all[n - 1]);
  expect(persons.length).toBeGreaterThan(1);
  expect(pieces.map(({ person }) => person)).toEqual(persons);
  for (const { points } of pieces) expect(points.length).toBeGreaterThanOrEqual(2);
  expect(pieces[1]?.points[0]).toMatchObject({ at: (pieces[0]?.points.at(-1)?.at ?? 0) + 0.5 });
});

test('who leaves before the first word sees no curve instead of an error', () => {
  expect(curveOf(expertBut('d-a', {}, {}, 0).run)).toEqual([]);
});
