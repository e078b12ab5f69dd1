import { describe, expect, test } from 'vitest';
import { checkStates, type TextCheck } from '#core/practice/text-checks.ts';
import { hasDate, hasNumber } from '#core/practice/text-marks.ts';

describe('a goal has a number', () => {
  test.each([
    '恒美月出货从400,000元到448,000元',
    '每周打３个电话',
    '签下两家新店',
    '完成十二单',
    '成交率提高百分之五',
    '2月28日前拜访30家',
    '把退单减少一半',
    'visit three dealers',
    'raise sell-out by 12%',
    'cut returns by half',
    'visit 5 decorators',
    'train 3 junior guides',
  ])('%s', (text) => expect(hasNumber(text)).toBe(true));

  test.each([
    ['业绩好一些', 'a wish'],
    ['2月28日前把恒美做起来', 'a date is no measure'],
    ['90天内把恒美做起来', 'a term is no measure'],
    ['周一9点到店', 'a clock time is no measure'],
    ['大家一起努力，统一陈列', '一 in a word'],
    ['三心二意', 'a saying'],
    ['Be better by 28 February', 'a date is no measure'],
    ['call at 9:30', 'a clock time is no measure'],
    ['', 'nothing'],
  ])('%s does not (%s)', (text) => expect(hasNumber(text)).toBe(false));
});

describe('a goal has a date', () => {
  test.each([
    '2月28日前',
    '到二月底',
    '28号之前',
    '2027-02-28',
    '2027年3月',
    '截至２／２８',
    '每周一早上',
    '星期五下班前',
    '下周',
    '月底',
    '第三季度末',
    '90天内',
    '两周之内',
    '明天上午',
    'by 28 February',
    'until Feb 28',
    'by the 3rd of September',
    'from December 2026',
    'on Monday',
    'tomorrow',
    'within 90 days',
    'by the end of the month',
    'next quarter',
  ])('%s', (text) => expect(hasDate(text)).toBe(true));

  test.each([
    '拜访30家',
    '每天3单',
    '尽快',
    '3号楼的样板间',
    '一套方案',
    'may sell more',
    'march on',
    'visit 30 shops',
    'visit 5 decorators',
    'train 3 junior guides',
    '',
  ])('%s does not', (text) => expect(hasDate(text)).toBe(false));
});

const checks: TextCheck[] = [
  { kind: 'number', field: 'goal', text: '' },
  { kind: 'date', field: 'goal', text: '' },
  { kind: 'filled', field: 'obstacle', least: 4, text: '' },
  { kind: 'any-of', field: 'act', words: ['就', 'then'], text: '' },
  { kind: 'none-of', field: 'act', words: ['尽量', 'try to'], text: '' },
];

describe('what was written is looked at while it grows', () => {
  test('nothing written: everything open, nothing blamed', () => {
    expect(checkStates(checks, {})).toEqual(['open', 'open', 'open', 'open', 'open']);
  });

  test('a whole goal with obstacle and if-then', () => {
    const texts = {
      goal: '2月28日前恒美月出货到448,000元',
      obstacle: '周一我总被 叫走',
      act: '就先和马丽看成交表',
    };
    expect(checkStates(checks, texts)).toEqual(['met', 'met', 'met', 'met', 'met']);
  });

  test('a word that does harm is named; one letter too few does not fill a field, blanks do not either', () => {
    const texts = { goal: '多卖一点', obstacle: '没 空 啊', act: '就尽量早点去' };
    expect(checkStates(checks, texts)).toEqual(['open', 'open', 'open', 'met', 'hit']);
    expect(checkStates(checks, { act: 'Then I will try to go early' })[4]).toBe('hit');
    expect(checkStates(checks, { act: 'a country to visit' })[4]).toBe('met');
  });

  test('a field that is gone since is no reason to fail', () => {
    expect(checkStates([{ kind: 'number', field: 'gone', text: '' }], { goal: '30家' })).toEqual(['open']);
  });
});
