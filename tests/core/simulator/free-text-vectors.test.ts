import { describe, expect, test } from 'vitest';
import { figuresIn } from '#core/simulator/free-text/known-figures.ts';
import { resultOf } from '#core/simulator/free-text/reading-result.ts';
import { readingOf, rules, type Vector, vectors } from './free-text-rules.ts';

/** `(empty)` and `(好 × 121)` stand for what a table cannot show. */
function textOf({ text }: Vector): string {
  if (text === '(empty)') return '';
  const [, one, times] = /^\((.) × (\d+)\)$/u.exec(text) ?? [];
  return one && times ? one.repeat(Number(times)) : text;
}

function read(vector: Vector) {
  const { last, two, need } = vector;
  return readingOf(textOf(vector), vector.claimed, {
    listeners: two ? 2 : 1,
    needStated: need ?? false,
    ...(last && { lastLine: last, knownFigures: figuresIn(rules, [last]) }),
  });
}

describe('sentences whose reading writers and learners rely on', () => {
  test('all 227 are here, 119 Chinese and 108 English, so that none was dropped to pass', () => {
    const ids = vectors.map(({ id }) => id);
    expect(new Set(ids).size).toBe(227);
    expect(ids.filter((id) => id.startsWith('Z'))).toHaveLength(119);
    expect(ids.filter((id) => id.startsWith('E'))).toHaveLength(108);
  });

  test.each(vectors)('$id $claimed: $text → $expected', (vector) => {
    const [result, elements = ''] = vector.expected.split(' + ');
    const reading = read(vector);
    expect(resultOf(reading), JSON.stringify(reading.because)).toBe(result);
    // The table calls an element by the list that proves it; the act is `what` in the blocks of level 2.
    const wanted = elements
      .split(' ')
      .filter(Boolean)
      .map((one) => (one === 'act' ? 'what' : one));
    expect(reading.kind === 'reject' ? [] : reading.elements).toEqual(expect.arrayContaining(wanted));
  });
});
