import { z } from 'zod';
import { slugSchema, textSchema } from './text.schema.ts';

/** What every interactive block has, and every named part of one. */
export const titled = { id: slugSchema.describe('Block id; the MDX file places it.'), title: textSchema };
export const named = { id: z.string().min(1), text: textSchema };
