import type { FactOf, Round } from '../model/fact.ts';
import type { KeyedItem } from '../model/item.ts';
import { isResponse } from '../model/response.guard.ts';
import { CONFIDENCES, type Confidence, type Outcome, type Response, type Score } from '../model/response.ts';
import { isName, isOneOf, isRecord, isRecordOf, isTime } from '../model/shape.ts';

/** What one attempt at a lesson check is made of: drawn once, then carried by the attempt's own snapshot. */
export interface QuizPlan {
  /** UUIDv7, made on the device. */
  attemptId: string;
  lessonId: string;
  lessonRevision: string;
  /** Decides the draw and every shuffle of this attempt. */
  seed: string;
  /** Points of the first round needed to pass, e.g. 4 of 5. */
  passPoints: number;
  /** The items of the first round, in order. */
  shown: readonly KeyedItem[];
  /** The rest of the pool, for retries. */
  spare: readonly KeyedItem[];
}

/** One item in one round of one attempt. */
export interface QuizEntry {
  item: KeyedItem;
  round: Round;
  /** 1, 2, 3 … within the attempt. */
  ordinal: number;
  /** Shuffles options and cards of this entry. */
  seed: string;
  /** Epoch ms; absent until shown. */
  shownAt?: number;
  response?: Response;
  confidence?: Confidence;
  /** Present once checked. */
  score?: Score;
}

export interface QuizContext extends QuizPlan {
  entries: readonly QuizEntry[];
  /** Index into `entries` of the item on screen. */
  cursor: number;
  /** Epoch ms of the first act; 0 before it. */
  startedAt: number;
  /** Known from the end of the first round (or of its stand-in) on. */
  outcome?: Outcome;
}

/** Requests to the machine. `at` is epoch ms, UTC. */
export type QuizEvent =
  | { type: 'quiz.start'; at: number }
  | { type: 'quiz.respond'; at: number; itemId: string; response: Response }
  | { type: 'quiz.rate'; at: number; itemId: string; confidence: Confidence }
  | { type: 'quiz.check'; at: number }
  | { type: 'quiz.next'; at: number };

/** The client's part (id, device, language, lesson context) is added where the fact is kept. */
export type QuizFact =
  | Omit<FactOf<'item.responded'>, 'id' | 'v' | 'deviceId' | 'language'>
  | Omit<FactOf<'attempt.submitted'>, 'id' | 'v' | 'deviceId' | 'language'>
  | Omit<FactOf<'lesson.completed'>, 'id' | 'v' | 'deviceId' | 'language'>;

export const QUIZ_EVENT_TYPES = [
  'quiz.start',
  'quiz.respond',
  'quiz.rate',
  'quiz.check',
  'quiz.next',
] as const satisfies readonly QuizEvent['type'][];

/**
 * Is a value from outside an event of this machine? Knows no attempt: whether it fits is the machine's question.
 * Accepts what `quizEventSchema` accepts; XState's own events (`xstate.stop` …) are refused.
 */
export function isQuizEvent(value: unknown): value is QuizEvent {
  if (!isRecord(value) || !isTime(value.at)) return false;
  switch (value.type) {
    case 'quiz.start':
    case 'quiz.check':
    case 'quiz.next':
      return isRecordOf(value, ['type', 'at']);
    case 'quiz.respond':
      return (
        isRecordOf(value, ['type', 'at', 'itemId', 'response']) &&
        isName(value.itemId) &&
        isResponse(value.response)
      );
    case 'quiz.rate':
      return (
        isRecordOf(value, ['type', 'at', 'itemId', 'confidence']) &&
        isName(value.itemId) &&
        isOneOf(value.confidence, CONFIDENCES)
      );
    default:
      return false;
  }
}
