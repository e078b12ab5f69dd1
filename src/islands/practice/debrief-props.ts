import type { Language } from '#core/model/text.ts';
import type { Act } from '#core/simulator/act.ts';
import type { Run, RunPlan, RunScore } from '#core/simulator/run.ts';
import type { PublishedScenario, SimulatorId } from '#core/simulator/scenario.ts';
import type { MoveWordsFile, PrincipleRef } from '#core/simulator/scenario-file.ts';
import type { TranscriptWords } from '#core/simulator/transcript.ts';
import type { DebriefStrings } from '#i18n/practice-debrief.ts';
import type { CriterionStrings } from '#i18n/rubric-criterion.ts';
import type { PastRun } from './past-runs.ts';

/** What the look back is given: one finished run, and the learner's other runs of the same scenario. */
export interface DebriefViewProps {
  simulator: SimulatorId;
  /** With the figures of this run. */
  scenario: PublishedScenario<string>;
  /** The same with the figures of another run, by its seed. */
  scenarioOf: (seed: string) => PublishedScenario<string>;
  moves: MoveWordsFile;
  /** Where the principle behind an option is taught, by the option's `principle`. */
  principles: Readonly<Record<string, PrincipleRef>>;
  attemptId: string;
  plan: RunPlan;
  branchOf?: { attemptId: string; acts: number };
  prep: readonly string[];
  acts: readonly Act[];
  run: Run;
  score: RunScore;
  /** Id of the ending; its text has been read already. */
  ending: string;
  passed: boolean;
  selfRating?: Readonly<Record<string, number>>;
  /** The oldest first, this run included once it is in the record. */
  past: readonly PastRun[];
  /** By criterion id. */
  rubric: Readonly<Record<string, CriterionStrings>>;
  language: Language;
  strings: DebriefStrings;
  /** For `transcriptOf`. */
  words: TranscriptWords;
  /** Another tab is live: nothing may be begun here. */
  disabled: boolean;
  /** The transfer sentence as it was kept last; empty = none yet. */
  transfer: string;
  onTransfer: (text: string) => void;
  /** Try again from a turn: keep so many acts. */
  onBranch: (acts: number) => void;
  /** Play the scenario again from the beginning, at the same level. */
  onAgain: () => void;
  /** Address of the scenario's page. */
  backUrl: string;
}
