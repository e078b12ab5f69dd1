import type { ObjectiveId } from './item.ts';
import type { Confidence, Outcome, Response, Score } from './response.ts';
import type { Language } from './text.ts';

/**
 * Facts: past truths about a learner's acts, append-only, with an id made where they happened. Everything shown as
 * progress is a fold over them, so two devices merge by set-union. Shapes are frozen: a change is a new `v`.
 */
export interface FactBase {
  /** Unique for ever. Facts of an attempt are `<attemptId>/<n>`, so that a repeat after a crash is the same fact. */
  id: string;
  /** Version of this fact's shape. */
  v: 1;
  /** When it happened by the device's clock, epoch ms UTC. */
  at: number;
  /** Which device; random, made at first use, not linked to a person. */
  deviceId: string;
  /** Language on screen. */
  language: Language;
}

/** Where a response was given. */
export type Context = 'lesson' | 'review' | 'checkpoint' | 'exam' | 'room';

/** `first` counts; `retry` repeats a weak one and never counts; `stand-in` counts in place of a short text that alone decided. */
export type Round = 'first' | 'retry' | 'stand-in';

export type FactBody =
  | { type: 'lesson.opened'; lessonId: string; lessonRevision: string }
  | {
      /** A sort, a reorder, a dialogue inside the lesson was played to its end. */
      type: 'interaction.finished';
      lessonId: string;
      lessonRevision: string;
      blockId: string;
      /** Steps that needed another try; 0 = none. */
      slips: number;
    }
  | {
      type: 'item.responded';
      attemptId: string;
      context: Context;
      lessonId: string;
      itemId: string;
      itemRevision: string;
      objective: ObjectiveId;
      round: Round;
      /** 1, 2, 3 … within the attempt. */
      ordinal: number;
      response: Response;
      score: Score;
      confidence?: Confidence;
      /** Values drawn for a numeric twin, by name. */
      parameters?: Readonly<Record<string, number>>;
      /** From shown to checked, ms; pauses with the page hidden are not taken out. */
      elapsedMs: number;
    }
  | {
      type: 'attempt.submitted';
      attemptId: string;
      context: Context;
      /** A lesson, a checkpoint or an exam. */
      activityId: string;
      activityRevision: string;
      seed: string;
      startedAt: number;
      outcome: Outcome;
    }
  | { type: 'lesson.completed'; lessonId: string; lessonRevision: string; attemptId: string }
  | { type: 'reflection.saved'; lessonId: string; blockId: string; text: string }
  | {
      type: 'worksheet.saved';
      worksheetId: string;
      worksheetRevision: string;
      /** Versions of one sheet share it. */
      documentId: string;
      fields: Readonly<Record<string, unknown>>;
      blobIds: readonly string[];
    }
  | {
      type: 'scenario.finished';
      attemptId: string;
      scenarioId: string;
      scenarioRevision: string;
      /** Of the simulator engine, e.g. `simulator@1`; a replay needs the same. */
      engine: string;
      level: 1 | 2 | 3;
      seed: string;
      startedAt: number;
      /** Everything the learner did, in order: enough to replay the run. */
      moves: readonly Readonly<Record<string, unknown>>[];
      /** Self-rating per criterion, 0–4, given before the score was shown. */
      selfRating: Readonly<Record<string, number>>;
      /** 0–100. */
      score: number;
      /** Error codes recorded, E1 … E11. */
      codes: readonly string[];
      ending: string;
      passed: boolean;
    };

export type FactType = FactBody['type'];
export type Fact = FactBase & FactBody;
export type FactOf<T extends FactType> = FactBase & Extract<FactBody, { type: T }>;
