/**
 * Signs of a number and of a date in what a learner wrote, in Chinese or English. Found by form, not by sense: a hint to
 * read once more, never a verdict.
 */

const ONES = '一二两三四五六七八九十';
const COUNT = `(?:\\d+|[${ONES}百千万]+)`;

/** With a figure beside it: 「may」 and 「march」 alone are verbs. */
const MONTHS =
  '\\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|(?:nov|dec)(?:ember)?)\\b';

const DAYS = [
  // 2026-02-28, 2026年2月, 2/28
  '\\d{4}[-./年]\\d{1,2}(?:[-./月]\\d{1,2}[日号]?|月)?',
  '(?<![\\d/])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])(?![\\d/])',
  // 2月28日, 二月底, 28号
  `(?:\\d{1,2}|[${ONES}]{1,2})月(?:${COUNT}[日号]?|[底末初])?`,
  '\\d{1,2}[日号](?![楼线仓店])',
  // 周一, 下周, 月底, 明天, 三季度
  '(?:周|星期|礼拜)[一二三四五六日天末]',
  '[下本这](?:周|个?月|个?季度|星期)',
  '(?:年|月|季度?|周)[底末初]',
  '[今明后](?:天|晚|早|年)',
  '[一二三四]季度',
  // 90天内, 两周之后
  `${COUNT}个?(?:天|日|周|星期|月|年)(?:[之以]?[内后前])`,
  // English
  `${MONTHS}\\.?\\s+\\d{1,4}`,
  `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTHS}`,
  '\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b',
  '\\b(?:today|tonight|tomorrow|month-end|year-end|weekend)\\b',
  '\\b(?:next|this|by|of|of the)\\s+(?:week|month|quarter|year)\\b',
  '\\b(?:with)?in\\s+\\d+\\s+(?:day|week|month|year)s?\\b',
  '\\d+\\s+(?:day|week|month|year)s?\\s+(?:from|after|before)\\b',
];

const TIMES = ['\\d{1,2}[:：]\\d{2}', '\\d{1,2}点(?:半|\\d{1,2}分)?', '\\b\\d{1,2}\\s?[ap]\\.?m\\b'];

const MEASURES = '[个家单次户人组款片平米元块成倍条张遍步套箱车句项天周]|分钟|小时|万|百分|方案|个月';

const NUMBERS = [
  '\\d',
  `[${ONES}百千]+(?:${MEASURES})`,
  '百分之|一半|翻番',
  '\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|double|twice)\\b',
];

const pattern = (parts: readonly string[], flags = '') => new RegExp(parts.join('|'), flags);
const day = pattern(DAYS);
const dayOrTime = pattern([...DAYS, ...TIMES], 'g');
const number = pattern(NUMBERS);

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** Names a day, a month, a weekday or a term such as 90天内. */
export const hasDate = (text: string): boolean => day.test(plain(text));

/** Names how much or how many. Figures of a date or of a clock do not count: 「2月28日9点」 holds no number. */
export const hasNumber = (text: string): boolean => number.test(plain(text).replace(dayOrTime, ' '));
