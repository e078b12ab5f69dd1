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
  if (!items.length) return { id, state: 'untried', items, ratio: 0 };
  const sum = (field: keyof Score) => items.reduce((total, { score }) => total + score[field], 0);
  const ratio = sum('earned') / sum('possible');
  const state = ratio >= SHOWN_RATIO - TINY ? 'shown' : 'again';
  return { id, state, items, ratio, lastAt: Math.max(...items.map(({ at }) => at)) };
}
