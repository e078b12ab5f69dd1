import type { Response } from '../model/response.ts';
import { readNumber } from '../quiz/numeric/read-number.ts';
import { wellFormed } from '../text/well-formed.ts';
import type { InteractionType } from './statement.ts';

/** A response as xAPI writes it. */
export interface Interaction {
  type: InteractionType;
  /** Absent where nothing was given that the format can say. */
  response?: string;
  /** The reason chosen for a judgement; xAPI's `true-false` has no place for it. */
  reason?: string;
}

/**
 * Which kind of interaction a response belongs to, and the response in its format. Read from the response alone: no item,
 * so no key, is at hand.
 * @see xAPI 1.0.3, part two, 2.4.4.1, “Response Patterns”.
 */
export function interactionOf(response: Response): Interaction {
  if ('optionId' in response) return given('choice', part(response.optionId));
  if ('optionIds' in response) return given('choice', list(response.optionIds));
  if ('bins' in response) return given('matching', pairs(response.bins));
  if ('pairs' in response) return given('matching', pairs(response.pairs));
  if ('order' in response) return given('sequencing', list(response.order));
  if ('typed' in response) return given('numeric', String(numberIn(response.typed) ?? ''));
  if ('text' in response) return given('fill-in', part(response.text));
  const judged = given('true-false', response.truth === undefined ? '' : String(response.truth));
  return response.reasonId === undefined ? judged : { ...judged, reason: part(response.reasonId) };
}

const given = (type: InteractionType, response: string): Interaction =>
  response === '' ? { type } : { type, response };

const list = (ids: readonly string[]) => ids.map(part).join('[,]');

/** Sorted, because the order of pairs means nothing and the same response must make the same statement. */
const pairs = (from: Readonly<Record<string, string>>) =>
  Object.entries(from)
    .map(([source, target]) => `${part(source)}[.]${part(target)}`)
    .sort()
    .join('[,]');

/** A text among delimiters: its own `[,]` and `[.]` must not count as such. */
const part = (text: string): string => wellFormed(text).replace(/\[([,.])\]/g, '[ $1 ]');

/** The number in a text that was scored as one; what follows it was the item's unit then. */
function numberIn(typed: string): number | undefined {
  const [, unit = ''] = /^[^\d０-９]*[\d０-９.．,，\s]*万?(.*)$/s.exec(typed) ?? [];
  return /^\d/.test(unit) ? undefined : readNumber(typed, { zh: unit, en: unit });
}
