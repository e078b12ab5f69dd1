import { expect, test } from 'vitest';
import { drawScenario } from '#core/simulator/figures/draw-scenario.ts';
import { isUsableScenario } from '#core/simulator/scenario.guard.ts';
import { writtenOf, writtenText } from '../scenarios.ts';

test('drawing changes nothing of what is given, and leaves nothing to draw', () => {
  const written = writtenText('r-a');
  const before = JSON.stringify(written);
  const drawn = drawScenario(written, 'figures-1');
  expect(JSON.stringify(written)).toBe(before);
  expect('figures' in drawn).toBe(false);
  expect(drawn.drawn?.visits).toBeGreaterThan(0);
});

test('a scenario that declares no figures is played as it is, with every seed', () => {
  const written = writtenText('d-a');
  expect(drawScenario(written, 'figures-1')).toEqual(written);
});

test('a run that was stored without being drawn is refused, so that nobody reads a line with a hole', () => {
  expect(isUsableScenario(writtenOf('r-a'))).toBe(false);
  expect(isUsableScenario(drawScenario(writtenOf('r-a'), 'x'))).toBe(true);
});
