/** Due days as a date field has them: a day by the calendar of whoever looks, in time until its last moment. */

/** @param day `2026-12-01`. @returns epoch ms of the day's end; undefined when it is no day. */
export function dueAtOf(day: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!found) return undefined;
  const [year, month, date] = found.slice(1).map(Number) as [number, number, number];
  // One before the next day's start: on days when the clocks change that is still the last one.
  const end = new Date(year, month - 1, date + 1).getTime() - 1;
  // The 31st of a short month, and the day that an island left out when it changed sides, are none.
  return Number.isFinite(end) && end >= 0 && dayOf(end) === day ? end : undefined;
}

/**
 * Is a moment the last one of a day here? What was due at the end of a day elsewhere may be due here in the morning, and then the
 * hour has to be said.
 */
export const isDayEnd = (at: number): boolean => dueAtOf(dayOf(at)) === at;

/** @param at epoch ms. @returns `2026-12-01` by this device's calendar. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
