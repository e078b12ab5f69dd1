/** What an LRS takes, written from the specification (xAPI 1.0.3, part two) and not from our code; § are its sections. */
import { z } from 'zod';

// §4.4, and the versions a strict reader of RFC 4122 knows.
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
// §2.2, §4.3: with a scheme, and no sign that an IRI cannot hold (RFC 3987).
const iri = z
  .string()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  .regex(/^[a-z][a-z0-9+.-]*:[^\x00-\x20<>"{}|\\^`\x7f\ud800-\udfff]+$/)
  .refine((text) => URL.canParse(text) && new URL(text).href === text, 'is written as addresses are read');
// §4.2: keys by RFC 5646.
const languageMap = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/),
  z.string().min(1),
);
// §4.5: RFC 3339 with zone and milliseconds.
const timestamp = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
// §4.6: ISO 8601 4.4.3.2, no finer than 0.01 s.
const duration = z.string().regex(/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/);
// §4.1: keys are IRIs, values any JSON.
const extensions = z.record(iri, z.json()).refine((map) => Object.keys(map).length > 0, 'not empty (§2.2)');
/** Both databases and JSON readers of LRSs keep it. */
const text = z.string().refine((value) => value.isWellFormed() && !value.includes('\0'));

const interactionType = z.enum([
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
]);

// §2.4.4.1. `correctResponsesPattern` may stand there by the specification; ours must not have it.
const activity = z.strictObject({
  objectType: z.literal('Activity').optional(),
  id: iri,
  definition: z
    .strictObject({
      name: languageMap.optional(),
      description: languageMap.optional(),
      type: iri.optional(),
      interactionType: interactionType.optional(),
    })
    .optional(),
});

// §2.4.5, §2.4.5.1.
const score = z
  .strictObject({
    scaled: z.number().min(-1).max(1).optional(),
    raw: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(({ min = -Infinity, max = Infinity }) => min < max)
  .refine(({ raw, min = -Infinity, max = Infinity }) => raw === undefined || (min <= raw && raw <= max));

const result = z.strictObject({
  score: score.optional(),
  success: z.boolean().optional(),
  completion: z.boolean().optional(),
  response: text.min(1).optional(),
  duration: duration.optional(),
  extensions: extensions.optional(),
});

// §2.4.6.
const activities = z.array(activity).min(1).optional();
const context = z.strictObject({
  registration: uuid.optional(),
  contextActivities: z
    .strictObject({ parent: activities, grouping: activities, category: activities, other: activities })
    .optional(),
  revision: text.optional(),
  platform: text.optional(),
  language: z.enum(['zh-CN', 'en']).optional(),
  extensions: extensions.optional(),
});

const RESPONSES: Record<string, RegExp> = {
  'true-false': /^(true|false)$/,
  numeric: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
  matching: /^[\s\S]+?\[\.\][\s\S]+$/,
  // One text: the delimiter must not be in it.
  'fill-in': /^(?![\s\S]*\[,\])[\s\S]+$/,
};

/** A statement as it leaves us: an id is required (part three, 2.1.2), `stored` and `authority` are the LRS's own. */
export const statementSchema = z
  .strictObject({
    id: uuid,
    // §2.4.2: exactly one identifier; a name would make a learner known.
    actor: z.strictObject({
      objectType: z.literal('Agent'),
      account: z.strictObject({ homePage: iri, name: z.string().min(1) }),
    }),
    verb: z.strictObject({ id: iri, display: languageMap }),
    object: activity,
    result: result.optional(),
    context: context.optional(),
    timestamp,
  })
  .refine(({ object, result }) => {
    const format = RESPONSES[object.definition?.interactionType ?? ''];
    return result?.response === undefined || !format || format.test(result.response);
  }, 'the response is in the format of its interaction type');
