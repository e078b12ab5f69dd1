import { z } from 'zod';
import { itemBaseFields } from '../item-base.schema.ts';
import { checkUniqueIds, extensionSchema, keyedOptionSchema, report } from '../option.schema.ts';

/** M: multiple choice. */
export const multipleSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('M'),
    options: z
      .array(keyedOptionSchema)
      .min(4, { error: 'has fewer than 4 options; write 4 to 8, or make it S' })
      .max(8, { error: 'has more than 8 options; keep 4 to 8' })
      .describe('4–8 options, at least two keys and one distractor; shown shuffled.'),
    choose: z
      .int()
      .min(2)
      .optional()
      .describe('How many to choose = number of keys; absent: “choose all that fit”.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    checkUniqueIds(sink, 'options', item.options);
    const keys = item.options.filter((option) => option.correct).length;
    if (keys < 2) report(sink, ['options'], `${keys} options are correct; mark two or more, or make it S`);
    if (keys === item.options.length) report(sink, ['options'], 'every option is correct; add a distractor');
    if (item.choose !== undefined && item.choose !== keys) {
      report(
        sink,
        ['choose'],
        `is ${item.choose}, but ${keys} options are correct; write ${keys}, or correct the keys`,
      );
    }
  });
