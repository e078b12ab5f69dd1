/** Figures in a sentence, so that 六万, 6万, 60,000 and “60 000” are the same one. */

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const HAN_SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SCALES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
};
const WORDS = [
  'one two three four five six seven eight nine',
  'ten twenty thirty forty fifty sixty seventy eighty ninety',
].flatMap((row, tens) => row.split(' ').map((word, index) => [word, (index + 1) * 10 ** tens] as const));
const ENGLISH: Readonly<Record<string, number>> = Object.fromEntries(WORDS);

const NUMERAL = `(?:\\d{1,3}(?:[ ,]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千]+|\\b(?:${WORDS.map(([word]) => word).join('|')})\\b`;
const SCALE = '(?:来|多)?(百|千|万|亿)| ?(hundred|thousand|million)\\b';
/** 三万四, 345万6: one digit after 万 that nothing follows is so many thousand. */
const TAIL = '(?:(?<=万)([1-9一二三四五六七八九])(?:千|(?=[,。;:、!?」)]|$)))?';
const PERCENT = ' ?%| ?per ?cent|个百分点|个点| ?points?\\b';
const FIGURE = new RegExp(
  `(一半|\\bhalf\\b)|(翻一?倍|\\b(?:twice|double[sd]?)\\b)|(几(?:成|倍|个点|万|个百分点)|\\bthird\\b)|百分之(${NUMERAL})|(${NUMERAL})(?:${SCALE})?${TAIL}(成|${PERCENT})?(倍)?`,
  'gu',
);

/**
 * The figures of a text in normal form, each in one spelling: `60000`, `30%`, `×2`. 成 and points are per cent.
 * A Han numeral or a small English number without scale or per cent (一起, one) is no figure.
 */
export function figuresOf(text: string): string[] {
  return [...text.matchAll(FIGURE)].flatMap((match) => {
    const [, half, twice, other, ofHundred, numeral, scale, englishScale, tail, share, fold] = match;
    if (half) return ['50%'];
    if (twice) return ['×2'];
    if (other) return [other];
    if (ofHundred) return [`${worthOf(ofHundred)}%`];
    const rest = tail ? worthOf(tail) * 1000 : 0;
    const value = worthOf(numeral ?? '') * (SCALES[scale ?? englishScale ?? ''] ?? 1) + rest;
    if (share) return [`${exact(share === '成' ? value * 10 : value)}%`];
    if (fold) return [`×${exact(value)}`];
    return scale || englishScale || isPlainFigure(numeral ?? '') ? [exact(value)] : [];
  });
}

/** Digits always; Han numerals from ten on in full form (四十); English from ten on. */
function isPlainFigure(numeral: string): boolean {
  return (
    /^\d/u.test(numeral) || (numeral.length > 1 && /[十百千]/u.test(numeral)) || (ENGLISH[numeral] ?? 0) >= 10
  );
}

function worthOf(numeral: string): number {
  if (/^\d/u.test(numeral)) return Number(numeral.replace(/[ ,]/gu, ''));
  return ENGLISH[numeral] ?? hanValue(numeral);
}

/** 三十六 → 36, 十 → 10, 两百 → 200, 一百八 → 180, 一百零八 → 108. */
function hanValue(numeral: string): number {
  let total = 0;
  let digit: number | undefined;
  let last = 1;
  for (const one of numeral) {
    const scale = HAN_SCALES[one];
    if (scale === undefined) {
      digit = HAN_DIGITS[one] ?? 0;
      if (digit === 0) last = 1;
    } else {
      total += (digit ?? 1) * scale;
      digit = undefined;
      last = scale;
    }
  }
  return total + (digit ?? 0) * (last >= 100 ? last / 10 : 1);
}

function exact(value: number): string {
  return String(Number(value.toPrecision(12)));
}
