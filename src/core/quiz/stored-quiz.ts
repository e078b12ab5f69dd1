import type { SnapshotFrom } from 'xstate';
import { QUIZ_MACHINE, type quizMachine } from './quiz.machine.ts';

export type QuizSnapshot = SnapshotFrom<typeof quizMachine>;

/** An open attempt as the device keeps it. JSON-safe. */
export interface StoredQuiz {
  v: 1;
  machine: typeof QUIZ_MACHINE;
  /** Grows by one with each accepted event, so that of two copies the newer is known. */
  seq: number;
  lessonId: string;
  savedAt: number;
  snapshot: Pick<QuizSnapshot, 'status' | 'value' | 'context'>;
}

/** What to keep of a snapshot: enough for `restoreQuiz`, nothing of the library's own. */
export function storeQuiz(snapshot: QuizSnapshot, seq: number, savedAt: number): StoredQuiz {
  const { status, value, context } = snapshot;
  const { lessonId } = context;
  return { v: 1, machine: QUIZ_MACHINE, seq, lessonId, savedAt, snapshot: { status, value, context } };
}
