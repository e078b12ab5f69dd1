import type { ErrorCode, Reveal } from './scenario-move.ts';

/** Tasks inside a role-play: pitch, advert, walk, board, data room, desk. */

export interface StageBase {
  /** need, reaction, interview, interview2, interview3, prescription, rehearsal, meeting; or the task's kind. */
  id: string;
  /** Sales doctor: which visit. */
  visit?: 1 | 2;
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
