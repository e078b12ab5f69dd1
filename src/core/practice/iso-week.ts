/**
 * The week a day lies in.
 * @param month 1 to 12, by the device's calendar.
 * @returns `2026-W09`; the year is the one that most of the week lies in.
 * @see ISO 8601: weeks begin on Monday, week 1 holds the first Thursday of the year.
 */
export function isoWeekOf(year: number, month: number, day: number): string {
  const today = dayNumber(year, month, day);
  const weekday = modulo(today + 3, 7); // 1970-01-01 was a Thursday; Monday is 0
  const thursday = today - weekday + 3;
  const weekYear = [year + 1, year].find((one) => thursday >= dayNumber(one, 1, 1)) ?? year - 1;
  const week = Math.floor((thursday - dayNumber(weekYear, 1, 1)) / 7) + 1;
  return `${weekYear}-W${String(week).padStart(2, '0')}`;
}

/** @param date `2026-11-26`, one that exists. @returns weeks (Monday to Sunday) since the one that holds 1970-01-01. */
export const weekNumberOf = (date: string): number => Math.floor((dayNumberOf(date) + 3) / 7);

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** @param date `2026-11-26`, one that exists. */
export const weekdayOf = (date: string): (typeof WEEKDAYS)[number] =>
  WEEKDAYS[modulo(dayNumberOf(date) + 3, 7)] ?? 'mon';

function dayNumberOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return dayNumber(year, month, day);
}

/**
 * Days since 1970-01-01 in the Gregorian calendar.
 * @see Howard Hinnant, chrono-compatible low-level date algorithms, days_from_civil.
 */
function dayNumber(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * modulo(month - 3, 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const modulo = (value: number, by: number) => ((value % by) + by) % by;
