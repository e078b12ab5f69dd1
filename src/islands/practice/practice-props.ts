import type { Language } from '#core/model/text.ts';
import type { Level, SimulatorId } from '#core/simulator/scenario.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import type { DebriefStrings } from '#i18n/practice-debrief.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import type { CriterionStrings } from '#i18n/rubric-criterion.ts';

/** What a scenario's page gives its island. */
export interface PracticeProps {
  simulator: SimulatorId;
  scenarioId: string;
  revision: string;
  entryLevel: Level;
  /** The scenario in the page's language, and the words of the moves. */
  scenarioUrl: string;
  movesUrl: string;
  /** The rules that read a typed sentence; fetched at level 3 only. */
  rulesUrl: string;
  /** This page in the other language. */
  otherUrl: string;
  language: Language;
  strings: PracticeStrings;
  taskStrings: TaskStrings;
  debriefStrings: DebriefStrings;
  /** By criterion id. */
  rubric: Readonly<Record<string, CriterionStrings>>;
}
