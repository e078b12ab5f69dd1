import {
  isCount,
  isFiniteNumber,
  isListOf,
  isMapOf,
  isName,
  isOneOf,
  isRecord,
  isString,
} from '../model/shape.ts';
import type { Act, ActType } from './act.ts';
import { MOVES } from './moves.ts';

type Check = (value: unknown) => boolean;

const optional =
  (is: Check): Check =>
  (value) =>
    value === undefined || is(value);
const isNames: Check = (value) => isListOf(value, isName);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isTag: Check = (value) => isString(value) && Object.hasOwn(MOVES, value);
const isFigure = (value: unknown): value is number | string => isFiniteNumber(value) || isString(value);
const isSource = (value: unknown): value is 'A' | 'B' | 'C' => isOneOf(value, ['A', 'B', 'C']);

/** A record with exactly these fields. */
const isShape =
  (fields: Readonly<Record<string, Check>>) =>
  (value: unknown): value is Record<string, unknown> =>
    isRecord(value) &&
    Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, is]) => is(value[key]));

const isNote = isShape({ spot: isName, note: (value) => isOneOf(value, ['neutral', 'judging']) });
const isItem = isShape({ id: isName, purpose: isBoolean });

/** Every field of every act but its type and time. */
const FIELDS: Readonly<Record<ActType, Readonly<Record<string, Check>>>> = {
  'option.choose': { turn: isName, option: isName },
  'move.make': {
    tag: isTag,
    topic: optional(isName),
    turn: optional(isName),
    elements: isNames,
    block: optional(isName),
    text: optional(isString),
    claimed: optional(isTag),
    kept: optional(isBoolean),
    reading: optional(isString),
  },
  'pitch.deliver': {
    features: isNames,
    advantage: optional(isName),
    benefits: isNames,
    evidence: optional(isName),
    limitNamed: isBoolean,
    order: (value) => isOneOf(value, ['BAF', 'FAB', 'AFB']),
    seconds: optional((value) => isFiniteNumber(value) && value >= 0),
  },
  'advert.arrange': { cards: isNames },
  'walk.close': { notes: (value) => isListOf(value, isNote) },
  'board.close': {
    cause: optional(isName),
    evidence: isNames,
    rejected: isNames,
    decisions: optional((value) => isMapOf(value, isName)),
    phoned: isBoolean,
    hypothesis: optional(isString),
  },
  'dataroom.close': { items: (value) => isListOf(value, isItem) },
  'desk.close': {
    rows: (value) => isMapOf(value, isFigure),
    tags: (value) => isMapOf(value, isSource),
    problem: optional(isName),
    rejected: optional(isName),
    decision: optional(isName),
  },
  'run.leave': {},
};

const SHAPES = Object.fromEntries(
  Object.entries(FIELDS).map(([type, fields]) => [
    type,
    isShape({ ...fields, type: (value) => value === type, atMs: optional(isCount) }),
  ]),
);

/** Is a value from outside an act, by its shape? Accepts what `actSchema` accepts; whether it fits is the engine's question. */
export function isAct(value: unknown): value is Act {
  if (!isRecord(value) || !isString(value.type) || !Object.hasOwn(SHAPES, value.type)) return false;
  return SHAPES[value.type]?.(value) === true;
}
