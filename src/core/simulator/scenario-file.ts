import type { PublishedWritten } from './figures/draw-scenario.ts';
import type { MoveTag } from './scenario-move.ts';

/** Where the principle behind a piece of feedback is taught, in one language. */
export interface PrincipleRef {
  lessonId: string;
  /** 1–36. */
  lessonNumber: number;
  /** The lesson's title. */
  title: string;
  /** Address of the paragraph; absent while the lesson is not written. */
  url?: string;
  /** The block that teaches it; part of `url`. */
  blockId?: string;
}

/** `/_content/practice/<id>.<revision>.<language>.json`: all that a role-play needs on the device. */
export interface ScenarioFile {
  v: 1;
  scenario: PublishedWritten<string>;
  /** By the option's `principle`, e.g. `L13 s26.1`. */
  principles: Readonly<Record<string, PrincipleRef>>;
}

/** One of the 46 moves in words. */
export interface MoveWords<T = string> {
  label: T;
  /** What a speaker thinks he is doing; for the seventeen low moves shown instead of the label. */
  as: T;
  /** One line for guided play that names no option. */
  hint: T;
  /** A plain sentence of this move; `{topic}` stands in it once. */
  sentence: T;
}

/** `content/scenarios/moves.yaml`, and per language `/_content/practice/moves.<revision>.<language>.json`. */
export type MoveWordsFile<T = string> = Readonly<Record<MoveTag, MoveWords<T>>>;
