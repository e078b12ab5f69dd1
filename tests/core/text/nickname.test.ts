import { expect, test } from 'vitest';
import { readCohortName, readNickname } from '#core/text/nickname.ts';

test.each([
  ['小红', '小红'],
  ['  Wang   Fang ', 'Wang Fang'],
  ['Ｗａｎｇ①', 'Wang1'], // NFKC: full width and circled, one way of writing
  ['e\u0301', 'é'],
  ['王\u202e芳', '王芳'], // would turn the rest of the line round
  ['王\u2066芳\u2069', '王芳'],
  ['王\u200b芳\ufeff', '王芳'], // two names that look the same
  ['王\u200d芳', '王芳'],
  ['小\u0000红\u0007', '小红'],
  ['👩🏽‍💻', '👩🏽‍💻'], // the joiner makes one picture of three signs
  ['❤️‍🔥', '❤️‍🔥'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'], // a name like any other; pages escape it
  ['𠮷', '𠮷'],
])('%j is shown as %j', (typed, nickname) => {
  expect(readNickname(typed)).toEqual({ status: 'read', nickname });
});

test.each(['', '   ', '\u200b', '\u202e\u200f', '\n\t'])('%j shows nothing and is no name', (typed) => {
  expect(readNickname(typed)).toEqual({ status: 'refused', reason: 'empty' });
});

test('a name is as long as a reader counts it: forty characters', () => {
  expect(readNickname('红'.repeat(40)).status).toBe('read');
  expect(readNickname('👩🏽‍💻'.repeat(40)).status).toBe('read');
  expect(readNickname('红'.repeat(41))).toEqual({ status: 'refused', reason: 'too-long' });
  // One character with a thousand accents covers the lines above and below it.
  expect(readNickname(`a${'\u0315'.repeat(1_000)}`)).toEqual({ status: 'refused', reason: 'too-long' });
});

test('half a character is not passed on', () => {
  expect(readNickname('a\ud800')).toEqual({ status: 'read', nickname: 'a\ufffd' });
});

test('the name of a class keeps its Chinese punctuation; a nickname is found whichever was typed', () => {
  expect(readCohortName('第２期（周末班）：北京！\u200b')).toEqual({
    status: 'read',
    nickname: '第2期（周末班）：北京！',
  });
  expect(readNickname('小红（华东）')).toEqual({ status: 'read', nickname: '小红(华东)' });
});
