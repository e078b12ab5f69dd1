import { dayOf, isDayEnd } from '#client/cohort/due-day.ts';
import type { AssignmentKind } from '#core/cohort/cohort.ts';
import type { Language } from '#core/model/text.ts';
import { fill } from '#core/text/fill.ts';
import type { CohortsProps, LeadStrings, LedLesson } from './cohorts-props.ts';

const localeOf = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en');

/** `2026年12月1日`, by the calendar of whoever looks. @param at epoch ms. */
export const dateOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }).format(at);

/** Day and minute. @param at epoch ms. */
export const momentOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** A day, and the minute where the day does not end here at that moment: another trainer may have set it elsewhere. */
export const dueText = (at: number, language: Language): string =>
  (isDayEnd(at) ? dateOf : momentOf)(at, language);

/** Years come into tables as four digits, so that columns of days can be compared: `2026-12-01`. */
export const shortDayOf = dayOf;

/** `第20课 FAB产品介绍`. */
export const lessonName = (lesson: LedLesson, strings: CohortsProps['strings']): string =>
  `${fill(strings.goals.lesson, { n: lesson.number })} ${lesson.title}`;

/** What acts on cohorts say: nothing while they are under way. */
export const leadWords = (strings: LeadStrings) => ({
  busy: '',
  refused: { ...strings.refused, 'signed-out': strings.signIn, forbidden: strings.forbidden },
});

/** What an assignment is about; an id the course no longer has stands for itself. */
export function activityName(
  { kind, activityId }: { kind: AssignmentKind; activityId: string },
  { lessons, scenarios, strings }: Pick<CohortsProps, 'lessons' | 'scenarios' | 'strings'>,
): string {
  if (kind === 'scenario') return scenarios.find(({ id }) => id === activityId)?.title ?? activityId;
  const lesson = lessons.find(({ id }) => id === activityId);
  return lesson ? lessonName(lesson, strings) : activityId;
}
