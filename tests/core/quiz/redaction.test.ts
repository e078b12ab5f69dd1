import { describe, expect, test } from 'vitest';
import type { PublicItem } from '#core/model/item.ts';
import { arrangeItem } from '#core/quiz/arrange.ts';
import { assertRedacted, redactItem } from '#core/quiz/redaction.ts';
import { order } from './small.ts';
import { vectorItem, vectors } from './vectors.ts';

/** Words of the key, written here by hand: what must never reach a learner before scoring. */
const KEY_WORDS =
  /"(correct|credit|feedback|truth|truthFeedback|bin|match|elements|anyOf|forbidden|model|selfCheck|extension|key|tolerance|slips|value|parameters|twins)"/;

describe.each(vectors)('$name', ({ item }) => {
  test('I8 nothing of the key is left for a learner who looks into the page', () => {
    expect(JSON.stringify(redactItem(item))).not.toMatch(KEY_WORDS);
    expect(JSON.stringify(arrangeItem(item, 'seed'))).not.toMatch(KEY_WORDS);
  });

  test('I8 a field that authors get later stays hidden until it is picked', () => {
    const isPart = (value: unknown) => typeof value === 'object' && value !== null && !('zh' in value);
    const later = JSON.parse(JSON.stringify(item), (_key, value) =>
      isPart(value) && !Array.isArray(value) ? { ...value, hint: 'S3CRET' } : value,
    );
    expect(JSON.stringify(later)).toContain('S3CRET');
    expect(JSON.stringify(redactItem(later))).not.toContain('S3CRET');
  });

  test('I8 stem and base fields stay, so that the item can be shown and its facts can name it', () => {
    const { id, revision, lessonId, objective, bloom, status, stem, block, type } = item;
    expect(redactItem(item)).toMatchObject({
      id,
      revision,
      lessonId,
      objective,
      bloom,
      status,
      stem,
      block,
      type,
    });
  });
});

describe('I8 redaction looks at its own output again', () => {
  const leaks: [string, unknown][] = [
    ['correct', { ...redactItem(vectorItem('S')), options: vectorItem('S').options }],
    ['credit', { ...redactItem(vectorItem('SCN')), options: vectorItem('SCN').options }],
    ['bin', { ...redactItem(vectorItem('CAT')), cards: vectorItem('CAT').cards }],
    ['match', { ...redactItem(vectorItem('MAT')), left: vectorItem('MAT').left }],
    ['truth', { ...redactItem(vectorItem('TF')), truth: false }],
    ['elements', { ...redactItem(vectorItem('TXT')), elements: vectorItem('TXT').elements }],
    ['model', { ...redactItem(vectorItem('TXT')), model: vectorItem('TXT').model }],
    ['slips', { ...redactItem(vectorItem('NUM')), slips: vectorItem('NUM').slips }],
    ['key', { ...redactItem(vectorItem('NUM')), key: 121.8 }],
    ['twins', { ...redactItem(vectorItem('NUM')), twins: [] }],
    ['parameters', { ...redactItem(vectorItem('NUM')), parameters: { visits: 38 } }],
    ['correct', { ...redactItem(vectorItem('HOT')), spots: vectorItem('HOT').spots }],
    ['extension', { ...redactItem(vectorItem('S')), extension: vectorItem('S').extension }],
    [
      'the order of cards',
      { ...redactItem(order('q1')), cards: order('q1').cards.map(({ id, text }) => ({ id, text })) },
    ],
    [
      'the order of right',
      { ...redactItem(vectorItem('MAT')), right: [...vectorItem('MAT').right].reverse() },
    ],
  ];
  test.each(leaks)(
    'a redact function that lets %s through is stopped before the page is built',
    (what, item) => {
      expect(() => assertRedacted(item as PublicItem)).toThrow(
        new RegExp(`${what}.* would show the answer key`),
      );
    },
  );

  test('an order is sorted by id, so that the authored order does not leave the server', () => {
    const redacted = redactItem(order('q1'));
    expect(redacted.type === 'ORD' && redacted.cards.map((card) => card.id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('Q18 items as they are shown', () => {
  test('the same entry shows the same order on every device; another seed another one', () => {
    const item = vectorItem('CAT');
    const shown = (seed: string) => JSON.stringify(arrangeItem(item, seed));
    expect(shown('x/1')).toBe(shown('x/1'));
    expect(shown('x/1')).not.toBe(shown('x/2'));
  });

  test('an order to be made is never shown solved, so that every learner has something to do', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const shown = arrangeItem(order('q1'), `s${seed}`);
      expect(shown.type === 'ORD' && shown.cards.map((card) => card.id).join('')).not.toBe('dbca');
    }
  });

  test('the given card stands first, the others are shuffled behind it', () => {
    const pdca = vectorItem('ORD');
    for (let seed = 0; seed < 200; seed += 1) {
      const shown = arrangeItem(pdca, `s${seed}`);
      const ids = shown.type === 'ORD' ? shown.cards.map((card) => card.id) : [];
      expect(ids[0]).toBe('plan');
      expect([...ids].sort()).toEqual(pdca.cards.map((card) => card.id).sort());
      expect(ids).not.toEqual(pdca.cards.map((card) => card.id));
    }
  });

  test('bins keep their order, cards and both sides of pairs are shuffled', () => {
    const bins = new Set<string>();
    const cards = new Set<string>();
    const sides = new Set<string>();
    for (let seed = 0; seed < 50; seed += 1) {
      const sorted = arrangeItem(vectorItem('CAT'), `s${seed}`);
      const matched = arrangeItem(vectorItem('MAT'), `s${seed}`);
      if (sorted.type !== 'CAT' || matched.type !== 'MAT') throw new Error('an item changed its type');
      bins.add(sorted.bins.map((bin) => bin.id).join());
      cards.add(sorted.cards.map((card) => card.id).join());
      sides.add([...matched.left, ...matched.right].map((side) => side.id).join());
    }
    expect(bins.size).toBe(1);
    expect(cards.size).toBeGreaterThan(30);
    expect(sides.size).toBeGreaterThan(30);
  });
});
