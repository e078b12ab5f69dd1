import { z } from 'zod';
import { timeSchema } from '../model/response.schema.ts';
import { HONEST_TAGS, LOW_TAGS } from './moves.ts';

/** Acts and requests of the role-plays, for HTTP bodies and logs. Equal to `Act` and `SimulatorEvent`. */

const id = z.string().min(1);
const ids = z.array(id);
const tag = z.enum([...HONEST_TAGS, ...LOW_TAGS]);
const atMs = z.int().min(0).optional().describe('Ms since the run began; changes no score.');

export const actSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('option.choose'), atMs, turn: id, option: id }),
  z.strictObject({
    type: z.literal('move.make'),
    atMs,
    tag,
    topic: id.optional().describe('Where the learner leads.'),
    turn: id.optional().describe('Where the customer leads.'),
    elements: ids.describe('Elements and flags that the sentence contains.'),
    block: id.optional().describe('The sentence block spoken; only words depend on it.'),
    text: z.string().optional().describe('Level 3: what was typed.'),
    claimed: tag.optional().describe('Level 3: the tag meant, where another was heard.'),
    kept: z.boolean().optional().describe('Level 3: the claim was kept.'),
    reading: z.string().optional().describe('Level 3: how the sentence was read.'),
  }),
  z.strictObject({
    type: z.literal('pitch.deliver'),
    atMs,
    features: ids,
    advantage: id.optional(),
    benefits: ids.describe('One; with two listeners up to two.'),
    evidence: id.optional(),
    limitNamed: z.boolean(),
    order: z.enum(['BAF', 'FAB', 'AFB']),
    seconds: z.number().min(0).optional().describe('From the timer; absent = estimated from the cards.'),
  }),
  z.strictObject({ type: z.literal('advert.arrange'), atMs, cards: ids.describe('Headline first.') }),
  z.strictObject({
    type: z.literal('walk.close'),
    atMs,
    notes: z.array(z.strictObject({ spot: id, note: z.enum(['neutral', 'judging']) })),
  }),
  z.strictObject({
    type: z.literal('board.close'),
    atMs,
    cause: id.optional(),
    evidence: ids,
    rejected: ids,
    decisions: z.record(z.string(), id).optional().describe('Person → option.'),
    phoned: z.boolean(),
    hypothesis: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('dataroom.close'),
    atMs,
    items: z.array(z.strictObject({ id, purpose: z.boolean() })),
  }),
  z.strictObject({
    type: z.literal('desk.close'),
    atMs,
    rows: z.record(z.string(), z.union([z.number(), z.string()])).describe('Row → figure or row.'),
    tags: z.record(z.string(), z.enum(['A', 'B', 'C'])),
    problem: id.optional(),
    rejected: id.optional(),
    decision: id.optional(),
  }),
  z.strictObject({ type: z.literal('run.leave'), atMs }),
]);

const at = timeSchema.describe('Epoch ms, UTC.');

export const simulatorEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('run.start'), at }),
  z.strictObject({
    type: z.literal('prep.choose'),
    at,
    cards: ids.describe('Three cards, six points at most.'),
  }),
  z.strictObject({ type: z.literal('act.make'), at, act: actSchema }),
  z.strictObject({ type: z.literal('outcome.read'), at }),
  z.strictObject({
    type: z.literal('rating.give'),
    at,
    ratings: z.record(z.string(), z.int().min(0).max(4)).describe('By criterion, before the score is shown.'),
  }),
]);
