import { z } from 'zod';
import { caseSchema, caseSizeProblem } from '../quiz/case.schema.ts';
import { categoriseSchema } from '../quiz/categorise/categorise.schema.ts';
import { hotSchema } from '../quiz/hot/hot.schema.ts';
import { matchSchema } from '../quiz/match/match.schema.ts';
import { multipleSchema } from '../quiz/multiple/multiple.schema.ts';
import { numericSchema } from '../quiz/numeric/numeric.schema.ts';
import { checkUniqueIds, type IssueSink, report } from '../quiz/option.schema.ts';
import { orderSchema } from '../quiz/order/order.schema.ts';
import { scenarioSchema } from '../quiz/scenario/scenario.schema.ts';
import { sharedOptionsProblem } from '../quiz/shared-options.ts';
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
    numericSchema,
    shortTextSchema,
    hotSchema,
    scenarioSchema,
  ],
  {
    error:
      'is no item type; write S, M, TF, CAT, ORD, MAT, NUM, TXT, HOT or SCN (a case is `cases` and `case: <id>`)',
  },
);

export type AuthoredItem = z.infer<typeof authoredItemSchema>;

/** `items.yaml`: the pool of one lesson. */
export const itemsFileSchema = z
  .strictObject({
    practice: z
      .boolean({ error: 'must be true or false; write practice: true for a lesson check' })
      .describe('true: scored on the device, so the keys are shipped on purpose. Exam pools say false.'),
    cases: z
      .array(caseSchema)
      .optional()
      .describe('Stories with figures that 3 to 5 items share; an item joins by `case: <id>`.'),
    items: z.array(authoredItemSchema).min(1).describe('8 items; 10 in lessons with five objectives.'),
  })
  .superRefine((file, sink) => {
    checkIds(sink, file.items);
    checkCases(sink, file);
    file.items.forEach((item, index) => {
      checkParallel(sink, item, index, file.items);
      checkSharing(sink, item, index, file.items);
    });
  });

export type ItemsFile = z.infer<typeof itemsFileSchema>;

type Items = readonly AuthoredItem[];

function checkIds(sink: IssueSink, items: Items): void {
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

function checkParallel(sink: IssueSink, { parallelOf }: AuthoredItem, index: number, items: Items): void {
  if (parallelOf === undefined || items.some((other) => other.id === parallelOf)) return;
  const remedy = 'write the id of an item that is, or delete the line';
  report(sink, ['items', index, 'parallelOf'], `"${parallelOf}" is not in this file; ${remedy}`);
}

function checkSharing(sink: IssueSink, item: AuthoredItem, index: number, items: Items): void {
  const { sharesOptionsWith: id } = item;
  if (id === undefined) return;
  const other = items.find((one) => one.id === id && one !== item);
  const problem = other ? sharedOptionsProblem(item, other) : 'is no other item of this file; write its id';
  if (problem) report(sink, ['items', index, 'sharesOptionsWith'], `"${id}" ${problem}`);
}

function checkCases(sink: IssueSink, file: { cases?: readonly { id: string }[] | undefined; items: Items }) {
  const { cases = [], items } = file;
  checkUniqueIds(sink, 'cases', cases);
  items.forEach((item, index) => {
    if (item.case === undefined || cases.some(({ id }) => id === item.case)) return;
    const known = cases.map(({ id }) => id).join(', ');
    const remedy = known ? `write one of ${known}` : 'write it into `cases` at the top of the file';
    report(sink, ['items', index, 'case'], `"${item.case}" is no case of this file; ${remedy}`);
  });
  cases.forEach(({ id }, index) => {
    const problem = caseSizeProblem(id, items.filter((item) => item.case === id).length);
    if (problem) report(sink, ['cases', index, 'id'], problem);
  });
}
