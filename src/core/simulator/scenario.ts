/**
 * A scenario: everything a role-play knows before the learner says a word. Authors write it with both languages side by
 * side (`Scenario<Text>`, one YAML file); a browser gets one language (`Scenario<string>`). The engine reads no text.
 * @see shared design: simulators.md §1; the keys of §1.11 under the project's names.
 */

export type SimulatorId = 'fab-pitch' | 'sales-doctor' | 'roi-selling';
/** 1 guided, 2 standard, 3 expert. */
export type Level = 1 | 2 | 3;
export type Quality = 'expert' | 'ok' | 'weak' | 'error';
export type NeedStep = 'hidden' | 'hinted' | 'stated' | 'confirmed';
export type LadderStep = 'none' | 'next_talk' | 'data' | 'pilot' | 'order';
export type CommitStep = Exclude<LadderStep, 'none'>;
/** Critical errors E1 … E11, simulators.md §1.6. */
export type ErrorCode = `E${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11}`;

/** The 46 moves of simulators.md §1.4; the last seventeen are never the best one. */
export type MoveTag =
  | 'greet_agenda'
  | 'ask_open'
  | 'ask_detail'
  | 'ask_consequence'
  | 'ask_payoff'
  | 'ask_closed'
  | 'data_request'
  | 'observe'
  | 'paraphrase'
  | 'reflect'
  | 'acknowledge'
  | 'repair'
  | 'disclose'
  | 'inform_brief'
  | 'wait'
  | 'summarise'
  | 'offer_choice'
  | 'propose_next'
  | 'refuse_kindly'
  | 'diagnose'
  | 'prescribe'
  | 'quantify'
  | 'invite_calc'
  | 'evidence'
  | 'compare_fact'
  | 'trade'
  | 'pitch_benefit'
  | 'pitch_advantage'
  | 'pitch_feature'
  | 'advise'
  | 'vague'
  | 'deflect'
  | 'blame'
  | 'take_side'
  | 'pressure'
  | 'argue'
  | 'offer_price_cut'
  | 'disparage'
  | 'unsupported_number'
  | 'guarantee'
  | 'absolute'
  | 'disclose_peer'
  | 'induce_breach'
  | 'deny_interest'
  | 'conceal'
  | 'benefit_in_kind';

/** The five values of a customer, each 0–100, unrounded. */
export interface Values {
  ability: number;
  benevolence: number;
  integrity: number;
  patience: number;
  interest: number;
}

/**
 * What a move or a line brings to light: `need.orders:stated` raises a need, `finding.fall@45` shows a finding when trust
 * is at least 45 (shifted by the level). Without `@` trust does not matter.
 */
export type Reveal = string;

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

interface StageBase {
  /** need, reaction, interview, interview2, interview3, prescription, rehearsal, meeting; or the task's kind. */
  id: string;
  /** Sales doctor: which visit. */
  visit?: 1 | 2;
}

export interface Sheet<T> extends StageBase {
  kind: 'sheet';
  /** Who is on stage, where a scenario has more than one customer with values of their own. */
  person?: string;
  /** Values at the first sheet of a scenario, or of a new person. */
  start?: Values;
  turns: readonly Turn<T>[];
}

export interface Card<T> {
  id: string;
  text: T;
  chain?: string;
  bait?: boolean;
  code?: ErrorCode;
  /** Benefits: whose need, and whether it is said concretely. */
  need?: string;
  form?: 'concrete' | 'general';
  /** Evidence: in date; `demo` = something to try. */
  valid?: boolean;
  demo?: boolean;
}

export type PitchOrder = 'BAF' | 'FAB' | 'AFB';

export interface PitchChoice {
  features: readonly string[];
  advantage: string;
  benefit: string;
  evidence: string;
  limit: boolean;
  order: PitchOrder;
}

export interface PitchTask<T> extends StageBase {
  kind: 'pitch';
  seconds: number;
  features: readonly Card<T>[];
  advantages: readonly Card<T>[];
  benefits: readonly Card<T>[];
  evidence: readonly Card<T>[];
  /** The limit that makes the evidence honest. */
  limit: T;
  orders: readonly PitchOrder[];
  best: PitchChoice;
  /** With two listeners a second benefit is chosen; this is the best feature, benefit and evidence for the second. */
  second?: { feature: string; benefit: string; evidence: string };
  /** The expert's words. */
  model: T;
}

export interface AdvertTask<T> extends StageBase {
  kind: 'advert';
  cards: readonly { id: string; role: 'B' | 'A' | 'F' | 'bait'; text: T; code?: ErrorCode }[];
  /** Ids, headline first. */
  best: readonly string[];
}

export interface WalkTask<T> extends StageBase {
  kind: 'walk';
  /** Most spots that can be looked at. */
  budget: number;
  intro: T;
  spots: readonly {
    id: string;
    name: T;
    opens?: Reveal;
    /** A flag that must be set, else the spot opens nothing. */
    needs?: string;
    concern?: string;
    /** What one sees, noted neutrally: opens the finding. */
    neutral: T;
    /** The same noted as a judgement: opens nothing. */
    judging: T;
  }[];
}

export interface BoardTask<T> extends StageBase {
  kind: 'board';
  causes: readonly {
    id: string;
    text: T;
    /** root = the cause; plausible = part of it; symptom; alternative = to be rejected by findings. */
    role: 'root' | 'plausible' | 'symptom' | 'alternative';
    rejectedBy?: readonly string[];
  }[];
  /** Cause id → findings that support it. */
  evidence: Readonly<Record<string, readonly string[]>>;
  /** Alternatives whose rejection counts. */
  reject: readonly string[];
  missing: T;
  phone: { who: T; opens: Reveal; line: T };
  decisions?: readonly { person: string; best: string; options: readonly { id: string; text: T }[] }[];
}

export interface DataroomTask<T> extends StageBase {
  kind: 'dataroom';
  budget: number;
  items: readonly {
    id: string;
    text: T;
    opens?: Reveal;
    /** Opens only when its purpose is stated. */
    asksPurpose?: boolean;
    bait?: boolean;
    code?: ErrorCode;
  }[];
}

export interface DeskRow<T> {
  id: string;
  kind: 'driver' | 'running' | 'oneoff' | 'range' | 'sensitivity';
  text: T;
  /** Yuan a year, yuan once, number of cases, or the id of the most sensitive row. */
  value: number | string;
  /** Finding that prints the figure needed. */
  needs?: string;
  main?: boolean;
  unit?: 'cny' | 'months' | 'percent';
  /** Known mistakes. `sales` = turnover taken for profit. */
  slips: readonly { value: number | string; why: T; sales?: boolean }[];
}

export interface DeskTask<T> extends StageBase {
  kind: 'desk';
  rows: readonly DeskRow<T>[];
  tags: Readonly<Record<string, 'A' | 'B' | 'C'>>;
  problem: { main: string; secondary: readonly string[]; symptom: string; reject: string };
  decision: { best: readonly string[]; ok: readonly string[]; bad: readonly string[] };
  /** Words for the ids of `problem` and `decision` that are no rows. */
  labels: Readonly<Record<string, T>>;
}

export type Task<T> =
  | PitchTask<T>
  | AdvertTask<T>
  | WalkTask<T>
  | BoardTask<T>
  | DataroomTask<T>
  | DeskTask<T>;
export type Stage<T> = Sheet<T> | Task<T>;

export interface Topic<T> {
  id: string;
  text: T;
  open?: boolean;
  concern?: string;
  by?: string;
}

export interface Bait<T> {
  /** 1 = the first move of the phase. */
  turn: number;
  line: T;
  by?: string;
  good: readonly MoveTag[];
  lure: readonly MoveTag[];
}

/** One sentence, or a sentence of parts: each part is an element or flag of that name. */
export type Block<T> = { text: T } | { slots: Readonly<Record<string, T>> };

/** Levels 2 and 3: a conversation led by the learner's choice of move and topic (simulators.md §1.8). */
export interface TopicPhase<T> {
  /** need, interview or talk. */
  id: string;
  /** Ids of the level-1 sheets it stands for; empty = it comes first, before all stages. */
  replaces: readonly string[];
  maxTurns: number;
  topics: readonly Topic<T>[];
  reveals: readonly {
    opens: Reveal;
    tags: readonly MoveTag[];
    /** A topic's id, or `any`. */
    topic: string;
    minTrust?: number;
    /** Needs (`need.x`, at least stated) and findings that must be there before. */
    after?: readonly string[];
    by?: string;
    feel?: string;
    unlocks?: readonly string[];
    line: T;
  }[];
  feelings: readonly string[];
  /** Feelings in the air from the start. */
  openFeelings?: readonly string[];
  walk?: { tags: readonly MoveTag[]; topic: string; minTrust: number };
  baits: readonly Bait<T>[];
  expert: readonly (readonly [MoveTag, string])[];
  /** Key `tag.topic` or `tag.any`. */
  blocks: Readonly<Record<string, Block<T>>>;
}

/** Sentence blocks for the turns that the customer leads (levels 2 and 3). */
export interface PromptBlocks<T> {
  /** Key `tag.topic` or `tag.any`; of a turn those show whose topic one of its options has. */
  byTopic?: Readonly<Record<string, Block<T>>>;
  /** Turn id → option id → the option's sentence in parts. Wins over `byTopic`. */
  byTurn?: Readonly<Record<string, Readonly<Record<string, Block<T>>>>>;
  /** One interruption after the named turn, answered by one free move. */
  interrupt?: { after: string; line: T; good: readonly MoveTag[]; lure: readonly MoveTag[]; note: T };
}

/** Level 3 adds a second person and a number that contradicts (simulators.md §1.9). */
export interface Level3<T> {
  second?: {
    turn: number | string;
    by: string;
    name: T;
    line: T;
    good?: readonly MoveTag[];
    lure?: readonly MoveTag[];
  };
  contradiction?: {
    topic: string;
    at?: string;
    said: T;
    shown: T;
    good: readonly MoveTag[];
    lure: readonly MoveTag[];
    line: T;
  };
  hardLines?: readonly { line: T; good: readonly MoveTag[]; lure: readonly MoveTag[]; note: T }[];
}

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
