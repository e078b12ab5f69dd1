import { describe, expect, test } from 'vitest';
import { figuresIn, isKnown, knownFigures } from '#core/simulator/free-text/known-figures.ts';
import type { Run } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { heard, rules } from './free-text-rules.ts';

describe('R6 one figure has one spelling, so that the customer’s own is recognised', () => {
  test.each([
    ['一年多6万', ['60000']],
    ['一年多六万', ['60000']],
    ['60,000 yuan', ['60000']],
    ['60 000 yuan', ['60000']],
    ['sixty thousand yuan', ['60000']],
    ['345万6', ['3456000']],
    ['三万四，按涨4%算', ['34000', '4%']],
    ['三万四千', ['34000']],
    ['6万一年', ['60000']],
    ['一趟一百八', ['180']],
    ['一百零八', ['108']],
    ['三十六', ['36']],
    ['三千五', ['3500']],
    ['115.2万', ['1152000']],
    ['涨了三成', ['30%']],
    ['涨了百分之三十', ['30%']],
    ['up thirty per cent', ['30%']],
    ['up 30 %', ['30%']],
    ['up 30%', ['30%']],
    ['降三个点', ['3%']],
    ['three points off', ['3%']],
    ['一半的店', ['50%']],
    ['half the shops', ['50%']],
    ['翻一倍', ['×2']],
    ['it doubled', ['×2']],
    ['多几成', ['几成']],
    ['三十来万', ['300000']],
    ['两百家店', ['200']],
    ['10,100一单', ['10100']],
    ['一起算一下，说一声', []],
    ['the one you like', []],
    ['三万。', ['30000']],
  ])('%s → %j', (text, figures) => {
    expect(figuresIn(rules, [text])).toEqual(figures);
  });
});

describe('R6 a figure may be said rounded, but not another one', () => {
  test.each([
    ['340000', '345600', true],
    ['350000', '345600', true],
    ['345600', '345600', true],
    ['345000', '345600', true],
    ['360000', '345600', false],
    ['300000', '345600', false],
    ['30%', '30', false],
    ['30', '30%', false],
    ['12%', '12%', true],
    ['13%', '12%', false],
    ['3456000', '345600', false],
    ['几成', '30%', false],
  ])('%s for %s: %s', (said, meant, known) => {
    expect(isKnown(said, [meant])).toBe(known);
  });
});

describe('R6 where a figure may come from', () => {
  const claim = '做下来一年能省13.2万。';
  const scenario = {
    findings: [
      { id: 'breakage', text: '台账：一年赔出去13.2万' },
      { id: 'trips', text: '急送一个月三十趟' },
    ],
    stages: [
      {
        id: 'desk',
        kind: 'desk',
        rows: [
          { id: 'saving', kind: 'driver', unit: 'cny' },
          { id: 'roi', kind: 'range', unit: 'percent' },
        ],
      },
    ],
  } as unknown as Scenario<string>;
  const run = (
    findings: Run['findings'] = {},
    rows?: Record<string, number | string>,
  ): Pick<Run, 'findings' | 'log'> =>
    ({ findings, log: rows ? [{ act: { type: 'desk.close', rows, tags: {} } }] : [] }) as unknown as Run;
  const reading = (known: string[]) => heard(claim, 'quantify', { knownFigures: known });

  test('out of the air it is a number without source', () => {
    expect(reading(knownFigures(rules, scenario, run(), []))).toBe('hear:unsupported_number');
  });

  test('the customer named it in this phase', () => {
    const known = knownFigures(rules, scenario, run(), ['「一年赔出去十三万二。」']);
    expect(reading(known)).not.toMatch(/^hear/);
  });

  test('a shown finding prints it; a hidden one does not', () => {
    expect(reading(knownFigures(rules, scenario, run({ breakage: 'shown' }), []))).not.toMatch(/^hear/);
    expect(reading(knownFigures(rules, scenario, run({ trips: 'observed' }), []))).toBe(
      'hear:unsupported_number',
    );
  });

  test('the learner’s own desk has it, in yuan or per cent', () => {
    const known = knownFigures(rules, scenario, run({}, { saving: 132000, roi: 39.5, note: 'A' }), []);
    expect(known).toEqual(['132000', '39.5', '39.5%']);
    expect(reading(known)).not.toMatch(/^hear/);
  });

  test('hearsay makes even a known figure a number without source', () => {
    const known = knownFigures(rules, scenario, run({ breakage: 'shown' }), []);
    expect(heard('听说一年能省13.2万。', 'quantify', { knownFigures: known })).toBe(
      'hear:unsupported_number',
    );
  });

  test('a target, a stop rule and an open question claim nothing', () => {
    expect(heard('成交率到不了18%，我们就停下来。', 'disclose')).toBe('accept');
    expect(heard('哪一款一年能省3万？', 'ask_detail')).not.toMatch(/^hear/);
  });

  test('thousands and times of day are not cut in two', () => {
    expect(heard('您的台账上一年省10,100。', 'quantify')).toBe('accept');
    expect(heard('我保证今天17:00前给您电话。', 'propose_next')).toBe('accept');
  });
});
