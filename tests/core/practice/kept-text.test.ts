import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interaction } from '#core/model/interaction.schema.ts';
import { keptLabels } from '#core/practice/kept-labels.ts';
import { bothTexts, keptLines, packTexts, unpackTexts } from '#core/practice/kept-text.ts';

describe('what was written becomes one text of the record', () => {
  test('one field: the words themselves, without blanks around', () => {
    expect(packTexts({ text: ' 我想写的 ' }, ['text'])).toBe('我想写的');
  });

  test('several fields: by field, in their order, empty ones left out', () => {
    const texts = { act: '就先看成交表', goal: '448,000元', why: '  ' };
    expect(packTexts(texts, ['goal', 'why', 'act'])).toBe('{"goal":"448,000元","act":"就先看成交表"}');
  });

  test('nothing written is nothing to keep', () => {
    expect(packTexts({ text: ' \n' }, ['text'])).toBe('');
  });

  test('a field the author took out: its words stay', () => {
    expect(packTexts({ goal: '目标', old: '旧的' }, ['goal'])).toBe('{"goal":"目标","old":"旧的"}');
  });

  test('whatever was written comes back', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'text'), { minLength: 1 });
    const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(ids, fc.array(words, { minLength: 4, maxLength: 4 }), (fields, texts) => {
        const written = Object.fromEntries(fields.map((id, index) => [id, (texts[index] as string).trim()]));
        const packed = packTexts(written, fields);
        // One field whose words are a JSON object of texts themselves is read as fields: no learner writes that.
        fc.pre(fields.length > 1 || !packed.startsWith('{'));
        expect(unpackTexts(packed, fields)).toEqual(written);
      }),
    );
  });

  test('own words that begin with a bracket are own words', () => {
    expect(unpackTexts('{周一} 先打电话', ['text'])).toEqual({ text: '{周一} 先打电话' });
    expect(unpackTexts('{"n": 1}', ['text'])).toEqual({ text: '{"n": 1}' });
  });

  test('words kept while there was one field go to the first of several', () => {
    expect(unpackTexts('我的目标', ['goal', 'why'])).toEqual({ goal: '我的目标' });
  });
});

test('typed before the draft was read: neither is thrown away, and nothing stands twice', () => {
  expect(bothTexts({ goal: '草稿', why: '因为' }, { goal: '早打的字', obstacle: '忙', why: '因为' })).toEqual(
    {
      goal: '草稿\n早打的字',
      why: '因为',
      obstacle: '忙',
    },
  );
  expect(bothTexts({}, { goal: '早打的字' })).toEqual({ goal: '早打的字' });
});

describe('the record shows it in words', () => {
  const text = (zh: string) => ({ zh, en: `${zh} in English` });

  test('a rating: markers and the one picked by their names', () => {
    const rating = {
      kind: 'rating',
      pick: text('先练哪一条'),
      axes: [
        { markers: [{ id: 'self', text: text('自律') }] },
        { markers: [{ id: 'honest', text: text('诚信') }] },
      ],
    } as unknown as Interaction;
    const kept = packTexts({ self: '2', honest: '4', pick: 'self' }, ['self', 'honest', 'pick']);
    expect(keptLines(kept, keptLabels(rating, 'zh'))).toEqual([
      { label: '自律', text: '2' },
      { label: '诚信', text: '4' },
      { label: '先练哪一条', text: '自律' },
    ]);
  });

  test('a grid: row and column', () => {
    const grid = {
      kind: 'grid',
      rows: [{ id: 'fast', text: text('快速反应') }],
      columns: [{ id: 'who', text: text('谁来做') }],
    } as unknown as Interaction;
    expect(keptLines('{"fast.who":"我"}', keptLabels(grid, 'zh'))).toEqual([
      { label: '快速反应·谁来做', text: '我' },
    ]);
  });

  test('plain words have no label; an id the lesson no longer knows shows as it is', () => {
    expect(keptLines('就这样', {})).toEqual([{ text: '就这样' }]);
    expect(keptLines('{"gone":"还在"}', {})).toEqual([{ label: 'gone', text: '还在' }]);
    expect(keptLines('', {})).toEqual([]);
  });
});
