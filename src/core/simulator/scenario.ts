import type { CommitStep, ErrorCode, LadderStep, MoveTag, Quality, Reveal, Values } from './scenario-move.ts';
import type { Level3, PromptBlocks, TopicPhase } from './scenario-talk.ts';
import type { StageBase, Task } from './scenario-task.ts';

/**
 * A scenario: everything a role-play knows before the learner says a word. Authors write it with both languages side by
 * side (`Scenario<Text>`, one YAML file); a browser gets one language (`Scenario<string>`). The engine reads no text.
 * @see shared design: simulators.md §1; the keys of §1.11 under the project's names.
 */

export type SimulatorId = 'fab-pitch' | 'sales-doctor' | 'roi-selling';
/** 1 guided, 2 standard, 3 expert. */
export type Level = 1 | 2 | 3;

export interface Option<T> {
  id: string;
  tag: MoveTag;
  quality: Quality;
  topic: string;
  /** The learner's words, with their quotation marks. */
  text: T;
  /** Why this earned or lost something here. */
  feedback: T;
  /** Lesson and seed id it practises, e.g. `L13 s26.1`. */
  principle: string;
  /** A second tag, taken at half when the option is expert. */
  also?: MoveTag;
  /** Which of the six dealer concerns it touches. */
  concern?: string;
  /** What the sentence holds: purpose, time, owner, stop … */
  elements?: readonly string[];
  opens?: readonly Reveal[];
  flags?: readonly string[];
  code?: ErrorCode;
  commit?: CommitStep;
  /** Added to the values of the move. */
  effects?: Partial<Values>;
  /** Findings (`finding.x`) or flags that must be there, else the option counts as ok instead of expert. */
  needs?: readonly string[];
  /** Other tags that count as this one when the learner picks tags (levels 2 and 3). */
  accepts?: readonly MoveTag[];
}

/** What another line of the customer makes of the same options: all that an option has but id, tag, topic and text. */
export type ForkedOption<T> = Omit<Option<T>, 'id' | 'tag' | 'topic' | 'text'>;

/**
 * The second version of a turn, drawn by seed and never by the default seed: another line, the same options, another best.
 * `options` has every option id of the turn.
 */
export interface Fork<T> {
  line: T;
  opens?: readonly Reveal[];
  feeling?: string;
  options: Readonly<Record<string, ForkedOption<T>>>;
}

export interface Turn<T> {
  id: string;
  /** Who speaks: a person's id, or `customer`. */
  by: string;
  line: T;
  /** `alt` is said instead of `line` while this finding is not shown. */
  when?: string;
  alt?: T;
  /** Takes effect when the line is shown. */
  opens?: readonly Reveal[];
  /** A feeling of this topic is in the air (reflect). */
  feeling?: string;
  options: readonly Option<T>[];
  fork?: Fork<T>;
}

export interface Sheet<T> extends StageBase {
  kind: 'sheet';
  /** Who is on stage, where a scenario has more than one customer with values of their own. */
  person?: string;
  /** Values at the first sheet of a scenario, or of a new person. */
  start?: Values;
  turns: readonly Turn<T>[];
}

export type Stage<T> = Sheet<T> | Task<T>;

/** All that is named must hold. An empty condition always holds. */
export interface Condition {
  flags?: readonly string[];
  noFlags?: readonly string[];
  /** Codes recorded in the run, repaired or not. */
  codes?: readonly ErrorCode[];
  anyCode?: boolean;
  /** `orders:confirmed`: at least that step. */
  needs?: readonly string[];
  findings?: readonly string[];
  noFindings?: readonly string[];
  /** At least this step of the ladder. */
  ladder?: LadderStep;
  ended?: 'patience' | 'trust' | 'compliance' | 'novisit2' | 'left';
  minTrust?: number;
  maxTrust?: number;
}

export interface Person<T> {
  id: string;
  name: T;
  /** Who they are, in a few words. */
  role: T;
  /** Name of the drawing `public/art/persona-<art>.svg`; none = initials. */
  art?: string;
}

export interface PrepCard<T> {
  id: string;
  kind: 'data' | 'sample' | 'colleague' | 'agenda' | 'reference';
  /** 1–4 points; at most 3 cards and 6 points are taken along. */
  cost: number;
  title: T;
  /** What the learner then has in the notes. */
  note: T;
}

export interface Scenario<T = string> {
  id: string;
  simulator: SimulatorId;
  status: 'draft' | 'live' | 'retired';
  /** Suggested entry. */
  entryLevel: Level;
  /** For one run. */
  minutes: number;
  title: T;
  /** What it trains: one line on the scenario's card. */
  trains: T;
  /** Lesson ids that prepare for it. */
  lessons: readonly string[];
  /** The customer starts irritated: warm moves count more while trust is below 45. */
  hot: boolean;
  /** There is a fault of our own to answer: the first repair needs no code. */
  ownFault: boolean;
  /** The customer ends the talk below this trust; absent = 20. */
  endTrust?: number;
  /** Trust that opens board and second visit when no next step was agreed; absent = 50. */
  secondVisitTrust?: number;
  briefing: { where: T; now: T; goal: T; known: readonly T[] };
  prep: readonly PrepCard<T>[];
  persons: readonly Person<T>[];
  /** Weights sum to 100. `top` = a top need (fab-pitch). First one = first need. */
  needs: readonly { id: string; text: T; weight: number; person?: string; top?: boolean }[];
  findings: readonly { id: string; text: T; source?: 'A' | 'B' | 'C' }[];
  /** In the order of the run at level 1. */
  stages: readonly Stage<T>[];
  topicPhase?: TopicPhase<T>;
  blocks: PromptBlocks<T>;
  level3?: Level3<T>;
  /** First one whose condition holds; the last has none. `id` is kept in the fact. */
  endings: readonly { id: string; when: Condition; text: T }[];
  /** What the customer tells at home. Of each group the first line whose condition holds is told. */
  evening: { teller: string; groups: readonly (readonly { when: Condition; text: T }[])[] };
  /** A scenario that still has places for figures is none yet: `drawScenario` fills them. */
  figures?: never;
  /** The figures of this run, by id; absent where the scenario declares none. */
  drawn?: Readonly<Record<string, number>>;
}

/** As published: with the revision that facts name (content hash over both languages). */
export type PublishedScenario<T = string> = Scenario<T> & { revision: string };
