/** Amounts as they are said in Chinese. Whole numbers from 0 to below 10¹². */

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];
const GROUPS = ['', '万', '亿'];

/** One digit in its place; places count from the last. */
interface Place {
  digit: number;
  place: number;
}

/** 50177 → 五万零一百七十七; 两 only before the first 百, 千, 万, 亿. */
export function spokenFull(value: number): string {
  return spoken(value, false);
}

/** The unit of the last digit dropped where the one before stands next to it: 27000 → 两万七, 436000 → 四十三万六. */
export function spokenShort(value: number): string {
  return spoken(value, true);
}

function spoken(value: number, short: boolean): string {
  if (value === 0) return '零';
  const places = placesOf(value);
  const last = places.at(-1) as Place;
  const before = places.at(-2);
  const drops = short && last.place % 4 > 0 && last.place > 1 && before?.place === last.place + 1;
  return places
    .map((one, index) => {
      const next = places[index + 1]?.place ?? 0;
      const unit =
        drops && one === last
          ? ''
          : `${UNITS[one.place % 4]}${groupAfter(one.place, next, index === places.length - 1)}`;
      return `${hasGap(places, index) ? '零' : ''}${digitOf(one, index)}${unit}`;
    })
    .join('');
}

function placesOf(value: number): Place[] {
  return [...String(value)]
    .map((digit, index, all) => ({ digit: Number(digit), place: all.length - 1 - index }))
    .filter(({ digit }) => digit > 0);
}

/** 万 or 亿 closes its group: after the last digit that the group has. */
function groupAfter(place: number, next: number, isLast: boolean): string {
  const group = Math.floor(place / 4);
  return isLast || Math.floor(next / 4) < group ? (GROUPS[group] ?? '') : '';
}

/** 零 stands for noughts before a digit of the same group, and for those at the head of a group: 十万二千, 五万零一百. */
function hasGap(places: readonly Place[], index: number): boolean {
  const before = places[index - 1]?.place;
  const { place } = places[index] as Place;
  if (before === undefined) return false;
  const groups = Math.floor(before / 4) - Math.floor(place / 4);
  return groups === 0 ? before - place > 1 : groups > 1 || place % 4 < 3;
}

function digitOf({ digit, place }: Place, index: number): string {
  if (digit === 1 && place % 4 === 1 && index === 0) return '';
  if (digit === 2 && index === 0 && place > 1 && place % 4 !== 1) return '两';
  return DIGITS.charAt(digit);
}

/** Tenths as a share is said: 0.28 → 两成八, 0.3 → 三成. @param ratio whole per cents, from 0.1 to below 1. */
export function spokenShare(ratio: number): string {
  const percent = Math.round(ratio * 100);
  const tens = Math.floor(percent / 10);
  const ones = percent % 10;
  return `${tens === 2 ? '两' : DIGITS.charAt(tens)}成${ones ? DIGITS.charAt(ones) : ''}`;
}
