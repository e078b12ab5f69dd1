import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import { HONEST_TAGS, LOW_TAGS } from '../moves.ts';

/** Words that the parts of a scenario share. */

export const idSchema = z
  .string({ error: 'needs an id; write lower-case letters, digits and underscores' })
  .regex(/^[a-z][a-z0-9_]*$/, {
    error:
      'is no usable id; write lower-case letters, digits and underscores, a letter first, e.g. slow_stock',
  });

/** Ids of turns, as learners’ records name them: T1, P3, M11. */
export const turnIdSchema = z
  .string({ error: 'needs an id; write a letter and a number, e.g. T1' })
  .regex(/^[A-Z]\d{1,2}$/, { error: 'is no turn id; write a capital letter and a number, e.g. T1' });

export const optionIdSchema = z.string().regex(/^[a-d]$/, { error: 'must be a, b, c or d' });

export const moveTagSchema = z
  .enum([...HONEST_TAGS, ...LOW_TAGS], { error: 'is none of the 46 moves; write one of moves.yaml' })
  .describe('One of the 46 moves of moves.yaml.');

const STEPS = 'hinted|stated|confirmed';

export const revealSchema = z
  .string({ error: 'must be a reveal; write need.orders:stated or finding.fall@45' })
  .regex(new RegExp(`^(need\\.[a-z][a-z0-9_]*:(${STEPS})|finding\\.[a-z][a-z0-9_]*(@\\d{1,2})?)$`), {
    error:
      'is no reveal; write need.<id>:hinted, :stated or :confirmed, finding.<id>, or finding.<id>@<trust>',
  })
  .describe('What comes to light: need.orders:stated, or finding.fall@45 = only from trust 45.');

export const findingRefSchema = z
  .string()
  .regex(/^finding\.[a-z][a-z0-9_]*$/, { error: 'is no finding; write finding.<id>, an id of findings' });

export const codeSchema = z
  .enum(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11'], {
    error: 'is no critical error; write E1 … E11',
  })
  .describe(
    'Critical error: E1 private benefit, E2 argues, E3 runs down a rival, E4 number without source, E5 guarantee, E6 price cut, E7 early pitch, E8 breaks confidence, E9 absolute claim, E10 induces breach, E11 hides something.',
  );

export const ladderSchema = z.enum(['next_talk', 'data', 'pilot', 'order'], {
  error: 'is no step; write next_talk, data, pilot or order',
});

const value = z.number().min(0).max(100);
export const valuesSchema = z
  .strictObject({ ability: value, benevolence: value, integrity: value, patience: value, interest: value })
  .describe('The five values of the customer, each 0–100.');

export const sourceSchema = z
  .enum(['A', 'B', 'C'], { error: 'must be A, B or C' })
  .describe('A measured, B estimated by the owner, C compared.');

/** `{ id, text }` and what else a record of a list has. */
export const named = { id: idSchema, text: textSchema };

export const conditionSchema = z
  .strictObject({
    flags: z.array(idSchema).optional().describe('Flags that are set.'),
    noFlags: z.array(idSchema).optional().describe('Flags that are not set.'),
    codes: z.array(codeSchema).optional().describe('Codes that occurred.'),
    anyCode: z.boolean().optional().describe('Some code occurred, or none did.'),
    needs: z
      .array(
        z.string().regex(new RegExp(`^[a-z][a-z0-9_]*:(${STEPS})$`), {
          error: 'is no step of a need; write <need>:stated, without "need."',
        }),
      )
      .optional()
      .describe('Needs at least at that step, e.g. orders:confirmed.'),
    findings: z.array(idSchema).optional().describe('Findings that are shown, without "finding.".'),
    noFindings: z.array(idSchema).optional().describe('Findings that stayed hidden.'),
    ladder: ladderSchema.optional().describe('At least this step was agreed.'),
    ended: z
      .enum(['patience', 'trust', 'compliance', 'novisit2', 'left'])
      .optional()
      .describe('The run broke off for this reason.'),
    minTrust: z.number().min(0).max(100).optional(),
    maxTrust: z.number().min(0).max(100).optional(),
  })
  .describe('All that is named must hold; {} always holds.');
