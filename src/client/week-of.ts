import { isoWeekOf } from '#core/practice/iso-week.ts';

/** The week that a moment lies in by this device's calendar, as `2026-W48`. @param at epoch ms, UTC. */
export function weekOf(at: number): string {
  const day = new Date(at);
  return isoWeekOf(day.getFullYear(), day.getMonth() + 1, day.getDate());
}
