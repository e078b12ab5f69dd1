import { expect, test } from 'vitest';
import { groupedRecoveryCode, readRecoveryCode } from '#core/account/recovery-code.ts';
import { readUsername } from '#core/account/username.ts';

test.each([
  ['小红', '小红', '小红'],
  [' XiaoHong ', 'XiaoHong', 'xiaohong'],
  ['Ｘｉａｏ１', 'Xiao1', 'xiao1'],
  ['li.na+course@example.com', 'li.na+course@example.com', 'li.na+course@example.com'],
  ['É1', 'É1', 'é1'],
  ['𠮷田', '𠮷田', '𠮷田'],
  ['x'.repeat(40), 'x'.repeat(40), 'x'.repeat(40)],
])('%j is the name %j, compared as %j', (typed, username, key) => {
  expect(readUsername(typed)).toEqual({ status: 'read', username, key });
});

test.each([
  ['', 'too-short'],
  ['红', 'too-short'],
  ['𠮷', 'too-short'],
  ['x'.repeat(41), 'too-long'],
  ['小 红', 'signs'],
  ['a\u0000b', 'signs'],
  ['a\u202eb', 'signs'],
  ['<b>', 'signs'],
  ['\ud800ab', 'signs'],
])('%j is none: %s', (typed, reason) => {
  expect(readUsername(typed)).toEqual({ status: 'refused', reason });
});

test('a recovery code is read however it is typed, and shown in fives', () => {
  const code = 'ABCDEFGHJKMNPQRSTVWX';
  for (const typed of [
    'abcde-fghjk-mnpqr-stvwx',
    ' ABCDE FGHJK　MNPQR·STVWX ',
    'ＡＢＣＤＥfghjkmnpqrstvwx',
    code,
  ])
    expect(readRecoveryCode(typed)).toBe(code);
  for (const wrong of ['', 'ABCDE', `${code}A`, code.replace('A', 'I'), code.replace('A', '0')])
    expect(readRecoveryCode(wrong)).toBeUndefined();
  expect(groupedRecoveryCode(code)).toBe('ABCDE-FGHJK-MNPQR-STVWX');
});
