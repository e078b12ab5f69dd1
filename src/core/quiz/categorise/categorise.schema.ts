import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import { itemBaseFields } from '../item-base.schema.ts';
import {
  checkKnownId,
  checkUniqueIds,
  extensionSchema,
  optionIdSchema,
  optionTextSchema,
  publicOptionSchema,
} from '../option.schema.ts';

/** CAT: cards into bins. */
export const categoriseSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('CAT'),
    bins: z
      .array(publicOptionSchema)
      .min(2, { error: 'has fewer than 2 bins; write 2 to 4' })
      .max(4, { error: 'has more than 4 bins; make it MAT' })
      .describe('2–4 bins, shown in this order.'),
    cards: z
      .array(
        z.strictObject({
          id: optionIdSchema,
          text: optionTextSchema,
          bin: z.string().describe('Id of the bin where the card belongs.'),
          feedback: textSchema.describe(
            'Shown when the card lay elsewhere: the question that tells the bins apart.',
          ),
        }),
      )
      .min(6, { error: 'has fewer than 6 cards; write 6 to 12, or make it S' })
      .max(12, { error: 'has more than 12 cards; keep 6 to 12' })
      .describe('6–12 cards, each with exactly one right bin; shown shuffled.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    checkUniqueIds(sink, 'bins', item.bins);
    checkUniqueIds(sink, 'cards', item.cards);
    item.cards.forEach((card, index) => {
      checkKnownId(sink, ['cards', index, 'bin'], card.bin, 'the bins', item.bins);
    });
  });
