import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import { itemBaseFields } from '../item-base.schema.ts';
import {
  checkUniqueIds,
  extensionSchema,
  misconceptionRefSchema,
  optionIdSchema,
  optionTextSchema,
  report,
} from '../option.schema.ts';

const STEM_MAX = 120;

/** SCN: what to say or do in a situation. */
export const scenarioSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('SCN'),
    options: z
      .array(
        z.strictObject({
          id: optionIdSchema,
          text: optionTextSchema,
          credit: z
            .literal([0, 0.5, 1], { error: 'must be 1, 0.5 or 0; write 1 best, 0.5 acceptable, 0 weak' })
            .describe('1 best (exactly one), 0.5 acceptable, 0 weak.'),
          misconception: misconceptionRefSchema,
          feedback: textSchema.describe('What happens next when the learner says this, and why.'),
        }),
      )
      .min(3, { error: 'has fewer than 3 responses; write 3 or 4' })
      .max(4, { error: 'has more than 4 responses; keep 3 or 4' })
      .describe('3–4 responses of similar length, each with its consequence; shown shuffled.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    checkUniqueIds(sink, 'options', item.options);
    const best = item.options.filter((option) => option.credit === 1).length;
    if (best !== 1) report(sink, ['options'], `${best} responses have credit 1; give it to exactly one`);
    const length = [...item.stem.zh].length;
    if (length > STEM_MAX) {
      report(sink, ['stem', 'zh'], `has ${length} characters; tell the situation in at most ${STEM_MAX}`);
    }
  });
