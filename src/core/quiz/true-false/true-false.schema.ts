import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import { itemBaseFields } from '../item-base.schema.ts';
import { checkUniqueIds, extensionSchema, keyedOptionSchema, report } from '../option.schema.ts';

/** TF: true or false, with the reason. */
export const trueFalseSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('TF'),
    truth: z
      .boolean({ error: 'must be true or false; write whether the statement in the stem is true' })
      .describe('Is the statement in the stem true? About one TF item in three is.'),
    truthFeedback: z
      .strictObject({
        right: textSchema.describe('Shown when the statement was judged rightly.'),
        wrong: textSchema.describe('Shown when it was judged wrongly: what is attractive, where it breaks.'),
      })
      .describe('On the judgement; each reason has its own feedback.'),
    reasons: z
      .array(keyedOptionSchema)
      .min(2, { error: 'has fewer than 2 reasons; write 3' })
      .max(4, { error: 'has more than 4 reasons; keep 3' })
      .describe('3 reasons, one of them correct; shown shuffled under both judgements.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    checkUniqueIds(sink, 'reasons', item.reasons);
    const keys = item.reasons.filter((reason) => reason.correct).length;
    if (keys !== 1) report(sink, ['reasons'], `${keys} reasons are correct; mark exactly one correct: true`);
  });
