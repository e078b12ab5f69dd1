import type { Told } from '#client/admin/admin-api.ts';
import type { Language } from '#core/model/text.ts';

const DAY_MS = 86_400_000;
const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');

/** Day and time on this device's clock. @param at epoch ms. */
export const timeOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** @param day as `dayNumber`. */
export const dayOf = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(day * DAY_MS);

export const countOf = (count: number): string => count.toLocaleString('en');

/** `1.4 GB`, in powers of 1,000 as disks are sold. */
export function sizeOf(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)} MB`;
  return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
}

/** What the server said, or our own sentence where it said nothing. */
export const saidOf = (told: Told<unknown>, otherwise: string): string =>
  told.status === 'refused' ? told.said || otherwise : '';
