import { expect, test } from 'vitest';
import { byInitial, initialOf } from '../../src/catalog/reference.ts';

test.each([
  // The reading is the common one of the first character.
  ['成交', 'C'],
  ['费比模式', 'F'],
  ['关心圈', 'G'],
  ['利益', 'L'],
  ['区域', 'Q'],
  ['优势', 'Y'],
  ['证据', 'Z'],
  ['阿', 'A'],
  ['FAB', 'F'],
  ['woop', 'W'],
])('%s is looked up under %s', (word, letter) => {
  expect(initialOf(word)).toBe(letter);
});

test('groups run from A to Z, words in a group by pinyin', () => {
  const words = ['证据', '利益', '课程', '客户', '经销商'];
  // jīng, kè (客, 9 strokes), kè (课, 10), lì, zhèng: character by character, as dictionaries do.
  expect(byInitial(words, (word) => word, 'zh')).toEqual([
    ['J', ['经销商']],
    ['K', ['客户', '课程']],
    ['L', ['利益']],
    ['Z', ['证据']],
  ]);
});
