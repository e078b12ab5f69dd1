import { describe, expect, test } from 'vitest';
import { beamLean, panWeight } from '#core/practice/balance.ts';
import { axisMeans, labelAnchor, labelLines, radarArea, radarPoint } from '#core/practice/radar.ts';

describe('a radar', () => {
  test('the first axis points up, the others follow clockwise', () => {
    expect([0, 1, 2, 3].map((index) => radarPoint(index, 4, 1, 100))).toEqual([
      [0, -100],
      [100, 0],
      [0, 100],
      [-100, 0],
    ]);
    // Three axes: 30° below the horizontal, cos 30° = 0.866, sin 30° = 0.5.
    expect(radarPoint(1, 3, 1, 100)).toEqual([86.6, 50]);
    expect(radarPoint(2, 3, 0.5, 100)).toEqual([-43.3, 25]);
  });

  test('an area goes through the means', () => {
    expect(radarArea([1, 0.5, 0, 0.2], 100)).toBe('0,-100 50,0 0,0 -20,0');
  });

  test('labels stand outside the corners', () => {
    expect([0, 86.6, -86.6].map(labelAnchor)).toEqual(['middle', 'start', 'end']);
  });

  test('a long label breaks, English between words, Chinese anywhere, and never loses a letter', () => {
    expect(labelLines('积极心态', 12)).toEqual(['积极心态']);
    expect(labelLines('专业技术与产品知识', 12)).toEqual(['专业技术与产', '品知识']);
    expect(labelLines('Professional skill', 12)).toEqual(['Professional', 'skill']);
    expect(labelLines('A very long name', 12)).toEqual(['A very long', 'name']);
    expect(labelLines('Antidisestablishmentarianism', 12)).toEqual(['Antidisestablishmentarianism']);
  });

  test('an axis is the mean of the marks given; without any it has none', () => {
    const axes = [{ markers: [{ id: 'a' }, { id: 'b' }] }, { markers: [{ id: 'c' }] }];
    expect(axisMeans(axes, { a: 3, b: 4 })).toEqual([3.5, undefined]);
  });
});

describe('a scale of values', () => {
  const cards = [
    { id: 'turns', side: 'benefit' },
    { id: 'ease', side: 'benefit' },
    { id: 'price', side: 'cost' },
  ];

  test('a pan carries its own cards; a card nobody weighed weighs nothing', () => {
    expect(panWeight(cards, 'benefit', { turns: 5, ease: 2, price: 4 })).toBe(7);
    expect(panWeight(cards, 'cost', { turns: 5 })).toBe(0);
  });

  test('it leans to the heavier side, no further than 12°, and not at all when both weigh the same', () => {
    expect(beamLean(0, 0)).toBe(0);
    expect(beamLean(5, 5)).toBe(0);
    expect(beamLean(7, 0)).toBe(-12);
    expect(beamLean(0, 3)).toBe(12);
    expect(beamLean(6, 2)).toBe(-6);
  });
});
