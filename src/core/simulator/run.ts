import type { Act } from './act.ts';
import type {
  CommitStep,
  ErrorCode,
  LadderStep,
  Level,
  MoveTag,
  NeedStep,
  Option,
  Quality,
  Reveal,
  Sheet,
  Task,
  TopicPhase,
  Turn,
  Values,
} from './scenario.ts';

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
      round: number;
    }
  | {
      kind: 'topics';
      phase: TopicPhase<T>;
      /** 1 … maxTurns. */
      move: number;
      /** On the table now: the bait's line. */
      bait?: { index: number; line: T; by?: string };
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
