import type { Fact, FactType } from './fact.ts';
import { isResponse } from './response.guard.ts';
import { CONFIDENCES } from './response.ts';
import {
  isCount,
  isFiniteNumber,
  isListOf,
  isMapOf,
  isName,
  isOneOf,
  isRecord,
  isRecordOf,
  isString,
  isTime,
} from './shape.ts';

type Check = (value: unknown) => boolean;

const isContext: Check = (value) => isOneOf(value, ['lesson', 'review', 'checkpoint', 'exam', 'room']);
const isBoolean: Check = (value) => typeof value === 'boolean';
const optional =
  (is: Check): Check =>
  (value) =>
    value === undefined || is(value);

function isWithin(value: unknown, most: number): value is number {
  return isFiniteNumber(value) && 0 <= value && value <= most;
}

function isScore(value: unknown): boolean {
  return isRecordOf(value, ['earned', 'possible']) && hasPoints(value);
}

function isOutcome(value: unknown): boolean {
  return isRecordOf(value, ['earned', 'possible', 'passed']) && hasPoints(value) && isBoolean(value.passed);
}

function hasPoints({ earned, possible }: { earned?: unknown; possible?: unknown }): boolean {
  return isFiniteNumber(possible) && possible > 0 && isWithin(earned, possible);
}

const BASE: Record<string, Check> = {
  id: isName,
  v: (value) => value === 1,
  at: isTime,
  deviceId: isName,
  language: (value) => isOneOf(value, ['zh', 'en']),
  type: isString,
};

/** Every field of every fact. A field not named here makes the value no fact: shapes are frozen, a change is a new `v`. */
const FIELDS: Record<FactType, Record<string, Check>> = {
  'lesson.opened': { lessonId: isName, lessonRevision: isName },
  'interaction.finished': { lessonId: isName, lessonRevision: isName, blockId: isName, slips: isCount },
  'item.responded': {
    attemptId: isName,
    context: isContext,
    lessonId: isName,
    itemId: isName,
    itemRevision: isName,
    objective: isName,
    round: (value) => isOneOf(value, ['first', 'retry', 'stand-in']),
    ordinal: (value) => isCount(value) && value >= 1,
    response: isResponse,
    score: isScore,
    confidence: optional((value) => isOneOf(value, CONFIDENCES)),
    parameters: optional((value) => isMapOf(value, isFiniteNumber)),
    elapsedMs: isCount,
  },
  'attempt.submitted': {
    attemptId: isName,
    context: isContext,
    activityId: isName,
    activityRevision: isName,
    seed: isName,
    startedAt: isTime,
    outcome: isOutcome,
  },
  'lesson.completed': { lessonId: isName, lessonRevision: isName, attemptId: isName },
  'reflection.saved': { lessonId: isName, blockId: isName, text: isString },
  'worksheet.saved': {
    worksheetId: isName,
    worksheetRevision: isName,
    documentId: isName,
    fields: isRecord,
    blobIds: (value) => isListOf(value, isName),
  },
  'scenario.finished': {
    attemptId: isName,
    scenarioId: isName,
    scenarioRevision: isName,
    engine: isName,
    level: (value) => isOneOf(value, [1, 2, 3]),
    seed: isName,
    startedAt: isTime,
    moves: (value) => isListOf(value, isRecord),
    selfRating: (value) => isMapOf(value, (rating): rating is number => isWithin(rating, 4)),
    score: (value) => isWithin(value, 100),
    codes: (value) => isListOf(value, isName),
    ending: isName,
    passed: isBoolean,
  },
};

/** For each type all checks of a fact, made once: a list to go through and the same by name. */
const ALL = new Map(
  Object.entries(FIELDS).map(([type, fields]) => {
    const checks = { ...BASE, ...fields };
    return [type, { names: new Set(Object.keys(checks)), list: Object.entries(checks) }];
  }),
);

/**
 * A fact from a value of unknown origin (IndexedDB, network), without zod. Accepts what `factSchema` accepts.
 * @returns the same value, typed; undefined when it is no fact of a version this build knows.
 */
export function parseFact(value: unknown): Fact | undefined {
  const all = isRecord(value) && isString(value.type) ? ALL.get(value.type) : undefined;
  if (!all) return undefined;
  const given = value as Record<string, unknown>;
  for (const key of Object.keys(given)) if (!all.names.has(key)) return undefined;
  for (const [key, is] of all.list) if (!is(given[key])) return undefined;
  return given as unknown as Fact;
}
