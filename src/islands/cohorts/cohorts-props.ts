import type { Language } from '#core/model/text.ts';
import type { CohortStrings } from '#i18n/cohorts.ts';

export type LeadStrings = CohortStrings['lead'];

/** A lesson as reports name it, in the page's language. */
export interface LedLesson {
  id: string;
  number: number;
  realm: string;
  title: string;
  /** Complete “you can …”. */
  objectives: readonly { id: string; text: string }[];
  /** Block id → its title, and names for the ids in what is written there. */
  writing: Readonly<Record<string, { title: string; labels: Readonly<Record<string, string>> }>>;
}

export interface CohortsProps {
  language: Language;
  strings: LeadStrings;
  lessons: readonly LedLesson[];
  scenarios: readonly { id: string; title: string }[];
  /** Worksheets by id: how they are called, and the file with their fields. */
  sheets: Readonly<Record<string, { title: string; url: string }>>;
  /** This page without a cohort chosen. */
  listPath: string;
  joinPath: string;
  signInPath: string;
}
