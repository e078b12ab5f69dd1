import type { Realm } from '#core/model/lesson.ts';
import type { Language } from '#core/model/text.ts';
import type { AccountStrings } from '#i18n/account.ts';
import type { CohortStrings } from '#i18n/cohorts.ts';
import type { MeStrings } from '#i18n/me.ts';
import type { SyncStrings } from '#i18n/me-sync.ts';

/** Pages of this site, in the page's language. */
export interface AccountPaths {
  signIn: string;
  cohorts: string;
  admin: string;
}

/** A lesson as `/me` names it, in the page's language. */
export interface MeLesson {
  id: string;
  number: number;
  realm: Realm;
  title: string;
  /** Absent while the lesson is not written. */
  url?: string;
  /** Complete “you can …”; empty while not written. */
  objectives: readonly { id: string; text: string }[];
  /** Item id → id of the block that teaches it, for links; items without one lead to the lesson. */
  blocks?: Readonly<Record<string, string>>;
  /** Block id → its title, and names for the ids in what is written there. */
  writing?: Readonly<Record<string, { title: string; labels: Readonly<Record<string, string>> }>>;
}

/** A role-play, as the note made after it names it. */
export interface MeScenario {
  title: string;
  url: string;
}

export interface MeProps {
  language: Language;
  strings: MeStrings;
  sync: SyncStrings;
  /** Classes: what is set, what is shared, leaving. */
  cohort: Pick<CohortStrings, 'own' | 'told' | 'comma'>;
  joinPath: string;
  account: AccountStrings;
  paths: AccountPaths;
  /** All lessons of the course in order, written or not. */
  lessons: readonly MeLesson[];
  /** By scenario id. */
  scenarios: Readonly<Record<string, MeScenario>>;
  /** Titles of worksheets, by their id. */
  sheets: Readonly<Record<string, string>>;
}
