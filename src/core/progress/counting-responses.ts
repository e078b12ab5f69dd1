import type { Fact, FactOf } from '../model/fact.ts';
import { groupBy, ofType, ratioOf, TINY } from './fact-order.ts';

export type Responded = FactOf<'item.responded'>;

/** The responses that count, in the order given: first rounds and stand-ins, never retries. */
export function countingResponses(facts: readonly Fact[]): Responded[] {
  return ofType(facts, 'item.responded').filter((response) => response.round !== 'retry');
}

/** The same with the points that count: a short text that a stand-in was given for has the better of both scores. */
export function withStandIns(counting: readonly Responded[]): Responded[] {
  const attempts = groupBy(counting, (response) => response.attemptId);
  return counting.map((response) => {
    const standIn = standInFor(response, attempts.get(response.attemptId) ?? []);
    return standIn && ratioOf(standIn.score) > ratioOf(response.score)
      ? { ...response, score: standIn.score }
      : response;
  });
}

function standInFor(response: Responded, attempt: readonly Responded[]): Responded | undefined {
  const isWeakText = 'text' in response.response && ratioOf(response.score) < 1 - TINY;
  if (response.round !== 'first' || !isWeakText) return undefined;
  return attempt.find((other) => other.round === 'stand-in' && other.objective === response.objective);
}

/** The last response to each item, in the order in which the items first came. */
export function latestByItem(responses: readonly Responded[]): Responded[] {
  return [...groupBy(responses, (response) => response.itemId).values()].map(
    (group) => group[group.length - 1] as Responded,
  );
}
