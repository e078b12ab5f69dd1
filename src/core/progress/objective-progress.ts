import type { ObjectiveId } from '../model/item.ts';
import type { Score } from '../model/response.ts';
import { latestByItem, type Responded } from './counting-responses.ts';
import { groupBy, TINY } from './fact-order.ts';

/** From this share of points on, an objective counts as shown. */
export const SHOWN_RATIO = 0.8;

/** untried: nothing asked yet · shown: the last scores reach `SHOWN_RATIO` · again: not yet. */
export type ObjectiveState = 'untried' | 'shown' | 'again';

export interface ObjectiveProgress {
  id: ObjectiveId;
  state: ObjectiveState;
  /** Items asked so far, each with its last counting score; also those the lesson no longer has. */
  items: readonly { itemId: string; at: number; score: Score }[];
  /** Share of the points of these items, 0 to 1; 0 while untried. */
  ratio: number;
  /** Epoch ms of the last counting response. */
  lastAt?: number;
}

/**
 * Progress per objective of one lesson.
 * @param responses counting responses of this lesson, in order.
 * @param known     the lesson's objectives; ones that only old responses name come after them, by id.
 */
export function objectiveProgress(
  responses: readonly Responded[],
  known: readonly ObjectiveId[],
): ObjectiveProgress[] {
  const groups = groupBy(responses, (response) => response.objective);
  const unknown = [...groups.keys()].filter((id) => !known.includes(id)).sort();
  return [...known, ...unknown].map((id) => foldObjective(id, groups.get(id) ?? []));
}

function foldObjective(id: ObjectiveId, responses: readonly Responded[]): ObjectiveProgress {
  const items = latestByItem(responses).map(({ itemId, at, score }) => ({ itemId, at, score }));
  const share = shareOfItems(items);
  return { id, ...share, items, ...(items.length > 0 && { lastAt: Math.max(...items.map(({ at }) => at)) }) };
}

/**
 * How far an objective is shown.
 * @param items each item asked so far, once, with the score that counts; in any order.
 */
export function shareOfItems(
  items: readonly { itemId: string; score: Score }[],
): Pick<ObjectiveProgress, 'state' | 'ratio'> {
  if (!items.length) return { state: 'untried', ratio: 0 };
  // Sums of fractions hang on their order in the last digit: one order, whenever which item came.
  const sorted = [...items].sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
  const sum = (field: keyof Score) => sorted.reduce((total, { score }) => total + score[field], 0);
  const ratio = sum('earned') / sum('possible');
  return { state: ratio >= SHOWN_RATIO - TINY ? 'shown' : 'again', ratio };
}
