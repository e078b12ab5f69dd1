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
  report,
} from '../option.schema.ts';

/** MAT: pairs. */
export const matchSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('MAT'),
    left: z
      .array(
        z.strictObject({
          id: optionIdSchema,
          text: optionTextSchema,
          match: z.string().describe('Id of its right side.'),
          feedback: textSchema.describe('Shown when another right side was chosen.'),
        }),
      )
      .min(4, { error: 'has fewer than 4 pairs; write 4 to 6, or make it CAT' })
      .max(6, { error: 'has more than 6 pairs; keep 4 to 6' })
      .describe('4–6 left sides, each with a right side of its own.'),
    right: z
      .array(publicOptionSchema)
      .describe('The right sides and exactly one extra that belongs to nobody.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    checkUniqueIds(sink, 'left', item.left);
    checkUniqueIds(sink, 'right', item.right);
    item.left.forEach((side, index) => {
      checkKnownId(sink, ['left', index, 'match'], side.match, 'the right sides', item.right);
      if (item.left.findIndex((other) => other.match === side.match) < index) {
        report(
          sink,
          ['left', index, 'match'],
          `"${side.match}" is matched twice; give each left side its own, or make it CAT`,
        );
      }
    });
    const extras = item.right.filter((side) => !item.left.some((left) => left.match === side.id));
    if (extras.length !== 1) {
      const found = extras.map((side) => side.id).join(', ') || 'none';
      report(sink, ['right'], `right sides that match nobody: ${found}; write exactly one extra`);
    }
  });
