import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '#core/simulator/free-text/figures.ts';
import { normalise, unitsOf } from '#core/simulator/free-text/normal-form.ts';
import { describeReading, mayKeepTag } from '#core/simulator/free-text/reading-result.ts';
import { HONEST_TAGS, LOW_TAGS } from '#core/simulator/moves.ts';
import { lists, readingOf, rules, vectors } from './free-text-rules.ts';

const TAGS = [...HONEST_TAGS, ...LOW_TAGS];
const tag = fc.constantFrom(...TAGS);
const words = [
  ...'我 您 不 没 保证 最 ，。？「」“”" \' ’ … — 您说 40 10,100 三成 万 a promise not junk 👍 \u200b \ud800'.split(
    ' ',
  ),
  ' ',
  '\n',
];
/** Anything a keyboard, a clipboard or an ill-meaning script can send. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 260 }),
  fc.string({ unit: 'grapheme', maxLength: 260 }),
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join('')),
  fc.constantFrom(...vectors.map((vector) => vector.text)),
);

describe('R14 any text', () => {
  test('gives one of the five results for every claim, with a step, and never throws', () => {
    fc.assert(
      fc.property(text, tag, text, fc.boolean(), (typed, claimed, lastLine, needStated) => {
        const situation = {
          lastLine,
          earlierLines: [lastLine],
          needStated,
          listeners: needStated ? 1 : 2,
        } as const;
        const reading = readingOf(typed, claimed, situation);
        expect(['accept', 'down', 'ask', 'hear', 'reject']).toContain(reading.kind);
        expect(describeReading(reading)).toContain(reading.because.step);
        if (reading.kind === 'accept') expect(reading.tag).toBe(claimed);
        if (reading.kind === 'ask') expect(reading.tags[0]).not.toBe(reading.tags[1]);
        if (reading.kind === 'hear') expect(lists.dangers.map((danger) => danger.tag)).toContain(reading.tag);
        expect(readingOf(typed, claimed, situation)).toEqual(reading);
      }),
      { numRuns: 500 },
    );
  });

  test('R1 normalising twice changes nothing', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const once = normalise(typed, rules.simplified);
        expect(normalise(once, rules.simplified)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test('R1 no single character is read differently the second time', () => {
    const changed: string[] = [];
    for (let from = 0; from <= 0x10ffff; from += 0x400) {
      const points = Array.from({ length: 0x400 }, (_, index) => String.fromCodePoint(from + index));
      const once = normalise(`a${points.join('a')}a`, rules.simplified);
      if (normalise(once, rules.simplified) !== once) changed.push(from.toString(16));
    }
    expect(changed).toEqual([]);
  });

  test('R2 what is rejected as long is longer than 120 units, and nothing else is', () => {
    fc.assert(
      fc.property(text, tag, (typed, claimed) => {
        const reading = readingOf(typed, claimed);
        const isLong = reading.kind === 'reject' && reading.reason === 'long';
        const isEmpty = reading.kind === 'reject' && reading.reason === 'empty';
        if (!isEmpty) expect(isLong).toBe(unitsOf(typed) > 120);
      }),
    );
  });

  test('R13 a tag is kept at most three times, never for harm, a pitch, or nothing', () => {
    fc.assert(
      fc.property(text, tag, fc.integer({ min: 0, max: 5 }), (typed, claimed, kept) => {
        const reading = readingOf(typed, claimed);
        if (!mayKeepTag(reading, kept)) return;
        expect(kept).toBeLessThan(3);
        expect(['down', 'ask']).toContain(reading.kind);
        if (reading.kind === 'down') expect(reading.tag).not.toMatch(/^pitch/);
      }),
    );
  });

  test('figures are found in any text without error', () => {
    fc.assert(
      fc.property(text, (typed) => {
        for (const figure of figuresOf(normalise(typed, rules.simplified))) expect(figure).not.toBe('');
      }),
    );
  });
});
