import type { Confidence, Outcome, Response, Score } from '../model/response.ts';
import { acceptsResponse, scoreItem, validateItem } from './item-types.ts';
import {
  isQuizEvent,
  type QuizContext,
  type QuizEntry,
  type QuizEvent,
  type QuizFact,
  type QuizPlan,
} from './quiz.events.ts';
import { comingBack, newEntry, outcomeOf } from './quiz.rounds.ts';

/** The rules of an attempt as plain functions; SPEC.md numbers them. What counts and comes back: `quiz.rounds.ts`. */

const EMPTY_PLAN: QuizPlan = {
  attemptId: '',
  lessonId: '',
  lessonRevision: '',
  seed: '',
  passPoints: 0,
  shown: [],
  spare: [],
};

/** The context before the first act. Total: XState also asks for it without a plan. */
export function openContext(plan: QuizPlan | undefined = EMPTY_PLAN): QuizContext {
  const entries = plan.shown.map((item, index) => newEntry(plan.seed, item, 'first', index + 1));
  return { ...plan, entries, cursor: 0, startedAt: 0 };
}

/** The entry on screen; undefined only for a plan without items. */
export function currentEntry(context: QuizContext): QuizEntry | undefined {
  return context.entries[context.cursor];
}

// Guards: an event is taken only when it is well formed and fits what is on screen.

export function canStart(context: QuizContext, event: QuizEvent): boolean {
  return isQuizEvent(event) && context.entries.length > 0;
}

/** Is the response for the item on screen, of its type's shape, with ids it has? */
export function isAcceptable(context: QuizContext, event: QuizEvent): boolean {
  const entry = currentEntry(context);
  return (
    isQuizEvent(event) &&
    event.type === 'quiz.respond' &&
    entry?.item.id === event.itemId &&
    acceptsResponse(event.response, entry.item)
  );
}

export function canRate(context: QuizContext, event: QuizEvent): boolean {
  return isQuizEvent(event) && event.type === 'quiz.rate' && currentEntry(context)?.item.id === event.itemId;
}

export function canCheck(context: QuizContext, event: QuizEvent): boolean {
  const entry = currentEntry(context);
  return isQuizEvent(event) && entry !== undefined && validateItem(entry.response, entry.item) === undefined;
}

export function hasNext(context: QuizContext, event: QuizEvent): boolean {
  return isQuizEvent(event) && context.cursor + 1 < context.entries.length;
}

export function isOver(context: QuizContext, event: QuizEvent): boolean {
  return isQuizEvent(event) && !hasNext(context, event);
}

/** Does checking the item on screen make the outcome known? */
export function closesAttempt(context: QuizContext, event: QuizEvent): boolean {
  return canCheck(context, event) && scoreCurrent(context).outcome !== undefined;
}

export function completesLesson(context: QuizContext, event: QuizEvent): boolean {
  return closesAttempt(context, event) && scoreCurrent(context).outcome?.passed === true;
}

// Changes: what of the context becomes new.

type Change = Partial<QuizContext>;

export function start(context: QuizContext, at: number): Change {
  return { startedAt: at, ...show(context, 0, at) };
}

export function show(context: QuizContext, cursor: number, at: number): Change {
  return { cursor, entries: replaceEntry(context.entries, cursor, { shownAt: at }) };
}

export function putResponse(context: QuizContext, response: Response): Change {
  return { entries: replaceEntry(context.entries, context.cursor, { response }) };
}

export function putConfidence(context: QuizContext, confidence: Confidence): Change {
  return { entries: replaceEntry(context.entries, context.cursor, { confidence }) };
}

/**
 * Score the entry on screen. At the end of the first round what comes back is appended; the outcome is set as soon as
 * it is known: then, or when the stand-in is checked.
 */
export function scoreCurrent(context: QuizContext): Change {
  const score = scoreOf(currentEntry(context));
  const entries = replaceEntry(context.entries, context.cursor, { score });
  const checked = { ...context, entries };
  const round = entries[context.cursor]?.round;
  if (round === 'stand-in') return { entries, outcome: outcomeOf(checked) };
  const isEndOfFirst = round === 'first' && context.cursor + 1 === entries.length;
  if (!isEndOfFirst) return { entries };
  const back = comingBack(checked);
  const isOpen = back.some((entry) => entry.round === 'stand-in');
  const all = [...entries, ...back];
  return isOpen ? { entries: all } : { entries: all, outcome: outcomeOf(checked) };
}

function scoreOf(entry: QuizEntry | undefined): Score {
  const scored = entry && scoreItem(entry.response, entry.item);
  return scored?.status === 'scored'
    ? { earned: scored.earned, possible: scored.possible }
    : { earned: 0, possible: 1 };
}

function replaceEntry(entries: readonly QuizEntry[], index: number, change: Partial<QuizEntry>): QuizEntry[] {
  return entries.map((entry, position) => (position === index ? { ...entry, ...change } : entry));
}

// Facts

type FactOfQuiz<T extends QuizFact['type']> = Extract<QuizFact, { type: T }>;

/** What the learner gave for the entry just scored. */
export function responseFact(context: QuizContext, at: number): FactOfQuiz<'item.responded'> {
  const entry = currentEntry(context) as QuizEntry;
  const { item, round, ordinal, confidence, shownAt = at } = entry;
  const fact = {
    type: 'item.responded' as const,
    at,
    attemptId: context.attemptId,
    context: 'lesson' as const,
    lessonId: context.lessonId,
    itemId: item.id,
    itemRevision: item.revision,
    objective: item.objective,
    round,
    ordinal,
    response: entry.response as Response,
    score: entry.score as Score,
    elapsedMs: Math.max(0, at - shownAt),
  };
  return {
    ...fact,
    ...(confidence && { confidence }),
    ...(item.type === 'NUM' && item.parameters && { parameters: item.parameters }),
  };
}

/** The attempt with its outcome; retries still to come do not change it. */
export function submissionFact(context: QuizContext, at: number): FactOfQuiz<'attempt.submitted'> {
  return {
    type: 'attempt.submitted',
    at,
    attemptId: context.attemptId,
    context: 'lesson',
    activityId: context.lessonId,
    activityRevision: context.lessonRevision,
    seed: context.seed,
    startedAt: context.startedAt,
    outcome: context.outcome as Outcome,
  };
}

/** The lesson is complete. */
export function completionFact(context: QuizContext, at: number): FactOfQuiz<'lesson.completed'> {
  const { attemptId, lessonId, lessonRevision } = context;
  return { type: 'lesson.completed', at, attemptId, lessonId, lessonRevision };
}
