import { readFileSync } from 'node:fs';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Language } from '#core/model/text.ts';
import type { Act } from '#core/simulator/act.ts';
import { endingOf } from '#core/simulator/condition.ts';
import { foldRun } from '#core/simulator/engine.ts';
import { expertRun } from '#core/simulator/expert-run.ts';
import { drawScenario } from '#core/simulator/figures/draw-scenario.ts';
import { localise } from '#core/simulator/localise.ts';
import { playRun } from '#core/simulator/proof/player.ts';
import { playersOf } from '#core/simulator/proof/players.ts';
import type { RunPlan } from '#core/simulator/run.ts';
import type { Level } from '#core/simulator/scenario.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';
import { scoreRun } from '#core/simulator/score/score-run.ts';
import { points } from '#core/text/points.ts';
import { practiceStrings } from '#i18n/practice.ts';
import { debriefStrings } from '#i18n/practice-debrief.ts';
import { rubricStrings } from '#i18n/rubric.ts';
import { curveShape, LINES, labelHeights } from '#islands/practice/debrief/curve-shape.ts';
import { DebriefView } from '#islands/practice/debrief/DebriefView.tsx';
import { icebergShape } from '#islands/practice/debrief/iceberg-shape.ts';
import { signed } from '#islands/practice/debrief/wording.ts';
import type { DebriefViewProps } from '#islands/practice/debrief-props.ts';
import { drawnText, SCENARIO_IDS, type ScenarioId, writtenOf } from '../core/simulator/scenarios.ts';

const movesText = parse(readFileSync(new URL('../../content/scenarios/moves.yaml', import.meta.url), 'utf8'));
const movesIn = (language: Language) => localise(movesText, language) as unknown as MoveWordsFile;

/** A run's debrief as the page is given it. */
function propsOf(id: ScenarioId, language: Language, plan: RunPlan, acts: readonly Act[]): DebriefViewProps {
  const scenario = drawScenario(writtenOf(id, language), plan.seed);
  const run = foldRun(scenario, plan, acts);
  const score = scoreRun(scenario, run);
  return {
    ...{ scenario, plan, acts, run, score, language },
    scenarioOf: (seed) => drawScenario(writtenOf(id, language), seed),
    simulator: scenario.simulator,
    moves: movesIn(language),
    principles: {},
    attemptId: 'this',
    prep: [],
    ending: endingOf(scenario, run).id,
    passed: false,
    selfRating: Object.fromEntries(Object.keys(score.levels).map((criterion) => [criterion, 2])),
    past: [],
    rubric: rubricStrings(language)[scenario.simulator],
    strings: debriefStrings(language),
    words: practiceStrings(language),
    disabled: false,
    transfer: '',
    onTransfer: () => undefined,
    onBranch: () => undefined,
    onAgain: () => undefined,
    backUrl: '#',
  };
}

const shown = (props: DebriefViewProps) => renderToString(<DebriefView {...props} />);

function playedBy(who: string, id: ScenarioId, level: Level, seed: string): Act[] {
  if (who === 'expert') return expertRun(drawScenario(writtenOf(id), seed), { level, seed });
  const player = playersOf(level).find((one) => one.player.id === who)?.player;
  if (!player) throw new Error(`no player ${who} at level ${level}`);
  return playRun(drawnText(id, seed), { level, seed }, player, seed).log.map(({ act }) => act);
}

describe.each(['zh', 'en'] as const)('%s', (language) => {
  test.each(SCENARIO_IDS)('%s: whoever played, at any level, reads sentences without a hole', (id) => {
    for (const level of [1, 2, 3] as const)
      for (const who of ['expert', 'mediocre', 'random', 'pushy']) {
        const seed = 'holes';
        const html = shown(propsOf(id, language, { level, seed }, playedBy(who, id, level, seed)));
        const text = html.replace(/<[^>]*>/g, ' ');
        expect(text, `${who} at level ${level}`).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
      }
  });
});

test('r-a: a debrief, on screen and on paper, tells the figures of its run and never the dossier’s', () => {
  const seed = 'figures-1';
  const dossier = { ...drawnText('r-a', 'default').drawn };
  const drawn = drawnText('r-a', seed).drawn ?? {};
  const { gain, one_point: point, cogs, order, capital, losses_saved: losses, loss } = drawn;
  for (const level of [1, 2] as const) {
    const html = shown(propsOf('r-a', 'zh', { level, seed }, playedBy('random', 'r-a', level, seed)));
    for (const [id, own] of Object.entries({ gain, one_point: point, cogs, order })) {
      expect(own, id).not.toBe(dossier[id]);
      expect(html, id).not.toContain(dossier[id]?.toLocaleString('en-US'));
    }
    expect(html).not.toMatch(/五万零一百七十七|一万零一百|345\.6万|345万6/);
    const own = [gain, capital, losses, loss].map((figure) => figure?.toLocaleString('en-US') ?? '');
    expect(own.filter((figure) => html.includes(figure)).length).toBeGreaterThan(0);
  }
});

test('who left before the first word is told so, and still sees what was there to be found', () => {
  const html = shown(propsOf('d-a', 'zh', { level: 1, seed: 'default' }, [{ type: 'run.leave' }]));
  expect(html).toContain('没有谈起来');
  expect(html).toContain('没露出14件');
  expect(html).not.toContain('curve-plot');
});

test('a lesson is a link once it is written, and its title until then', () => {
  const plan = { level: 1, seed: 'default' } as const;
  const props = propsOf('f-a', 'zh', plan, playedBy('pushy', 'f-a', 1, 'default'));
  const key = 'lesson';
  const ref = { lessonId: 'm2-fab-pitch', lessonNumber: 20, title: 'FAB产品介绍技术' };
  const every = (one: object) => new Proxy({}, { get: () => one }) as DebriefViewProps['principles'];
  expect(shown({ ...props, principles: every(ref) })).not.toContain('<a href');
  const linked = shown({ ...props, principles: every({ ...ref, url: `/learn/m2-fab-pitch/#${key}` }) });
  expect(linked).toContain(`<a href="/learn/m2-fab-pitch/#${key}">第20课 FAB产品介绍技术</a>`);
});

test('no rounding makes a pass of 69.75', () => {
  expect(points(69.75)).toBe('69.75');
  expect(points(84.5)).toBe('84.5');
  expect(points(70)).toBe('70');
  expect([signed(3.4), signed(-4.2), signed(0.3)]).toEqual(['+3', '−4', '0']);
});

test('both languages have the same places to fill, so that no figure is lost in one of them', () => {
  const places = (value: unknown): unknown =>
    typeof value === 'string'
      ? [...new Set(value.match(/\{\w+\}/g) ?? [])].sort()
      : Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, places(one)]));
  expect(places(debriefStrings('en'))).toEqual(places(debriefStrings('zh')));
});

test('a level nobody can get is never held out as the next one', () => {
  for (const language of ['zh', 'en'] as const) {
    const lines = Object.values(rubricStrings(language)).flatMap((criteria) =>
      Object.values(criteria).flatMap(({ levels }) => levels),
    );
    // Appendix B has a dash there: evidence 2, lawful 1 and 3, no pitch 3, range 1, decision 2.
    expect(lines.filter((line) => line === debriefStrings(language).between)).toHaveLength(6);
  }
});

describe('drawing', () => {
  const pieceOf = (values: readonly number[]) => [
    { points: values.map((value, at) => ({ at, trust: value, patience: 100 - value, interest: value / 2 })) },
  ];

  test('marks of neighbouring rounds stand on lanes of their own', () => {
    const shape = curveShape(pieceOf(Array.from({ length: 25 }, (_, n) => 40 + n)), [11, 12, 13], 66);
    expect(new Set(shape.markY).size).toBe(3);
    const apart = curveShape(pieceOf([40, 50, 60, 50, 40]), [1, 2, 3], 66);
    expect(new Set(apart.markY).size).toBe(1);
  });

  test('labels at the end never cover each other, however close the values', () => {
    for (const [trust, patience, interest] of [
      [50, 50, 50],
      [0, 1, 2],
      [100, 99, 98],
      [50, 51, 90],
    ] as const) {
      const last = { at: 2, trust, patience, interest };
      const shape = curveShape(
        [{ points: [{ at: 0, trust: 10, patience: 90, interest: 50 }, last] }],
        [],
        66,
      );
      const heights = LINES.map((line) => labelHeights(last, shape)[line]).sort((a, b) => a - b);
      heights.slice(1).forEach((height, n) => {
        expect(height - (heights[n] ?? 0)).toBeGreaterThanOrEqual(16.9);
      });
    }
  });

  test('the iceberg has a place for every part, found above the water and hidden below', () => {
    for (const [found, missed] of [
      [0, 17],
      [17, 0],
      [4, 3],
      [1, 1],
    ] as const) {
      const { above, below, water, height } = icebergShape(found, missed);
      expect([above.length, below.length]).toEqual([found, missed]);
      expect(above.every(({ y }) => y > 12 && y < water)).toBe(true);
      expect(below.every(({ y }) => y > water && y < height - 12)).toBe(true);
      expect(new Set([...above, ...below].map(({ x, y }) => `${x} ${y}`)).size).toBe(found + missed);
    }
  });
});
