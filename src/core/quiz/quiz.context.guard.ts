import { ITEM_TYPES, type KeyedItem } from '../model/item.ts';
import { CONFIDENCES } from '../model/response.ts';
import { isCount, isFiniteNumber, isListOf, isName, isOneOf, isRecord, isTime } from '../model/shape.ts';
import { assertKey } from './answer-key.ts';
import { acceptsResponse } from './item-types.ts';
import type { QuizContext, QuizEntry } from './quiz.events.ts';
import { redactItem } from './redaction.ts';

/**
 * Is a stored value a context with which the machine can go on in the given state? Checks the attempt against its own
 * items: every response must be one the item can take.
 */
export function isQuizContext(value: unknown, state: string): value is QuizContext {
  if (!isRecord(value)) return false;
  const { attemptId, lessonId, lessonRevision, seed, passPoints, shown, spare, entries, cursor, startedAt } =
    value;
  return (
    [attemptId, lessonId, lessonRevision, seed].every(isName) &&
    isFiniteNumber(passPoints) &&
    isListOf(shown, isUsableItem) &&
    isListOf(spare, isUsableItem) &&
    isListOf(entries, isEntry) &&
    isCount(cursor) &&
    isTime(startedAt) &&
    (value.outcome === undefined || isOutcome(value.outcome)) &&
    entries.every((entry, index) => entry.ordinal === index + 1) &&
    fitsState(entries, cursor, state)
  );
}

/** Everything before the item on screen is checked, nothing after it is shown. */
function fitsState(entries: readonly QuizEntry[], cursor: number, state: string): boolean {
  const current = entries[cursor];
  if (!current) return false;
  const isChecked = state === 'reviewing' || state === 'finished';
  const isShown = state !== 'ready';
  return (
    entries.slice(0, cursor).every((entry) => entry.score !== undefined) &&
    entries.slice(cursor + 1).every((entry) => entry.score === undefined && entry.response === undefined) &&
    (current.score !== undefined) === isChecked &&
    (current.shownAt !== undefined) === isShown
  );
}

function isEntry(value: unknown): value is QuizEntry {
  if (!isRecord(value) || !isUsableItem(value.item)) return false;
  const { item, round, ordinal, seed, shownAt, response, confidence, score } = value;
  return (
    isOneOf(round, ['first', 'retry', 'stand-in']) &&
    isCount(ordinal) &&
    isName(seed) &&
    (shownAt === undefined || isTime(shownAt)) &&
    (response === undefined || acceptsResponse(response, item)) &&
    (confidence === undefined || isOneOf(confidence, CONFIDENCES)) &&
    (score === undefined || (isScore(score) && response !== undefined))
  );
}

function isScore(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { earned, possible } = value;
  return (
    isFiniteNumber(earned) && isFiniteNumber(possible) && 0 <= earned && earned <= possible && possible > 0
  );
}

function isOutcome(value: unknown): boolean {
  return isScore(value) && isRecord(value) && typeof value.passed === 'boolean';
}

/** An item of a known type that can be shown and scored; its texts are taken on trust. */
function isUsableItem(value: unknown): value is KeyedItem {
  if (!isRecord(value) || !isOneOf(value.type, ITEM_TYPES)) return false;
  if (![value.id, value.revision, value.lessonId, value.objective, value.block].every(isName)) return false;
  try {
    redactItem(value as unknown as KeyedItem);
    assertKey(value as unknown as KeyedItem);
    return true;
  } catch {
    return false;
  }
}
