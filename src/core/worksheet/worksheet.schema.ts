import { z } from 'zod';
import { slugSchema, statusSchema, textSchema } from '../model/text.schema.ts';

/** `content/worksheets/t-NN.yaml`: a sentence for each field an author writes. */

const idSchema = z
  .string({ error: 'needs an id; write a word of letters, e.g. goal' })
  .regex(/^[a-z][A-Za-z0-9]*$/, {
    error: 'is no usable id; write a word of letters, beginning with a small one, e.g. goal',
  })
  .describe('Id of the field; what people filled in names it, so it is final once published.');

const namedSchema = z.strictObject({ id: z.string().min(1), text: textSchema });

const level = z.enum(['error', 'warning'], {
  error: 'is no level; write error (cannot be complete) or warning (worth a thought)',
});
const ruleBase = {
  level,
  text: textSchema.describe('What to say: what was seen, and what to write instead.'),
};
const word = z.array(z.string().min(1)).min(1);

const ruleSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...ruleBase, kind: z.literal('has-number') }),
    z.strictObject({ ...ruleBase, kind: z.literal('equals'), field: z.string() }),
    z.strictObject({ ...ruleBase, kind: z.literal('begins-with'), words: word }),
    z.strictObject({ ...ruleBase, kind: z.literal('contains'), words: word }),
    z.strictObject({
      ...ruleBase,
      kind: z.literal('days-after'),
      field: z.string(),
      least: z.int(),
      most: z.int(),
    }),
    z.strictObject({ ...ruleBase, kind: z.literal('after'), field: z.string() }),
    z.strictObject({ ...ruleBase, kind: z.literal('below'), than: z.number() }),
    z.strictObject({ ...ruleBase, kind: z.literal('above'), field: z.string() }),
    z.strictObject({ ...ruleBase, kind: z.literal('thin'), least: z.int().positive() }),
    z.strictObject({ ...ruleBase, kind: z.literal('needed-with'), field: z.string() }),
  ],
  {
    error:
      'is no rule; write has-number, equals, begins-with, contains, days-after, after, below, above, thin or needed-with',
  },
);

const common = {
  id: idSchema,
  label: textSchema.describe('What stands over the field.'),
  hint: textSchema.optional().describe('One line under the label: what helps to fill it in.'),
  required: z
    .boolean()
    .optional()
    .describe('true: the sheet is complete only with it. A draft may always be kept.'),
  private: z.boolean().optional().describe('true: never in what is shown to others.'),
  rules: z.array(ruleSchema).optional().describe('What is looked at in it.'),
};

const scalarSchemas = [
  z.strictObject({
    ...common,
    kind: z.literal('text'),
    most: z.int().positive().max(2000),
    long: z.boolean().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('number') }),
  z.strictObject({ ...common, kind: z.literal('date') }),
  z.strictObject({ ...common, kind: z.literal('flag') }),
  z.strictObject({
    ...common,
    kind: z.literal('picture'),
    alt: z.string().describe('The text field beside it that says what is in the picture.'),
  }),
  z.strictObject({ ...common, kind: z.literal('choice'), options: z.array(namedSchema).min(2) }),
  z.strictObject({ ...common, kind: z.literal('many'), options: z.array(namedSchema).min(2) }),
  z.strictObject({
    ...common,
    kind: z.literal('mark'),
    from: z.int(),
    to: z.int(),
    ends: z.strictObject({ low: textSchema, high: textSchema }).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('marks'),
    rows: z.array(namedSchema).min(2),
    marks: z.array(textSchema).min(2),
  }),
] as const;

const listSchema = z.strictObject({
  ...common,
  kind: z.literal('list'),
  one: textSchema.describe('What one row is called on the button that adds one.'),
  most: z.int().positive().max(60),
  grewFrom: z
    .strictObject({ field: z.string(), as: z.string() })
    .optional()
    .describe('A published field that this list replaced, and the field of a row that takes it over.'),
  fields: z.array(z.discriminatedUnion('kind', [...scalarSchemas])).min(1),
});

const fieldSchema = z.discriminatedUnion('kind', [...scalarSchemas, listSchema], {
  error: 'is no kind of field; write text, number, date, flag, picture, choice, many, mark, marks or list',
});

const titled = { title: textSchema };
const outputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...titled, kind: z.literal('card'), field: z.string(), picture: z.string() }),
  z.strictObject({
    ...titled,
    kind: z.literal('prompt'),
    day: z.string().describe('A choice whose options are mon, tue, wed, thu, fri, sat, sun.'),
    due: z.string().describe('A date; after it nobody is asked any more.'),
    text: textSchema.describe('What to look at again on that day.'),
  }),
  z.strictObject({
    ...titled,
    kind: z.literal('progress'),
    from: z.string(),
    to: z.string(),
    now: z.string(),
    start: z.string(),
    due: z.string(),
  }),
  z.strictObject({
    ...titled,
    kind: z.literal('quality'),
    checks: z
      .array(
        z.strictObject({ need: z.enum(['number', 'filled', 'row']), field: z.string(), text: textSchema }),
      )
      .min(1),
  }),
  z.strictObject({ ...titled, kind: z.literal('weeks'), list: z.string(), date: z.string() }),
  z.strictObject({ ...titled, kind: z.literal('tally'), list: z.string(), field: z.string() }),
  z.strictObject({
    ...titled,
    kind: z.literal('average'),
    list: z.string(),
    date: z.string().describe('A day of the week that a row is about.'),
    field: z.string().describe('The marks of a row.'),
  }),
  z.strictObject({
    ...titled,
    kind: z.literal('rehearsal'),
    phases: z
      .array(z.strictObject({ seconds: z.int().positive(), text: textSchema, fields: z.array(z.string()) }))
      .min(1),
  }),
  z.strictObject({
    ...titled,
    kind: z.literal('showcase'),
    list: z.string(),
    chosen: z.string(),
    date: z.string().describe('The day a row belongs to; the show goes by month.'),
    fields: z.array(z.string()).min(1),
  }),
]);

export const worksheetSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^t-\d{2}$/, { error: 'is no worksheet; write t-01 … t-18' })
      .describe('Number in the toolbox.'),
    status: statusSchema,
    title: textSchema,
    purpose: textSchema.describe('What it is for, in one sentence.'),
    begin: textSchema.describe('What to do first, for an empty sheet.'),
    minutes: z.int().positive().describe('Minutes for the first time.'),
    lessons: z.array(slugSchema).describe('Lessons that use it.'),
    named: z.string().describe('The text field whose words name a sheet among others.'),
    sections: z
      .array(
        z.strictObject({
          id: idSchema,
          title: textSchema,
          hint: textSchema.optional(),
          fields: z.array(fieldSchema).min(1),
        }),
      )
      .min(1),
    outputs: z.array(outputSchema).describe('What is worked out from it.'),
    example: z
      .record(z.string(), z.unknown())
      .describe('A filled sheet of the invented world; a date is a number of days from today.'),
  })
  .superRefine((sheet, sink) => {
    const fields = sheet.sections.flatMap((section) => section.fields);
    const ids = fields.map(({ id }) => id);
    const report = (path: (string | number)[], message: string) => {
      sink.addIssue({ code: 'custom', path, message });
    };
    const known = (id: string, path: (string | number)[], among: readonly string[] = ids) => {
      if (!among.includes(id)) report(path, `"${id}" is no field of it; write one of ${among.join(', ')}`);
    };
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) < index) report(['sections'], `"${id}" is the id of two fields; give one another`);
    known(sheet.named, ['named']);
    for (const [s, section] of sheet.sections.entries())
      for (const [f, field] of section.fields.entries()) {
        const path = ['sections', s, 'fields', f];
        for (const named of fieldsNamed(field.rules))
          known(named.field, [...path, 'rules', named.at, 'field']);
        if (field.kind === 'picture') known(field.alt, [...path, 'alt']);
        if (field.kind !== 'list') continue;
        const inner = [...ids, ...field.fields.map(({ id }) => id)];
        if (field.grewFrom) known(field.grewFrom.as, [...path, 'grewFrom', 'as'], inner);
        for (const [n, one] of field.fields.entries()) {
          for (const named of fieldsNamed(one.rules))
            known(named.field, [...path, 'fields', n, 'rules', named.at, 'field'], inner);
          if (one.kind === 'picture') known(one.alt, [...path, 'fields', n, 'alt'], inner);
        }
      }
    for (const [index, output] of sheet.outputs.entries()) {
      const path = ['outputs', index];
      const list = 'list' in output ? fields.find(({ id }) => id === output.list) : undefined;
      if ('list' in output && list?.kind !== 'list') {
        report([...path, 'list'], `"${output.list}" is no list of it`);
        continue;
      }
      const inner = list?.kind === 'list' ? list.fields.map(({ id }) => id) : ids;
      for (const id of idsNamed(output)) known(id, path, inner);
    }
    for (const id of Object.keys(sheet.example)) known(id, ['example', id]);
  });

function fieldsNamed(
  rules: readonly z.infer<typeof ruleSchema>[] | undefined,
): { field: string; at: number }[] {
  return (rules ?? []).flatMap((rule, at) => ('field' in rule ? [{ field: rule.field, at }] : []));
}

/** The fields an output is worked out from: of the list where it has one, else of the sheet. */
function idsNamed(output: z.infer<typeof outputSchema>): string[] {
  switch (output.kind) {
    case 'card':
      return [output.field, output.picture];
    case 'prompt':
      return [output.day, output.due];
    case 'progress':
      return [output.from, output.to, output.now, output.start, output.due];
    case 'quality':
      return output.checks.map(({ field }) => field);
    case 'tally':
      return [output.field];
    case 'average':
      return [output.date, output.field];
    case 'weeks':
      return [output.date];
    case 'rehearsal':
      return output.phases.flatMap((phase) => phase.fields);
    case 'showcase':
      return [output.chosen, output.date, ...output.fields];
  }
}
