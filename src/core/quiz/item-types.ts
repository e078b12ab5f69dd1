import type { ItemType, KeyedItem, KeyedItemOf, PublicItem, PublicItemOf } from '../model/item.ts';
import type { FeedbackLine, Response, ResponseOf, Scored, UnreadyReason } from '../model/response.ts';
import { feedbackCategorise } from './categorise/feedback-categorise.ts';
import { redactCategorise } from './categorise/redact-categorise.ts';
import { scoreCategorise } from './categorise/score-categorise.ts';
import { acceptsCategorise, validateCategorise } from './categorise/validate-categorise.ts';
import { feedbackHot } from './hot/feedback-hot.ts';
import { redactHot } from './hot/redact-hot.ts';
import { scoreHot } from './hot/score-hot.ts';
import { acceptsHot, validateHot } from './hot/validate-hot.ts';
import { feedbackMatch } from './match/feedback-match.ts';
import { redactMatch } from './match/redact-match.ts';
import { scoreMatch } from './match/score-match.ts';
import { acceptsMatch, validateMatch } from './match/validate-match.ts';
import { feedbackMultiple } from './multiple/feedback-multiple.ts';
import { redactMultiple } from './multiple/redact-multiple.ts';
import { scoreMultiple } from './multiple/score-multiple.ts';
import { acceptsMultiple, validateMultiple } from './multiple/validate-multiple.ts';
import { feedbackNumeric } from './numeric/feedback-numeric.ts';
import { redactNumeric } from './numeric/redact-numeric.ts';
import { scoreNumeric } from './numeric/score-numeric.ts';
import { acceptsNumeric, validateNumeric } from './numeric/validate-numeric.ts';
import { feedbackOrder } from './order/feedback-order.ts';
import { redactOrder } from './order/redact-order.ts';
import { scoreOrder } from './order/score-order.ts';
import { acceptsOrder, validateOrder } from './order/validate-order.ts';
import { feedbackScenario } from './scenario/feedback-scenario.ts';
import { redactScenario } from './scenario/redact-scenario.ts';
import { scoreScenario } from './scenario/score-scenario.ts';
import { acceptsScenario, validateScenario } from './scenario/validate-scenario.ts';
import { feedbackShortText } from './short-text/feedback-short-text.ts';
import { redactShortText } from './short-text/redact-short-text.ts';
import { scoreShortText } from './short-text/score-short-text.ts';
import { acceptsShortText, validateShortText } from './short-text/validate-short-text.ts';
import { feedbackSingle } from './single/feedback-single.ts';
import { redactSingle } from './single/redact-single.ts';
import { scoreSingle } from './single/score-single.ts';
import { acceptsSingle, validateSingle } from './single/validate-single.ts';
import { feedbackTrueFalse } from './true-false/feedback-true-false.ts';
import { redactTrueFalse } from './true-false/redact-true-false.ts';
import { scoreTrueFalse } from './true-false/score-true-false.ts';
import { acceptsTrueFalse, validateTrueFalse } from './true-false/validate-true-false.ts';

/** What the course knows how to do with one type of item. A new type is one folder and one line of the table. */
export interface ItemRules<T extends ItemType> {
  accepts(response: unknown, item: PublicItemOf<T>): response is ResponseOf<T>;
  validate(response: ResponseOf<T> | undefined, item: PublicItemOf<T>): UnreadyReason | undefined;
  /** Points earned, 0 to 1, by a response that `validate` lets through. */
  score(response: ResponseOf<T>, item: KeyedItemOf<T>): number;
  redact(item: KeyedItemOf<T>): PublicItemOf<T>;
  feedback(response: ResponseOf<T>, item: KeyedItemOf<T>): FeedbackLine[];
}

export const ITEM_RULES: { readonly [T in ItemType]: ItemRules<T> } = {
  S: {
    accepts: acceptsSingle,
    validate: validateSingle,
    score: scoreSingle,
    redact: redactSingle,
    feedback: feedbackSingle,
  },
  M: {
    accepts: acceptsMultiple,
    validate: validateMultiple,
    score: scoreMultiple,
    redact: redactMultiple,
    feedback: feedbackMultiple,
  },
  TF: {
    accepts: acceptsTrueFalse,
    validate: validateTrueFalse,
    score: scoreTrueFalse,
    redact: redactTrueFalse,
    feedback: feedbackTrueFalse,
  },
  CAT: {
    accepts: acceptsCategorise,
    validate: validateCategorise,
    score: scoreCategorise,
    redact: redactCategorise,
    feedback: feedbackCategorise,
  },
  ORD: {
    accepts: acceptsOrder,
    validate: validateOrder,
    score: scoreOrder,
    redact: redactOrder,
    feedback: feedbackOrder,
  },
  MAT: {
    accepts: acceptsMatch,
    validate: validateMatch,
    score: scoreMatch,
    redact: redactMatch,
    feedback: feedbackMatch,
  },
  NUM: {
    accepts: acceptsNumeric,
    validate: validateNumeric,
    score: scoreNumeric,
    redact: redactNumeric,
    feedback: feedbackNumeric,
  },
  TXT: {
    accepts: acceptsShortText,
    validate: validateShortText,
    score: scoreShortText,
    redact: redactShortText,
    feedback: feedbackShortText,
  },
  HOT: {
    accepts: acceptsHot,
    validate: validateHot,
    score: scoreHot,
    redact: redactHot,
    feedback: feedbackHot,
  },
  SCN: {
    accepts: acceptsScenario,
    validate: validateScenario,
    score: scoreScenario,
    redact: redactScenario,
    feedback: feedbackScenario,
  },
};

/** The table's line for an item. The cast is the one place where type and rules of an item are tied together. */
function rulesOf(type: ItemType): ItemRules<ItemType> {
  return ITEM_RULES[type] as unknown as ItemRules<ItemType>;
}

/** May this stand as a draft response: the shape of the item's type, and only ids the item has. */
export function acceptsResponse(response: unknown, item: PublicItem): response is Response {
  return rulesOf(item.type).accepts(response, item);
}

/** @returns why the response cannot be scored yet; undefined when it can. Any other shape counts as never touched. */
export function validateItem(response: unknown, item: PublicItem): UnreadyReason | undefined {
  const rules = rulesOf(item.type);
  return rules.validate(rules.accepts(response, item) ? response : undefined, item);
}

/**
 * Score one response against its item, whose key `assertKey` has proven.
 * @param response any value: another shape, or ids the item does not have, count as never touched.
 * @returns `unready` with the reason, or `scored` with 0 ≤ earned ≤ possible = 1.
 */
export function scoreItem(response: unknown, item: KeyedItem): Scored {
  const rules = rulesOf(item.type);
  const taken = rules.accepts(response, item) ? response : undefined;
  const reason = rules.validate(taken, item);
  if (reason) return { status: 'unready', reason };
  return { status: 'scored', earned: rules.score(taken as Response, item), possible: 1 };
}

/** An item without its key, unproven (see `redactItem`): for who holds the key already, as a check on a device does. */
export function publicItem(item: KeyedItem): PublicItem {
  return rulesOf(item.type).redact(item);
}

/** What to say about a scored response, in order; empty while the response is not ready. */
export function feedbackFor(response: unknown, item: KeyedItem): FeedbackLine[] {
  const rules = rulesOf(item.type);
  if (!rules.accepts(response, item) || rules.validate(response, item)) return [];
  return rules.feedback(response, item);
}
