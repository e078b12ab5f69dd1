import type { Language } from '#core/model/text.ts';
import { fill } from '#core/text/fill.ts';
import type { MeStrings } from '#i18n/me.ts';
import type { MeLesson } from './me-props.ts';

/** `第20课 FAB产品介绍`; a lesson the course no longer has is named by its id. */
export function lessonName(lesson: MeLesson | undefined, id: string, strings: MeStrings): string {
  return lesson
    ? `${fill(strings.lesson, { n: lesson.number })} ${lesson.title}`
    : fill(strings.oldLesson, { id });
}

/** Day and month in the reader's words. @param at epoch ms. */
export function dayOf(at: number, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  return new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric' }).format(at);
}

/** Day and minute. @param at epoch ms. */
export function momentOf(at: number, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const parts = {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  return new Intl.DateTimeFormat(locale, parts).format(at);
}

/** Whole percent, no space before the sign. @param ratio 0 to 1. */
export function percentOf(ratio: number): string {
  return `${Math.round(ratio * 100)}%`;
}

/** `2026-11-24` by the device's calendar, for a file name. @param at epoch ms. */
export function fileDate(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
