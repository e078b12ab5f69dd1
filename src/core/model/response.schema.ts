import { z } from 'zod';
import { LATEST_TIME } from './shape.ts';

const id = z.string().min(1);

/** A response of any item type; ids are checked against the item by `acceptsResponse`. Equal to `Response`. */
export const responseSchema = z.union([
  z.strictObject({ optionId: id }).describe('S, SCN'),
  z.strictObject({ optionIds: z.array(id) }).describe('M, HOT'),
  z.strictObject({ truth: z.boolean().optional(), reasonId: id.optional() }).describe('TF'),
  z.strictObject({ bins: z.record(z.string(), id) }).describe('CAT: card → bin'),
  z.strictObject({ order: z.array(id) }).describe('ORD: first to last'),
  z.strictObject({ pairs: z.record(z.string(), id) }).describe('MAT: left → right'),
  z.strictObject({ typed: z.string() }).describe('NUM: as typed'),
  z.strictObject({ text: z.string() }).describe('TXT'),
]);

export const confidenceSchema = z.enum(['guess', 'fairly', 'sure']);

/** Epoch ms, UTC. */
export const timeSchema = z.int().min(0).max(LATEST_TIME);

const notMoreThanPossible = { error: 'earned is more than possible; send 0 ≤ earned ≤ possible' };

/** Points: 0 ≤ earned ≤ possible, possible > 0. */
export const scoreSchema = z
  .strictObject({ earned: z.number().min(0), possible: z.number().positive() })
  .refine((score) => score.earned <= score.possible, notMoreThanPossible);

export const outcomeSchema = z
  .strictObject({ earned: z.number().min(0), possible: z.number().positive(), passed: z.boolean() })
  .refine((outcome) => outcome.earned <= outcome.possible, notMoreThanPossible);
