import { z } from 'zod';
import { slugSchema, textSchema } from '../model/text.schema.ts';

const ITEMS = { least: 3, most: 5 };

/** A case of an items file: what 3 to 5 items share. */
export const caseSchema = z.strictObject({
  id: slugSchema.describe('Id, unique within the file; items name it as `case`.'),
  stem: textSchema.describe('Who, where, what happened; told once, shown above each of its items.'),
  figures: z
    .array(
      z.strictObject({
        label: textSchema.describe('What the figure is, with its period and base.'),
        text: textSchema.describe('The figure with its unit, e.g. 400,000元 / 400,000 yuan.'),
      }),
    )
    .min(1, { error: 'is empty; write the figures or delete the line' })
    .optional()
    .describe('Figures as a short table, when they are more than two.'),
});

/** @returns what is wrong with the number of items of a case; undefined when nothing is. */
export function caseSizeProblem(id: string, count: number): string | undefined {
  if (count >= ITEMS.least && count <= ITEMS.most) return undefined;
  const remedy = `give case: ${id} to ${ITEMS.least} to ${ITEMS.most} items`;
  return `"${id}" has ${count} items; ${remedy}`;
}
