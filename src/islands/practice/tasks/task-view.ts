import type { Language } from '#core/model/text.ts';
import type { Act } from '#core/simulator/act.ts';
import { findingId } from '#core/simulator/reveal.ts';
import type { Known } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { Task } from '#core/simulator/scenario-task.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';

export type TaskKind = Task<string>['kind'];
export type TaskOf<K extends TaskKind> = Extract<Task<string>, { kind: K }>;

/** What a task view is given. It never sees the run: only what the learner may know. */
export interface TaskViewProps<K extends TaskKind> {
  task: TaskOf<K>;
  /** Where every need and finding stands now. */
  known: Known;
  /** Names, briefing and the words of findings. */
  scenario: Pick<Scenario, 'id' | 'briefing' | 'findings' | 'needs' | 'persons' | 'stages'>;
  strings: TaskStrings;
  language: Language;
  /** The one act this task ends with; the caller adds `atMs`. */
  onDone: (act: Act) => void;
  /** What `onDraft` was last given for this task; anything else is ignored. */
  draft?: unknown;
  /** Called with every change, JSON-safe. */
  onDraft?: (draft: unknown) => void;
  /** Another tab is working on it: show, do not touch. */
  disabled: boolean;
}

export interface Finding {
  id: string;
  text: string;
}

/** @returns the findings that are known, in the order of the scenario. */
export const knownFindings = ({ known, scenario }: Pick<TaskViewProps<'board'>, 'known' | 'scenario'>) =>
  scenario.findings.filter((finding) => known.findings[finding.id]);

/** @returns `panels` for `finding.panels` or `finding.panels@45`; undefined for a need, or nothing. */
export const findingOf = (reveal: string | undefined): string | undefined =>
  reveal?.startsWith('finding.') ? findingId(reveal).split('@')[0] : undefined;

/** A card written to stand inside a sentence, standing alone: English begins with a capital. */
export const standing = (text: string, language: Language): string =>
  language === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
