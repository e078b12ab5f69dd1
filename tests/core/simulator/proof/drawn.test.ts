import { expect, test } from 'vitest';
import type { Text } from '#core/model/text.ts';
import type { WrittenScenario } from '#core/simulator/figures/draw-scenario.ts';
import { drawnFlaws } from '#core/simulator/proof/drawn.ts';
import { flawLine } from '#core/simulator/proof/flaw.ts';
import { writtenText } from '../scenarios.ts';

/** A scenario whose figures fit as written and fail with others is found before a learner draws them. */

/** r-a with words of its file exchanged. */
function rewritten(from: string, to: string): WrittenScenario<Text> {
  const text = JSON.stringify(writtenText('r-a'));
  expect(text).toContain(from);
  return JSON.parse(text.replaceAll(from, to)) as WrittenScenario<Text>;
}

const linesOf = (written: WrittenScenario<Text>) => drawnFlaws(written).map(flawLine).join('\n');

test('a mistake at the desk that stays behind and becomes right for other figures', () => {
  const lines = linesOf(rewritten('"value":"{gain_twice}"', '"value":"{gain}"'));
  expect(lines).toMatch(/r-a with the figures of seed figures-\d+, desk, row r4, slip \d+: passes as right/);
});

test('an option that other figures make longer than its turn allows', () => {
  const lines = linesOf(
    rewritten('亏多少得看货色', '亏多少得看货色{one_point:zh}{one_point:zh}{one_point:zh}'),
  );
  expect(lines).toMatch(/seed figures-\d+, stages\.3\.turns\.4\.options\.2\.text\.zh: has \d+ characters/);
});

test('a scenario without figures has nothing to draw', () => {
  expect(drawnFlaws(writtenText('d-a'))).toEqual([]);
});
