import { z } from 'zod';
import { type IssueSink, report } from '../author/issue.ts';
import { codeSchema, moveTagSchema } from '../author/words.schema.ts';
import type { FreeTextData } from './free-text.ts';
import { characterTable } from './normal-form.ts';
import { mistakeOfPattern } from './pattern-mistake.ts';
import { COMPUTED_SLOTS } from './slots.ts';

/** Lists that the procedure itself reads; the others are named by tags and elements. */
export const PROCEDURE_LISTS = [
  'said',
  'negator',
  'neg_exception',
  'postneg',
  'number',
  'claim',
  'source',
  'antisource',
  'criterion',
  'openq',
  'question',
  'product',
  'lead',
  'advantage',
  'vague',
  'fact',
] as const;

const patternsSchema = z
  .array(z.string({ error: "must be a pattern in quotes; write e.g. '\\bsorry\\b'" }))
  .min(1, { error: 'is empty; write a pattern or delete the list' })
  .describe(
    'One regular expression a line, in single quotes: half-width marks, lower case, simplified characters.',
  );

const slotSchema = z
  .string({ error: 'must be the name of a list; write e.g. purpose, or time|benefit for one of both' })
  .describe('Name of a list, or of several joined by | where one is enough.');

const dangerSchema = z.strictObject({
  tag: moveTagSchema.describe('The move the customer hears.'),
  code: codeSchema.optional(),
  test: z
    .literal('number', { error: 'can only be number; delete the line where the danger has patterns' })
    .optional()
    .describe('Instead of patterns: a figure that claims an effect and has no source.'),
  patterns: patternsSchema.optional(),
  except: patternsSchema.optional().describe('A clause that matches one of these is harmless.'),
  ignoresNegation: z.boolean().optional().describe('true: the patterns contain their own negation.'),
  despiteNegation: patternsSchema
    .optional()
    .describe('Hits that count although 不 or “not” stands before them.'),
  reportable: z.boolean().optional().describe('true: harmless where the customer’s words are reported.'),
  listeners: z.literal(2).optional().describe('2: only with two customers present.'),
  sparesQuestions: z
    .boolean()
    .optional()
    .describe('true: harmless when the sentence ends in an open question.'),
});

const tagSchema = z.strictObject({
  tag: moveTagSchema,
  need: z.array(slotSchema).min(1).describe('Lists that must all match.'),
  forbid: z.array(slotSchema).optional().describe('Lists none of which may match.'),
  weak: z.boolean().optional().describe('true: only when no other move fits.'),
  down: z
    .array(
      z.strictObject({
        when: z.array(slotSchema).min(1).describe('Lists that must all match.'),
        heard: moveTagSchema.describe('What is heard then.'),
      }),
    )
    .optional()
    .describe('Claimed but not met: the first line that fits decides.'),
});

/** `content/scenarios/free-text.yaml`: what a typed sentence is heard as. */
export const freeTextSchema = z
  .strictObject({
    traditional: z.string().describe('Pairs traditional–simplified, blanks between: 現现 們们.'),
    lists: z.record(z.string(), patternsSchema).describe('Pattern lists by name.'),
    dangers: z.array(dangerSchema).min(1).describe('In the order in which they are tried.'),
    tags: z
      .array(tagSchema)
      .min(1)
      .describe('Moves that may be claimed, in the order in which others are tried.'),
    elements: z.record(z.string(), slotSchema).describe('Element of a sentence → list that proves it.'),
    noEcho: z
      .strictObject({ han: z.array(z.string()), english: z.array(z.string()) })
      .describe('Words that are no echo of the customer.'),
  })
  .superRefine((data, sink) => {
    checkTable(sink, data.traditional);
    checkNames(sink, data);
    checkPatterns(sink, data);
  });

function checkTable(sink: IssueSink, traditional: string): void {
  const pairs = traditional.trim().split(/\s+/u);
  const simplified = new Set(pairs.map((pair) => Array.from(pair)[1]));
  pairs.forEach((pair, index) => {
    const [from = '', to, more] = Array.from(pair);
    const isPair = to !== undefined && more === undefined && from !== to;
    if (!isPair)
      report(
        sink,
        ['traditional'],
        `"${pair}" is no pair; write the traditional character, then the simplified one`,
      );
    else if (simplified.has(from))
      report(
        sink,
        ['traditional'],
        `"${pair}": ${from} is the simplified one of another pair; delete one of the two or turn it round`,
      );
    else if (pairs.findIndex((other) => other.startsWith(from)) < index)
      report(sink, ['traditional'], `"${pair}": ${from} stands there twice; delete one`);
  });
}

function checkNames(sink: IssueSink, { lists, tags, elements, dangers }: FreeTextData): void {
  const known: readonly string[] = [...Object.keys(lists), ...COMPUTED_SLOTS];
  const check = (path: (string | number)[], slots: readonly string[]) => {
    for (const slot of slots.flatMap((one) => one.split('|')))
      if (!known.includes(slot))
        report(
          sink,
          path,
          `"${slot}" is no list; write a list of this file or one of ${COMPUTED_SLOTS.join(', ')}`,
        );
  };
  for (const name of PROCEDURE_LISTS)
    if (!lists[name]) report(sink, ['lists'], `the list ${name} is missing; the procedure reads it`);
  tags.forEach((tag, index) => {
    check(['tags', index, 'need'], tag.need);
    check(['tags', index, 'forbid'], tag.forbid ?? []);
    tag.down?.forEach((line, at) => {
      check(['tags', index, 'down', at, 'when'], line.when);
    });
    if (tags.findIndex((other) => other.tag === tag.tag) < index)
      report(sink, ['tags', index, 'tag'], `"${tag.tag}" is used twice; join the two`);
  });
  for (const [id, slot] of Object.entries(elements)) check(['elements', id], [slot]);
  dangers.forEach(({ test, patterns }, index) => {
    if ((test === undefined) === (patterns === undefined))
      report(sink, ['dangers', index], 'needs patterns, or test: number, not both; write one of them');
  });
}

function checkPatterns(sink: IssueSink, { traditional, lists, dangers }: FreeTextData): void {
  const simplified = characterTable(traditional);
  const check = (path: (string | number)[], list: string, patterns: readonly string[] = []) =>
    patterns.forEach((pattern, index) => {
      const mistake = mistakeOfPattern(pattern, simplified);
      if (mistake) report(sink, [...path, index], `in the list ${list} ${mistake}`);
    });
  for (const [name, patterns] of Object.entries(lists)) check(['lists', name], name, patterns);
  dangers.forEach(({ tag, patterns, except, despiteNegation }, index) => {
    check(['dangers', index, 'patterns'], tag, patterns);
    check(['dangers', index, 'except'], `${tag} (except)`, except);
    check(['dangers', index, 'despiteNegation'], `${tag} (despiteNegation)`, despiteNegation);
  });
}
