import { createActor } from 'xstate';
import { isCount, isName, isRecord, isTime } from '../model/shape.ts';
import { isQuizContext } from './quiz.context.guard.ts';
import { QUIZ_MACHINE, quizMachine } from './quiz.machine.ts';
import { quizView } from './quiz.view.ts';
import type { QuizSnapshot } from './stored-quiz.ts';

export type RestoredQuiz =
  | { status: 'restored'; snapshot: QuizSnapshot; seq: number }
  | { status: 'refused'; reason: RefusalReason };

export type RefusalReason =
  | 'not-a-stored-quiz'
  | 'other-version'
  | 'unknown-state'
  | 'broken-context'
  | 'other-lesson';

/**
 * Bring a stored attempt back. Never throws: what cannot be continued is refused with a stable reason, and the caller
 * begins a new attempt (facts already made are kept elsewhere).
 * @param stored what `storeQuiz` gave, through JSON or IndexedDB; any other value is refused.
 * @returns the snapshot for `transition` or `createActor(quizMachine, { input, snapshot })`.
 */
export function restoreQuiz(stored: unknown): RestoredQuiz {
  if (!isRecord(stored) || stored.v === undefined || !isRecord(stored.snapshot))
    return refuse('not-a-stored-quiz');
  if (stored.v !== 1 || stored.machine !== QUIZ_MACHINE) return refuse('other-version');
  const { seq, lessonId, savedAt, snapshot } = stored;
  if (!isCount(seq) || !isName(lessonId) || !isTime(savedAt)) return refuse('not-a-stored-quiz');
  const { status, value, context } = snapshot;
  if (typeof value !== 'string' || !Object.hasOwn(quizMachine.states, value)) return refuse('unknown-state');
  if (status !== (value === 'finished' ? 'done' : 'active')) return refuse('unknown-state');
  if (!isQuizContext(context, value)) return refuse('broken-context');
  if (context.lessonId !== lessonId) return refuse('other-lesson');
  return revive({ status, value, context }, seq);
}

function revive({ status, value, context }: Record<string, unknown>, seq: number): RestoredQuiz {
  try {
    const kept = {
      status,
      value,
      context,
      output: undefined,
      error: undefined,
      historyValue: {},
      children: {},
    };
    const actor = createActor(quizMachine, { input: undefined as never, snapshot: kept as never });
    const snapshot = actor.getSnapshot();
    if ((snapshot.status as string) === 'error') return refuse('unknown-state');
    quizView(snapshot); // a context that cannot be shown cannot be continued
    return { status: 'restored', snapshot, seq };
  } catch {
    return refuse('broken-context');
  }
}

function refuse(reason: RefusalReason): RestoredQuiz {
  return { status: 'refused', reason };
}
