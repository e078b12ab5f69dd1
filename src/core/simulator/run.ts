import type { Act } from './act.ts';
import type { Level, Option, Sheet, Turn } from './scenario.ts';
import type {
  CommitStep,
  ErrorCode,
  LadderStep,
  MoveTag,
  NeedStep,
  Quality,
  Reveal,
  Values,
} from './scenario-move.ts';
import type { TopicPhase } from './scenario-talk.ts';
import type { Task } from './scenario-task.ts';

/** One act and all it did, in the order of the run: transcript, score and debrief are read from these only. */
export interface LogEntry {
  /** 0, 1, 2 … over the whole run; the index of the act in the list of acts. */
  index: number;
  act: Act;
  /** Stage or topic phase it happened in. */
  stageId: string;
  visit: 1 | 2;
  /** Person on stage when it began, where there is more than one. */
  person?: string;
  /** Id of the turn answered, where the customer leads; the number of the move in its phase, where the learner does. */
  turnId?: string;
  /** 1-based number of the round as the learner sees it. */
  round: number;
  /** Was the forked version of the turn played? */
  forked?: boolean;
  /** Of a move (also the spoken pitch); absent for other tasks. */
  move?: {
    tag: MoveTag;
    also?: MoveTag;
    topic: string;
    concern?: string;
    quality: Quality;
    elements: readonly string[];
    /** The option chosen, or matched at levels 2 and 3. */
    optionId?: string;
    spokenPitch?: boolean;
  };
  /** Values before and after, of the person then on stage. */
  before: Values;
  values: Values;
  trust: number;
  /** Reveals that changed something, as written. */
  opened: readonly Reveal[];
  /** What the customer's line before this act brought to light by itself. */
  lineOpened?: readonly Reveal[];
  flags: readonly string[];
  codes: readonly ErrorCode[];
  /** Code repaired by this move. */
  repaired?: ErrorCode;
  commit?: { asked: CommitStep; accepted: boolean; ladder: LadderStep };
  /** Where the learner leads: indices of reveal lines said in reply; `hesitates` = only trust was missing. */
  said?: readonly number[];
  hesitates?: boolean;
  bait?: { index: number; kind: 'good' | 'lure' | 'missed' };
  /** What a task came to; see `task-result.ts`. */
  result?: unknown;
}

export type EndReason = 'patience' | 'trust' | 'compliance' | 'novisit2' | 'left';

/**
 * Said or seen besides the customer's line (level 3): a second person's line, or the two figures that do not match, the
 * one said and the one that paper or tape shows.
 */
export interface Aside<T> {
  kind: 'second' | 'said' | 'shown';
  by?: string;
  name?: T;
  line: T;
}

/** What the learner faces now. Options and cards in an order decided by the seed. */
export type Prompt<T> =
  | {
      kind: 'turn';
      sheet: Sheet<T>;
      turn: Turn<T>;
      /** The line said now: `alt` and fork already decided. */
      line: T;
      by: string;
      forked: boolean;
      /** Level 1: shuffled. Levels 2 and 3: not to be shown. */
      options: readonly Option<T>[];
      besides?: readonly Aside<T>[];
      round: number;
    }
  | {
      kind: 'topics';
      phase: TopicPhase<T>;
      /** 1 … maxTurns. */
      move: number;
      /** On the table now: the bait's line. */
      bait?: { index: number; line: T; by?: string };
      besides?: readonly Aside<T>[];
      round: number;
    }
  | { kind: 'interrupt'; line: T; round: number }
  | { kind: 'task'; task: Task<T>; round: number }
  | { kind: 'over'; ended?: EndReason };

export type Mood = 'angry' | 'irritated' | 'guarded' | 'warm' | 'neutral';

/** Score of a run. Levels are 0–4 by criterion id, in the order of the rubric. */
export interface RunScore {
  levels: Readonly<Record<string, number>>;
  /** Sum to 100. */
  weights: Readonly<Record<string, number>>;
  /** Σ weight × level ÷ 4. */
  raw: number;
  cap: number;
  /** What set the cap: a code, `ended`, `share`, `need`, `diagnosis`, `honest` … lowest first. */
  capReasons: readonly { reason: string; cap: number }[];
  score: number;
  /** Codes of the run in order, repaired ones marked. */
  codes: readonly { code: ErrorCode; repaired: boolean }[];
}

/** Where every need and finding stands. */
export interface Known {
  needs: Readonly<Record<string, NeedStep>>;
  findings: Readonly<Record<string, 'shown' | 'observed'>>;
  flags: readonly string[];
}

export interface RunPlan {
  level: Level;
  seed: string;
}

/**
 * A run as it stands, JSON-safe and never changed in place. Views read `values`, `persons`, `needs`, `findings`, `flags`,
 * `ladder`, `log` and `ended`; the rest is the engine's own.
 */
export interface Run {
  /** Of the person on stage. */
  values: Values;
  /** Who is on stage, where several persons have values of their own. */
  person?: string;
  /** Values of everybody who has been on stage, where several have their own; the one on stage included. */
  persons: Readonly<Record<string, Values>>;
  needs: Readonly<Record<string, NeedStep>>;
  /** Shown ones only. */
  findings: Readonly<Record<string, 'shown' | 'observed'>>;
  flags: readonly string[];
  ladder: LadderStep;
  /** Every code recorded, in order. `move` = number of the move it came with. */
  codes: readonly { code: ErrorCode; move: number; repaired: boolean }[];
  log: readonly LogEntry[];
  ended?: EndReason;

  /** Index into the course; its length when all is played. */
  stage: number;
  /** Index of the turn in its sheet, or moves made in the topic phase. */
  step: number;
  visit: 1 | 2;
  /** An interruption, or a walk, that holds up the stage. */
  aside?: 'interrupt' | 'walk';
  /** Moves made so far; the spoken pitch is one. */
  moves: number;
  /** Earlier uses by tag and by `tag/topic`, since the last reset. */
  uses: Readonly<Record<string, number>>;
  /** Questions in a row. */
  asked: number;
  /** Numbers of the moves at which a guarantee falls due. */
  bills: readonly number[];
  /** Has a figure been asked for its source already? (levels 2 and 3) */
  figureAsked: boolean;
  /** Only while the learner leads. */
  talk?: TalkState;
  /** Reveals that the line on the table brought. */
  lineOpened: readonly Reveal[];
  /** The number that contradicts, once said (level 3): moves up to which it can still be cleared up. */
  contradiction?: { until: number; resolved: boolean };
}

/** Where a conversation stands that the learner leads (simulators.md §1.8). */
export interface TalkState {
  /** Open topics. */
  open: readonly string[];
  /** Topics with something said that was not taken up yet. */
  fresh: readonly string[];
  /** Feelings in the air. */
  feelings: readonly string[];
  /** Counts of the table: by tag and by `tag/topic`. */
  counts: Readonly<Record<string, number>>;
  /** Persons whose topics are closed. */
  closed: readonly string[];
  /** To whom the last move's topic belongs, where persons stand together. */
  lastBy?: string;
  walked: boolean;
}
