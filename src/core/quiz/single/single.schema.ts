import { z } from 'zod';
import { itemBaseFields } from '../item-base.schema.ts';
import { checkUniqueIds, extensionSchema, keyedOptionSchema, report } from '../option.schema.ts';

/** S: single choice. */
export const singleSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('S'),
    options: z
      .array(keyedOptionSchema)
      .min(3, { error: 'has fewer than 3 options; write 3, or make it TF' })
      .max(4, { error: 'has more than 4 options; keep the best 3 or 4' })
      .describe('3 (preferred) or 4 options of similar length, one of them correct; shown shuffled.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    checkUniqueIds(sink, 'options', item.options);
    const keys = item.options.filter((option) => option.correct).length;
    if (keys !== 1) {
      report(sink, ['options'], `${keys} options are correct; mark exactly one correct: true, or make it M`);
    }
  });
