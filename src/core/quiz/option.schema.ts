import { z } from 'zod';
import { slugSchema, textSchema } from '../model/text.schema.ts';

/** Parts that the schemas of all item types share. */

export const optionIdSchema = z
  .string({ error: 'must be a quoted id; write e.g. "a"' })
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, {
    error: 'is no usable id; write letters and digits joined by hyphens, e.g. a or need-first',
  })
  .describe(
    'Id, unique within its list; responses in learners’ records name it, so never reuse it for another text.',
  );

export const optionTextSchema = textSchema.describe('What the learner reads.');

export const publicOptionSchema = z.strictObject({ id: optionIdSchema, text: optionTextSchema });

/** A note of the author: `publishItem` takes it off before the item is hashed and shipped. */
export const misconceptionRefSchema = slugSchema
  .optional()
  .describe('Wrong options only: the misconception it stands for, an id of lesson.yaml. Not shipped.');

export const keyedOptionSchema = z.strictObject({
  id: optionIdSchema,
  text: optionTextSchema,
  correct: z
    .boolean({ error: 'must be true or false; write correct: true for a key' })
    .describe('Is it a key?'),
  misconception: misconceptionRefSchema,
  feedback: textSchema.describe(
    'Shown when chosen. Key: why it is right. Else: what is attractive about it, then where it breaks.',
  ),
});

export const extensionSchema = textSchema.describe('Shown when all is right: why, and one line further.');

/** The context of a superRefine, as far as the checks here need it. */
export interface IssueSink {
  addIssue(issue: { code: 'custom'; path: (string | number)[]; message: string }): void;
}

export function report(sink: IssueSink, path: (string | number)[], message: string): void {
  sink.addIssue({ code: 'custom', path, message });
}

/** Report every id that a list holds twice. */
export function checkUniqueIds(sink: IssueSink, list: string, options: readonly { id: string }[]): void {
  options.forEach(({ id }, index) => {
    if (options.findIndex((option) => option.id === id) < index) {
      report(sink, [list, index, 'id'], `"${id}" is used twice in ${list}; give this one an id of its own`);
    }
  });
}

/** Report an id that is not in the list it points into. */
export function checkKnownId(
  sink: IssueSink,
  path: (string | number)[],
  id: string,
  list: string,
  options: readonly { id: string }[],
): void {
  if (options.some((option) => option.id === id)) return;
  const known = options.map((option) => option.id).join(', ');
  report(sink, path, `"${id}" is not among ${list}; write one of ${known}`);
}
