import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import { itemBaseFields } from '../item-base.schema.ts';
import {
  checkUniqueIds,
  extensionSchema,
  optionIdSchema,
  optionTextSchema,
  report,
} from '../option.schema.ts';

/** ORD: steps in order. */
export const orderSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('ORD'),
    cards: z
      .array(
        z.strictObject({
          id: optionIdSchema,
          text: optionTextSchema,
          feedback: textSchema.describe(
            'Shown when the card stood at another place: what must come before it, and why.',
          ),
        }),
      )
      .min(4, { error: 'has fewer than 4 cards; write 4 to 7, or make it S' })
      .max(7, { error: 'has more than 7 cards; keep 4 to 7' })
      .describe('4–7 steps in the right order; shown shuffled.'),
    given: z
      .string()
      .optional()
      .describe('Id of the first card when it is already placed: a loop gets its start.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    checkUniqueIds(sink, 'cards', item.cards);
    const first = item.cards[0]?.id;
    if (item.given !== undefined && item.given !== first) {
      report(
        sink,
        ['given'],
        `"${item.given}" is not the first card; write ${first}, or move that card to the top`,
      );
    }
  });
