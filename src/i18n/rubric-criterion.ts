import type { Language } from '#core/model/text.ts';

/** One criterion in plain words; `levels[n]` says what level n looks like, 0 to 4. */
export interface CriterionStrings {
  name: string;
  levels: readonly [string, string, string, string, string];
}

/** The criteria of one simulator by id; the counting rules behind the words stand in core/simulator/score. */
export type CriteriaStrings = Readonly<Record<string, CriterionStrings>>;

/** What stands for a level that no counting rule gives by itself. */
export const BETWEEN: Record<Language, string> = {
  zh: '介于上下两级之间。',
  en: 'Between the level above and the level below.',
};
