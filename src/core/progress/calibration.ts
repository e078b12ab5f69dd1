import type { Fact } from '../model/fact.ts';
import type { ObjectiveId } from '../model/item.ts';
import { CONFIDENCES, type Confidence } from '../model/response.ts';
import { countingResponses, latestByItem } from './counting-responses.ts';
import { inOrder, ratioOf, TINY } from './fact-order.ts';

/** How well one level of confidence was justified. */
export interface CalibrationLevel {
  confidence: Confidence;
  /** Counting responses given at this level. */
  count: number;
  /** Share of the points of these responses, 0 to 1; 0 when there are none. */
  ratio: number;
}

/** An item the learner was sure of and got wrong the last time: looked at again, it is remembered best. */
export interface SureButWrong {
  itemId: string;
  lessonId: string;
  objective: ObjectiveId;
  /** Epoch ms. */
  at: number;
}

export interface Calibration {
  /** Guess, fairly, sure; always all three. */
  levels: readonly CalibrationLevel[];
  /** The latest first. */
  sureButWrong: readonly SureButWrong[];
}

/** Less than half of the points is wrong; a good half is partly right and not held against somebody who was sure. */
const WRONG_RATIO = 0.5;

/** Confidence against points, a fold over facts: any order, any repetition gives the same. */
export function calibration(facts: Iterable<Fact>): Calibration {
  const counting = countingResponses(inOrder(facts));
  const levels = CONFIDENCES.map((confidence) => {
    const given = counting.filter((response) => response.confidence === confidence);
    const points = given.reduce((total, { score }) => total + ratioOf(score), 0);
    return { confidence, count: given.length, ratio: given.length ? points / given.length : 0 };
  });
  const sureButWrong = latestByItem(counting)
    .filter(({ confidence, score }) => confidence === 'sure' && ratioOf(score) < WRONG_RATIO - TINY)
    .map(({ itemId, lessonId, objective, at }) => ({ itemId, lessonId, objective, at }))
    .sort((a, b) => b.at - a.at || (a.itemId < b.itemId ? -1 : 1));
  return { levels, sureButWrong };
}
