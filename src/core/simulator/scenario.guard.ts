import { isCount, isFiniteNumber, isListOf, isName, isOneOf, isRecord, isString } from '../model/shape.ts';
import { MOVES } from './moves.ts';
import { parseReveal } from './reveal.ts';
import type { PublishedScenario } from './scenario.ts';
import { ERROR_CODES, isCondition } from './scenario.words.ts';
import { VALUE_NAMES } from './values.ts';

/** Is a stored value a scenario that the engine can go on with? Checks all that the engine reads; words are taken on trust. */

export type Check = (value: unknown) => boolean;

/** A record whose named fields pass; others are free. */
export const having =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([key, is]) => is(value[key]));
export const optional =
  (is: Check): Check =>
  (value) =>
    value === undefined || is(value);
export const listOf =
  (is: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(is);
const mapOf =
  (is: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(is);

const isNames: Check = (value) => isListOf(value, isName);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isTag: Check = (value) => isString(value) && Object.hasOwn(MOVES, value);
const isTags = listOf(isTag);
const isText = isString;
const isVisit = optional((value) => value === 1 || value === 2);
const isQuality: Check = (value) => isOneOf(value, ['expert', 'ok', 'weak', 'error']);
const isStep: Check = (value) => isOneOf(value, ['next_talk', 'data', 'pilot', 'order']);
const isCode: Check = (value) => isOneOf(value, ERROR_CODES);
const isValues = having(Object.fromEntries(VALUE_NAMES.map((name) => [name, isFiniteNumber])));
const isEffects = having(Object.fromEntries(VALUE_NAMES.map((name) => [name, optional(isFiniteNumber)])));
const isFigure: Check = (value) => isFiniteNumber(value) || isName(value);

const isReveal: Check = (value) => {
  try {
    return isString(value) && parseReveal(value) !== undefined;
  } catch {
    return false;
  }
};
const isReveals = optional(listOf(isReveal));

const judged = {
  quality: isQuality,
  also: optional(isTag),
  concern: optional(isName),
  elements: optional(isNames),
  opens: isReveals,
  flags: optional(isNames),
  code: optional(isCode),
  commit: optional(isStep),
  effects: optional(isEffects),
  needs: optional(isNames),
  accepts: optional(isTags),
};
const isOption = having({ ...judged, id: isName, tag: isTag, topic: isName, text: isText });
const isTurn = having({
  id: isName,
  by: isName,
  line: isText,
  when: optional(isName),
  alt: optional(isText),
  opens: isReveals,
  options: listOf(isOption),
  fork: optional(having({ line: isText, opens: isReveals, options: mapOf(having(judged)) })),
});

const base = { id: isName, visit: isVisit };
const isCard = having({
  id: isName,
  chain: optional(isName),
  bait: optional(isBoolean),
  code: optional(isCode),
  need: optional(isName),
  form: optional(isName),
  valid: optional(isBoolean),
});
const isCards = listOf(isCard);

const STAGES: Readonly<Record<string, Check>> = {
  sheet: having({ ...base, person: optional(isName), start: optional(isValues), turns: listOf(isTurn) }),
  pitch: having({
    ...base,
    features: isCards,
    advantages: isCards,
    benefits: isCards,
    evidence: isCards,
    orders: isNames,
    best: having({ benefit: isName }),
    second: optional(having({ benefit: isName })),
  }),
  advert: having({ ...base, cards: listOf(having({ id: isName, role: isName })) }),
  walk: having({
    ...base,
    budget: isCount,
    spots: listOf(having({ id: isName, opens: optional(isReveal), needs: optional(isName) })),
  }),
  board: having({
    ...base,
    causes: listOf(having({ id: isName, role: isName, rejectedBy: optional(isNames) })),
    evidence: mapOf(isNames),
    reject: isNames,
    phone: having({ opens: isReveal }),
    decisions: optional(
      listOf(having({ person: isName, best: isName, options: listOf(having({ id: isName })) })),
    ),
  }),
  dataroom: having({
    ...base,
    budget: isCount,
    items: listOf(having({ id: isName, opens: optional(isReveal), code: optional(isCode) })),
  }),
  desk: having({
    ...base,
    rows: listOf(
      having({ id: isName, kind: isName, value: isFigure, slips: listOf(having({ value: isFigure })) }),
    ),
    tags: mapOf(isName),
    problem: having({ main: isName, secondary: isNames, symptom: isName, reject: isName }),
    decision: having({ best: isNames, ok: isNames, bad: isNames }),
  }),
};
const isStage: Check = (value) =>
  isRecord(value) &&
  isString(value.kind) &&
  Object.hasOwn(STAGES, value.kind) &&
  STAGES[value.kind]?.(value) === true;

const isBaited = { good: isTags, lure: isTags, line: isText };
const isTalk = having({
  id: isName,
  replaces: isNames,
  maxTurns: isCount,
  topics: listOf(having({ id: isName, by: optional(isName), concern: optional(isName) })),
  reveals: listOf(
    having({
      opens: isReveal,
      tags: isTags,
      topic: isName,
      minTrust: optional(isFiniteNumber),
      after: optional(isNames),
      feel: optional(isName),
      unlocks: optional(isNames),
    }),
  ),
  feelings: isNames,
  openFeelings: optional(isNames),
  walk: optional(having({ tags: isTags, topic: isName, minTrust: isFiniteNumber })),
  baits: listOf(having({ ...isBaited, turn: isCount, by: optional(isName) })),
});
const isPlace: Check = (value) => isCount(value) || isName(value);
const isLevel3 = having({
  second: optional(
    having({ turn: isPlace, by: isName, line: isText, good: optional(isTags), lure: optional(isTags) }),
  ),
  contradiction: optional(having({ ...isBaited, topic: isName, said: isText, shown: isText })),
  hardLines: optional(listOf(having(isBaited))),
});

const isScenario = having({
  id: isName,
  revision: isName,
  figures: (value) => value === undefined,
  simulator: (value) => isOneOf(value, ['fab-pitch', 'sales-doctor', 'roi-selling']),
  hot: isBoolean,
  ownFault: isBoolean,
  endTrust: optional(isFiniteNumber),
  secondVisitTrust: optional(isFiniteNumber),
  prep: listOf(having({ id: isName, cost: isFiniteNumber })),
  persons: listOf(having({ id: isName })),
  needs: listOf(having({ id: isName, weight: isFiniteNumber, person: optional(isName) })),
  findings: listOf(having({ id: isName })),
  stages: listOf(isStage),
  topicPhase: optional(isTalk),
  blocks: having({ interrupt: optional(having({ ...isBaited, after: isName })) }),
  level3: optional(isLevel3),
  endings: listOf(having({ id: isName, when: isCondition, text: isText })),
});

export function isUsableScenario(value: unknown): value is PublishedScenario<string> {
  if (!isScenario(value)) return false;
  const { endings } = value as PublishedScenario<string>;
  const last = endings.at(-1);
  return last !== undefined && Object.keys(last.when).length === 0;
}
