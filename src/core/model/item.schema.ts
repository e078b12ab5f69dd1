import { z } from 'zod';
import { categoriseSchema } from '../quiz/categorise/categorise.schema.ts';
import { matchSchema } from '../quiz/match/match.schema.ts';
import { multipleSchema } from '../quiz/multiple/multiple.schema.ts';
import { type IssueSink, report } from '../quiz/option.schema.ts';
import { orderSchema } from '../quiz/order/order.schema.ts';
import { scenarioSchema } from '../quiz/scenario/scenario.schema.ts';
import { shortTextSchema } from '../quiz/short-text/short-text.schema.ts';
import { singleSchema } from '../quiz/single/single.schema.ts';
import { trueFalseSchema } from '../quiz/true-false/true-false.schema.ts';

/** An item as authors write it: a keyed item without `lessonId` and `revision`, with `seeds` and `facts`. */
export const authoredItemSchema = z.discriminatedUnion(
  'type',
  [
    singleSchema,
    multipleSchema,
    trueFalseSchema,
    categoriseSchema,
    orderSchema,
    matchSchema,
    shortTextSchema,
    scenarioSchema,
  ],
  { error: 'is no item type; write S, M, TF, CAT, ORD, MAT, TXT or SCN' },
);

export type AuthoredItem = z.infer<typeof authoredItemSchema>;

/** `items.yaml`: the pool of one lesson. */
export const itemsFileSchema = z
  .strictObject({
    practice: z
      .boolean({ error: 'must be true or false; write practice: true for a lesson check' })
      .describe('true: scored on the device, so the keys are shipped on purpose. Exam pools say false.'),
    items: z.array(authoredItemSchema).min(1).describe('8 items; 10 in lessons with five objectives.'),
  })
  .superRefine((file, sink) => {
    checkIds(sink, file.items);
    file.items.forEach((item, index) => {
      if (item.parallelOf === undefined || file.items.some((other) => other.id === item.parallelOf)) return;
      report(
        sink,
        ['items', index, 'parallelOf'],
        `"${item.parallelOf}" is not in this file; write the id of an item that is, or delete the line`,
      );
    });
  });

function checkIds(sink: IssueSink, items: readonly AuthoredItem[]): void {
  const lesson = items[0]?.id.replace(/\.q\d+$/, '');
  items.forEach(({ id }, index) => {
    if (items.findIndex((other) => other.id === id) < index) {
      report(sink, ['items', index, 'id'], `"${id}" is used twice; give this item the next free number`);
    }
    if (id.replace(/\.q\d+$/, '') !== lesson) {
      report(sink, ['items', index, 'id'], `"${id}" is of another lesson; write ${lesson}.qN`);
    }
  });
}
