import { describe, expect, test } from 'vitest';
import { textsOf } from '#core/simulator/author/walk-scenario.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import type { FigurePlan } from '#core/simulator/figures/figures.ts';
import { DRAWN_SEEDS, drawnFlaws } from '#core/simulator/proof/drawn.ts';
import { drawnText, writtenText } from '../scenarios.ts';
import {
  archivedTexts,
  digitsOf,
  everyDraw,
  flawsIn,
  spellings,
  stripped,
  textAt,
  withFree,
} from './draws.ts';

/** R-C as it is read: the dossier’s words byte for byte, another draw’s by hand, and no figure left behind. */

const written = writtenText('r-c');

test('with the default seed every text that holds a figure is, byte for byte, what it was before', () => {
  const archived = archivedTexts('r-c-default.jsonl');
  const drawn = drawnText('r-c', DEFAULT_SEED);
  expect(archived).toHaveLength(104);
  for (const [path, text] of archived) expect(textAt(drawn, path), path).toBe(text);
});

/** Sales 2,920,000, rent 25,000, corner 37,000, worked out by hand. */
describe('r-c with another draw, as it is read', () => {
  const scenario = withFree(written, { sales: 2_920_000, rent: 25_000, corner: 37_000 });
  const texts = textsOf(scenario).map(({ text }) => text);
  const zh = texts.map((text) => text.zh).join('\n');
  const en = texts.map((text) => text.en).join('\n');

  test.each([
    // 2,920,000 × 30% = 876,000; × 24% − 25,000 = 185,240; 260,000 ÷ 185,240 × 12 = 16.8
    '多卖87.6万，一块钱落两毛四，扣掉房东要加的租和半个人手，共两万五，一年18万5出头，17个月回本。',
    '「十八万五，十七个月！',
    '一年落18.5万，约17个月回本',
    '一年落十八万五出头',
    // 12%: 84,096 − 25,000 = 59,096 → 52.8; 9%: 38,072 → 81.95; 16%: 87,128 → 35.8
    '9%、12%、16%，照您的账，82、53、36个月回本。',
    '最好的也要三十六个月',
    // 155,000 ÷ 700,800 = 22.1%
    '得多卖两成二还多，公司那三家都没做到',
    // 200,000 ÷ 87,128 × 12 = 27.5
    '26万要是压到20万，照最好的那家，28个月就回来。',
    '二十八个月就回来了',
    // 84,096 − 52,000 = 32,096
    '一年多落八万四，年年还能剩三万多。',
    // 52.8 × 30% = 15.8; × 70% = 37.0; × 50% = 26.4
    '补三成，您少掏七万八，回本短16个月。',
    '可少16个月也还要37个月',
    '补五成13万，按12%还要26.4个月，仍比租约长',
    // 74,000 ÷ (175,200 × 24%) × 12 = 21.1; 37,000 ÷ (116,800 × 24%) × 12 = 15.8
    '七万四，按涨6%算，21个月收回',
    '三万七，按涨4%算16个月收回',
    // 37,000 ÷ 1.92 = 19,271, up to 19,500; 37,000 − 16,500 × 1.92 = 5,320
    '多不出一万九千五就停在这一角：有一万九千五，两年刚好回本；只有一万六千五，要亏五千。',
  ])('%s', (said) => expect(zh).toContain(said));

  test.each([
    '876,000 more, 24 cents per yuan, less 25,000',
    '185,000 a year, 17 months.',
    '“185,000, seventeen months! See?',
    'By your sum 82, 53, 36 months.',
    'Even the best takes thirty-six months',
    'Two years take over 22%, none of the three did it.',
    'at +12% 84,100 more a year: over 30,000 to spare',
    'But sixteen less still leaves 37',
    'Under 19,500 more in three months we stop: 19,500 just pays in two years, 16,500 loses 5,000.',
  ])('%s', (said) => expect(en).toContain(said));
});

test('in every draw options keep to their lengths, mistakes stay apart, and no place is left', () => {
  for (const free of everyDraw(written.figures as FigurePlan))
    expect({ free, flaws: flawsIn(withFree(written, free)) }).toEqual({ free, flaws: [] });
});

describe('r-c with 20 other seeds', () => {
  test('its proofs hold: the expert earns 85 at every level, lengths, sources, mistakes', () => {
    expect(DRAWN_SEEDS).toHaveLength(20);
    expect(drawnFlaws(written)).toEqual([]);
  });

  test('the seeds do draw: every sum of sales, every rent, most corners', () => {
    const drawn = DRAWN_SEEDS.map((seed) => drawnText('r-c', seed).drawn as Record<string, number>);
    const kinds = (id: string) => new Set(drawn.map((figures) => figures[id])).size;
    expect([kinds('sales'), kinds('rent')]).toEqual([3, 2]);
    expect(kinds('corner')).toBeGreaterThan(4);
  });

  test('every figure that a text says in digits is one that the run has drawn or every run has', () => {
    const fixed = digitsOf(textsOf(written).map(({ text }) => stripped(text)));
    for (const seed of DRAWN_SEEDS) {
      const scenario = drawnText('r-c', seed);
      const known = new Set([...fixed, ...spellings(scenario.drawn ?? {})]);
      const lost = digitsOf(textsOf(scenario).map(({ text }) => text)).filter((figure) => !known.has(figure));
      expect(lost, seed).toEqual([]);
    }
  });

  test('no text keeps a figure of the dossier that other draws change', () => {
    // Said by the dossier alone; 24 months, 24 cents and 9%, 12%, 16% are of every run.
    const dossier =
      /两万四|2\.4万|24,000|90万|900,000|十九万|19\.2万|192,000|三万四|3\.4万|34,000|六万八|68,000|一万八|一万五|18,000|15,000/;
    const kept = textsOf(written).filter(({ text }) => dossier.test(text.zh + text.en));
    expect(kept).toEqual([]);
  });
});
