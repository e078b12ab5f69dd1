import { isoWeekOf, weekdayOf, weekNumberOf } from '../practice/iso-week.ts';
import { hasNumber } from '../practice/text-marks.ts';
import { groupBy } from '../progress/fact-order.ts';
import { daysBetween, isEmpty } from './values.ts';
import type { Fields, Output, Row } from './worksheet.ts';

/** Green: on the way · amber: up to 25 points behind what the days gone would ask · red: more. */
export type Pace = 'green' | 'amber' | 'red';

export interface ProgressOutput {
  /** (now − from) ÷ (to − from), as it is; shown from −0.2 to 1.2. */
  ratio: number;
  /** Share of the days gone, 0 to 1; absent without both dates. */
  expected?: number;
  pace?: Pace;
}

const BEHIND: readonly (readonly [by: number, pace: Pace])[] = [
  [0.1, 'green'],
  [0.25, 'amber'],
];

/**
 * How far a goal is (toolbox.md T-01).
 * @param today `2026-11-26`
 * @returns undefined while a figure is missing, or target and baseline are equal.
 */
export function progressOf(
  { from, to, now, start, due }: Extract<Output<string>, { kind: 'progress' }>,
  fields: Fields,
  today: string,
): ProgressOutput | undefined {
  const [base, target, current] = [from, to, now].map((id) => fields[id]);
  if (
    typeof base !== 'number' ||
    typeof target !== 'number' ||
    typeof current !== 'number' ||
    base === target
  )
    return undefined;
  const ratio = (current - base) / (target - base);
  const whole = daysBetween(fields[start], fields[due]);
  const gone = daysBetween(fields[start], today);
  if (!whole || whole < 0 || gone === undefined) return { ratio };
  const expected = Math.min(1, Math.max(0, gone / whole));
  const behind = expected - ratio;
  return { ratio, expected, pace: BEHIND.find(([by]) => behind <= by + 1e-9)?.[1] ?? 'red' };
}

/** Which checks of a goal hold, in their order. */
export function qualityOf(
  { checks }: Extract<Output<string>, { kind: 'quality' }>,
  fields: Fields,
): boolean[] {
  return checks.map(({ need, field }) => {
    const value = fields[field];
    if (isEmpty(value)) return false;
    if (need === 'number') return hasNumber(String(value));
    if (need === 'row')
      return (
        Array.isArray(value) &&
        (value as readonly Row[]).some((row) => Object.values(row).some((one) => !isEmpty(one)))
      );
    return true;
  });
}

const rowsOf = (fields: Fields, list: string): readonly Row[] => {
  const value = fields[list];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
};

/** @returns in how many different weeks (Monday to Sunday) there is an entry. */
export function weeksOf(
  { list, date: field }: Extract<Output<string>, { kind: 'weeks' }>,
  fields: Fields,
): number {
  const weeks = rowsOf(fields, list).flatMap((row) => {
    const day = row[field];
    if (daysBetween(day, day) !== 0) return [];
    const [year = 0, month = 0, date = 0] = String(day).split('-').map(Number);
    return [isoWeekOf(year, month, date)];
  });
  return new Set(weeks).size;
}

/** @returns option id → entries that name it. */
export function tallyOf(
  { list, field }: Extract<Output<string>, { kind: 'tally' }>,
  fields: Fields,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rowsOf(fields, list)) {
    const named = row[field];
    for (const id of Array.isArray(named) ? (named as readonly string[]) : [])
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export interface AverageOutput {
  /** Of the week that holds today; absent while nothing is marked in it. */
  now?: number;
  /** Mean of those of the four weeks before that have marks; absent while none has. */
  before?: { mean: number; weeks: number };
}

const WEEKS_BEFORE = 4;

/**
 * One's own weeks side by side (toolbox.md T-02: weekly total, own four-week average, no ranking).
 * @param today `2026-11-26`
 */
export function averageOf(
  output: Extract<Output<string>, { kind: 'average' }>,
  fields: Fields,
  today: string,
): AverageOutput {
  const totals = weekTotals(output, fields);
  const current = weekNumberOf(today);
  const now = totals.get(current);
  const before = [...Array(WEEKS_BEFORE).keys()].flatMap((back) => totals.get(current - 1 - back) ?? []);
  return {
    ...(now !== undefined && { now }),
    ...(before.length > 0 && {
      before: { mean: before.reduce((sum, one) => sum + one, 0) / before.length, weeks: before.length },
    }),
  };
}

/** Of two rows about one week the later one counts, as whoever corrects a week adds below. */
function weekTotals(
  { list, date, field }: Extract<Output<string>, { kind: 'average' }>,
  fields: Fields,
): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  for (const row of rowsOf(fields, list)) {
    const marks = row[field];
    if (typeof marks !== 'object' || Array.isArray(marks) || daysBetween(row[date], row[date]) !== 0)
      continue;
    const given = Object.values(marks as Record<string, number>);
    if (given.length > 0)
      totals.set(
        weekNumberOf(String(row[date])),
        given.reduce((sum, mark) => sum + mark, 0),
      );
  }
  return totals;
}

/** Is today the day of the week on which the sheet asks to be looked at again, and is there still time? */
export const isPrompted = (
  { day, due }: Extract<Output<string>, { kind: 'prompt' }>,
  fields: Fields,
  today: string,
): boolean => fields[day] === weekdayOf(today) && (daysBetween(today, fields[due]) ?? 0) >= 0;

/** Rows of one month. */
export interface MonthOfRows {
  /** `2026-11`; empty for rows without a date. */
  month: string;
  rows: readonly Row[];
}

/** @returns the rows chosen to be shown, by month, the latest month and in it the latest day first; undated ones last. */
export function chosenByMonth(
  output: Extract<Output<string>, { kind: 'showcase' }>,
  fields: Fields,
): MonthOfRows[] {
  const dayOf = (row: Row) =>
    daysBetween(row[output.date], row[output.date]) === 0 ? String(row[output.date]) : '';
  const chosen = rowsOf(fields, output.list)
    .filter((row) => row[output.chosen] === true)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  return [...groupBy(chosen, (row) => dayOf(row).slice(0, 7))].map(([month, rows]) => ({ month, rows }));
}
