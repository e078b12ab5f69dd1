import type { PublicTrueFalse } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { isRecordOf } from '../../model/shape.ts';
import { hasId } from '../options.ts';

/** May this stand as a draft: `{ truth?, reasonId? }`, either of them still open. */
export function acceptsTrueFalse(response: unknown, item: PublicTrueFalse): response is ResponseOf<'TF'> {
  return (
    isRecordOf(response, ['truth', 'reasonId']) &&
    (response.truth === undefined || typeof response.truth === 'boolean') &&
    (response.reasonId === undefined || hasId(item.reasons, response.reasonId))
  );
}

/** @returns why the response cannot be scored yet: the judgement or the reason is missing. */
export function validateTrueFalse(
  response: ResponseOf<'TF'> | undefined,
  item: PublicTrueFalse,
): UnreadyReason | undefined {
  const judged = response?.truth !== undefined;
  const reasoned = hasId(item.reasons, response?.reasonId);
  if (!judged && !reasoned) return 'untouched';
  if (!judged) return 'judge-statement';
  return reasoned ? undefined : 'choose-reason';
}
