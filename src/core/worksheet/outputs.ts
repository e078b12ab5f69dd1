import { isoWeekOf } from '../practice/iso-week.ts';
import { hasNumber } from '../practice/text-marks.ts';
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

/** @returns the sum of all marks given; undefined while none is. */
export function totalOf(
  { field }: Extract<Output<string>, { kind: 'total' }>,
  fields: Fields,
): number | undefined {
  const marks = fields[field];
  if (typeof marks !== 'object' || Array.isArray(marks) || Object.keys(marks).length === 0) return undefined;
  return Object.values(marks as Record<string, number>).reduce((sum, mark) => sum + mark, 0);
}

/** @returns the rows chosen to be shown. */
export const chosenRows = (
  { list, chosen }: Extract<Output<string>, { kind: 'showcase' }>,
  fields: Fields,
): Row[] => rowsOf(fields, list).filter((row) => row[chosen] === true);
