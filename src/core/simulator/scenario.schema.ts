import { z } from 'zod';
import { statusSchema, textSchema } from '../model/text.schema.ts';
import { checkBlocks } from './author/blocks.ts';
import { checkComplete } from './author/complete.ts';
import { checkFairness } from './author/fairness.ts';
import { figurePlanSchema } from './author/figures.schema.ts';
import { checkFigures } from './author/figures.ts';
import type { IssueSink } from './author/issue.ts';
import { checkMarks } from './author/marks.ts';
import { level3Schema, promptBlocksSchema, topicPhaseSchema } from './author/phase.schema.ts';
import { checkReferences, type Known } from './author/references.ts';
import { taskSchemas } from './author/task.schema.ts';
import { checkTasks } from './author/tasks.ts';
import { sheetSchema } from './author/turn.schema.ts';
import { checkWording } from './author/wording.ts';
import { conditionSchema, idSchema, named, sourceSchema } from './author/words.schema.ts';
import { DEFAULT_SEED } from './default-seed.ts';
import { drawScenario } from './figures/draw-scenario.ts';
import { HONEST_TAGS, LOW_TAGS } from './moves.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case words with hyphens' });
const trust = z.number().min(0).max(100).optional();

const head = {
  id: z.string().regex(/^[a-z]-[a-z]$/, { error: 'must be two letters with a hyphen, e.g. d-a' }),
  simulator: z.enum(['fab-pitch', 'sales-doctor', 'roi-selling'], {
    error: 'must be fab-pitch, sales-doctor or roi-selling, as the folder',
  }),
  status: statusSchema,
  entryLevel: z.literal([1, 2, 3]).describe('Suggested entry: 1 guided, 2 standard, 3 expert.'),
  minutes: z.int().min(3).max(40).describe('For one run.'),
  title: textSchema.describe('What the customer’s case is, not its solution.'),
  trains: textSchema.describe('One line: what one practises here.'),
  lessons: z.array(slug).min(1).describe('Lessons that prepare for it, ids of course.yaml.'),
  hot: z.boolean().describe('true: the customer starts irritated, and warm moves count more.'),
  ownFault: z.boolean().describe('true: there is a fault of our own to answer.'),
  endTrust: trust.describe('The customer ends the talk below this trust; absent = 20.'),
  secondVisitTrust: trust.describe('Trust that opens the second visit without an agreed step; absent = 50.'),
};

const briefing = z
  .strictObject({
    where: textSchema.describe('Where and who.'),
    now: textSchema.describe('Why just now.'),
    goal: textSchema.describe('What the learner wants to reach.'),
    known: z.array(textSchema).describe('What is known before. Never a finding.'),
  })
  .describe('Read before the first line.');

const prepCard = z.strictObject({
  id: slug,
  kind: z.enum(['data', 'sample', 'colleague', 'agenda', 'reference']),
  cost: z.int().min(1).max(4).describe('1–4 points; three cards and six points at most are taken along.'),
  title: textSchema,
  note: textSchema.describe('What the learner then has in the notes. No finding, no other figure.'),
});

const persons = z.array(
  z.strictObject({
    id: idSchema,
    name: textSchema,
    role: textSchema.describe('Who they are, in a few words.'),
    art: slug.optional().describe('Portrait: public/art/persona-<art>.svg; none = initials.'),
  }),
);

const needs = z
  .array(
    z.strictObject({
      ...named,
      weight: z.number().min(1).max(100),
      person: idSchema.optional().describe('Whose need it is.'),
      top: z.literal(true).optional().describe('true: a top need (FAB pitch).'),
    }),
  )
  .min(1)
  .describe('Weights sum to 100; the first one is the first need.');

const findings = z
  .array(z.strictObject({ ...named, source: sourceSchema.optional() }))
  .describe('What the learner may discover, one line each, as one would note it.');

const told = z.strictObject({ when: conditionSchema, text: textSchema });

const shape = z.strictObject({
  ...head,
  figures: figurePlanSchema.optional(),
  briefing,
  prep: z.array(prepCard).describe('Five cards.'),
  persons,
  needs,
  findings,
  stages: z.array(z.discriminatedUnion('kind', [sheetSchema, ...taskSchemas])).min(1),
  topicPhase: topicPhaseSchema.optional(),
  blocks: promptBlocksSchema,
  level3: level3Schema.optional(),
  endings: z
    .array(told.extend({ id: slug.describe('Kept in records: final once published.') }))
    .min(1)
    .describe('Result as a story. The first whose condition holds; the last has when: {}.'),
  evening: z.strictObject({
    teller: idSchema.describe('Who tells it at home, an id of persons.'),
    groups: z.array(z.array(told).min(1)).describe('Of each group the first line that holds is told.'),
  }),
});

/**
 * `content/scenarios/<simulator>/<id>.yaml`.
 * @param known seed ids and lesson ids of the course; what is not given is not checked.
 */
export function scenarioSchemaWith(known: Known) {
  return shape.superRefine((written, sink: IssueSink) => {
    if (!checkFigures(written, sink)) return;
    const scenario = drawScenario(written, DEFAULT_SEED);
    checkReferences(scenario, known, sink);
    checkTasks(scenario, sink);
    checkMarks(scenario, sink);
    checkFairness(scenario, sink);
    checkBlocks(scenario, sink);
    checkWording(scenario, sink);
    checkComplete(scenario, sink);
  });
}

export const scenarioSchema = scenarioSchemaWith({});

const moveWords = z.strictObject({
  label: textSchema.describe('The move’s name.'),
  as: textSchema.describe('What a speaker thinks he is doing; gives no trap away.'),
  hint: textSchema.describe('One line for guided play, without naming an option.'),
  sentence: textSchema
    .refine(({ zh, en }) => [zh, en].every((one) => one.split('{topic}').length === 2), {
      error: 'must hold {topic} exactly once in each language',
    })
    .describe('A plain sentence of this move with {topic} once.'),
});

/** `content/scenarios/moves.yaml`: words for all 46 moves, no other. */
export const movesSchema = z.strictObject(
  Object.fromEntries([...HONEST_TAGS, ...LOW_TAGS].map((tag) => [tag, moveWords])) as Record<
    (typeof HONEST_TAGS)[number] | (typeof LOW_TAGS)[number],
    typeof moveWords
  >,
);
