import type { FactOf } from '../model/fact.ts';
import type { KeyedItem } from '../model/item.ts';
import type { Score } from '../model/response.ts';
import { isSameBody } from '../model/same-body.ts';
import { scoreItem } from '../quiz/item-types.ts';
import { compare, judged, unknown, type Verdict } from './verdict.ts';

type Responded = FactOf<'item.responded'>;

/**
 * Score a response anew.
 * @param item the revision the fact names, its key proven; undefined = nobody here has it.
 */
export function rescoreResponse(fact: Responded, item: KeyedItem | undefined): Verdict {
  if (!item) return unknown(`item ${fact.itemId} ${fact.itemRevision}`);
  const asked = askedItem(fact, item);
  if (!asked)
    return judged([{ field: 'parameters', expected: drawable(item), given: fact.parameters ?? null }]);
  const score = scoreOf(fact, asked);
  return judged([
    compare('lessonId', item.lessonId, fact.lessonId),
    compare('objective', item.objective, fact.objective),
    // Only a response that can be scored becomes a fact.
    !score && { field: 'score', expected: null, given: fact.score },
    score ? compare('score.earned', score.earned, fact.score.earned) : false,
    score ? compare('score.possible', score.possible, fact.score.possible) : false,
  ]);
}

/** What the response earns by the item's key; undefined when it cannot be scored, or has figures the item does not have. */
export function rescored(fact: Responded, item: KeyedItem): Score | undefined {
  const asked = askedItem(fact, item);
  return asked && scoreOf(fact, asked);
}

function scoreOf({ response }: Responded, asked: KeyedItem): Score | undefined {
  const scored = scoreItem(response, asked);
  return scored.status === 'scored' ? { earned: scored.earned, possible: scored.possible } : undefined;
}

/** The item with the figures the learner saw; undefined when it has no such figures. */
function askedItem({ parameters }: Responded, item: KeyedItem): KeyedItem | undefined {
  if (item.type !== 'NUM') return parameters === undefined ? item : undefined;
  const form = (item.twins ?? [item]).find((one) => isSameBody(one.parameters, parameters));
  return form && { ...item, ...form };
}

const drawable = (item: KeyedItem): unknown =>
  item.type === 'NUM' ? (item.twins ?? [item]).map(({ parameters }) => parameters ?? null) : null;
