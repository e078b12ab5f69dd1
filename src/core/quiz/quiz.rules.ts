import type { Round } from '../model/fact.ts';
import type { KeyedItem } from '../model/item.ts';
import type { Confidence, Outcome, Response, Score } from '../model/response.ts';
import { acceptsResponse, scoreItem, validateItem } from './item-types.ts';
import { isQuizEvent, type QuizContext, type QuizEntry, type QuizEvent, type QuizPlan } from './quiz.events.ts';

/** The rules of an attempt as plain functions; SPEC.md numbers them. Points are compared within 1e-9. */
const TINY = 1e-9;

export type EventOf<T extends QuizEvent['type']> = Extract<QuizEvent, { type: T }>;

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
  const { attemptId, lessonId, lessonRevision, seed, passPoints, shown, spare } = plan;
  const entries = shown.map((item, index) => newEntry(seed, item, 'first', index + 1));
  return { attemptId, lessonId, lessonRevision, seed, passPoints, shown, spare, entries, cursor: 0, startedAt: 0 };
}

function newEntry(seed: string, item: KeyedItem, round: Round, ordinal: number): QuizEntry {
  return { item, round, ordinal, seed: `${seed}/${ordinal}` };
}

/** The entry on screen; undefined only for a plan without items. */
export function currentEntry(context: QuizContext): QuizEntry | undefined {
  return context.entries[context.cursor];
}

// Guards

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

/** Does checking the item on screen make the outcome known? */
export function closesAttempt(context: QuizContext, event: QuizEvent): boolean {
  return canCheck(context, event) && !context.outcome && scoreCurrent(context).outcome !== undefined;
}

export function completesLesson(context: QuizContext, event: QuizEvent): boolean {
  return closesAttempt(context, event) && scoreCurrent(context).outcome?.passed === true;
}

// Changes

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
  return scored?.status === 'scored' ? { earned: scored.earned, possible: scored.possible } : { earned: 0, possible: 1 };
}

function replaceEntry(entries: readonly QuizEntry[], index: number, change: Partial<QuizEntry>): QuizEntry[] {
  return entries.map((entry, position) => (position === index ? { ...entry, ...change } : entry));
}

// Points

/** Did the entry earn less than it could? */
export function isWeak(entry: QuizEntry): boolean {
  return entry.score !== undefined && entry.score.earned < entry.score.possible - TINY;
}

/** Points of the entries that count: the first round, with the stand-in in its place where that is better. */
export function countingScores(context: QuizContext): { entry: QuizEntry; score: Score }[] {
  const standIn = context.entries.find((entry) => entry.round === 'stand-in');
  const replaced = standIn?.score && decidingText(context);
  return context.entries.flatMap((entry) => {
    if (entry.round !== 'first' || !entry.score) return [];
    const better = entry === replaced && standIn?.score && standIn.score.earned > entry.score.earned;
    return [{ entry, score: better ? (standIn.score as Score) : entry.score }];
  });
}

/** Sum of points, freed of the last bits that adding thirds leaves behind. */
function outcomeOf(context: QuizContext): Outcome {
  const scores = countingScores(context).map(({ score }) => score);
  const sum = (field: keyof Score) =>
    Math.round(scores.reduce((total, score) => total + score[field], 0) / TINY) * TINY;
  const [earned, possible] = [sum('earned'), sum('possible')];
  return { earned, possible, passed: earned >= context.passPoints - TINY };
}
