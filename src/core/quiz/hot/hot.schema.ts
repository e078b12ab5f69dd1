import { z } from 'zod';
import { HOT_SCENES } from '../../model/item-parts.ts';
import { textSchema } from '../../model/text.schema.ts';
import { itemBaseFields } from '../item-base.schema.ts';
import {
  checkUniqueIds,
  extensionSchema,
  type IssueSink,
  optionIdSchema,
  optionTextSchema,
  report,
} from '../option.schema.ts';

const percent = z.number().min(0).max(100);

const spotSchema = z.strictObject({
  id: optionIdSchema,
  text: optionTextSchema.describe('Block: what was done. Line: what was said. Area: what is seen there.'),
  minutes: z.number().positive().optional().describe('bar: how long the block lasts.'),
  by: textSchema.optional().describe('transcript: who speaks.'),
  area: z
    .tuple([percent, percent, percent, percent])
    .optional()
    .describe('picture: left, top, width, height in percent of the picture.'),
  still: z
    .literal(true, { error: 'can only be true; write still: true, or correct and feedback' })
    .optional()
    .describe('true: belongs to the drawing and cannot be chosen, e.g. a customer’s line.'),
  correct: z
    .boolean({ error: 'must be true or false; write correct: true for a target' })
    .optional()
    .describe('Is it a target?'),
  feedback: textSchema
    .optional()
    .describe('Shown when chosen. Target: why. Else: what is attractive about it, then where it breaks.'),
});

type Spot = z.infer<typeof spotSchema>;

const pictureSchema = z.strictObject({
  src: z
    .string()
    .regex(/^\/art\/[a-z0-9-]+\.(svg|webp|avif|jpg|png)$/, {
      error: 'is no picture of public/art; write e.g. /art/x.svg',
    })
    .describe('A file of public/art.'),
  width: z.int().positive().describe('Its own width in px.'),
  height: z.int().positive().describe('Its own height in px.'),
});

/** What each scene asks of every spot. */
const NEEDED = { bar: 'minutes', transcript: 'by', picture: 'area' } as const;

/** HOT: places on a time bar, a transcript or a picture. */
export const hotSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('HOT'),
    scene: z
      .enum(HOT_SCENES, { error: 'is no scene; write bar, transcript or picture' })
      .describe('bar: blocks of time · transcript: lines of a talk · picture: areas of a drawing.'),
    caption: textSchema.describe('What the drawing shows, for eyes and ears: 一次50分钟的拜访.'),
    picture: pictureSchema.optional().describe('For scene picture.'),
    spots: z
      .array(spotSchema)
      .min(3, { error: 'has fewer than 3 spots; write 3 to 12' })
      .max(12, { error: 'has more than 12 spots; keep 3 to 12' })
      .describe('In the order of the drawing: first to last, top to bottom. At least 3 can be chosen.'),
    choose: z
      .int()
      .min(1)
      .optional()
      .describe('How many to choose = number of targets; absent: “choose all that fit”.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    checkUniqueIds(sink, 'spots', item.spots);
    for (const [index, spot] of item.spots.entries()) checkSpot(sink, spot, index, item.scene);
    if ((item.scene === 'picture') !== (item.picture !== undefined)) {
      report(sink, ['picture'], 'belongs to scene picture; write it there and nowhere else');
    }
    const open = item.spots.filter((spot) => !spot.still);
    if (open.length < 3)
      report(sink, ['spots'], `${open.length} spots can be chosen; leave at least 3 without still`);
    checkTargets(sink, open.filter((spot) => spot.correct).length, open.length, item.choose);
  });

function checkSpot(sink: IssueSink, spot: Spot, index: number, scene: keyof typeof NEEDED): void {
  const path = (field: string) => ['spots', index, field];
  for (const field of Object.values(NEEDED)) {
    const isNeeded = field === NEEDED[scene];
    if (isNeeded && spot[field] === undefined)
      report(sink, path(field), `is missing; scene ${scene} needs ${field}`);
    if (!isNeeded && spot[field] !== undefined)
      report(sink, path(field), `is of another scene; delete ${field}`);
  }
  const [left = 0, top = 0, width = 0, height = 0] = spot.area ?? [];
  if (left + width > 100 || top + height > 100)
    report(sink, path('area'), 'reaches over the picture’s edge; keep within 100');
  const isKeyed = spot.correct !== undefined && spot.feedback !== undefined;
  if (spot.still ? spot.correct !== undefined || spot.feedback !== undefined : !isKeyed) {
    report(
      sink,
      path('correct'),
      'is a spot with half a key; write correct and feedback, or still: true and neither',
    );
  }
}

function checkTargets(sink: IssueSink, targets: number, open: number, choose: number | undefined): void {
  if (targets === 0) report(sink, ['spots'], '0 spots are targets; mark one or more correct: true');
  else if (targets === open) report(sink, ['spots'], 'every spot is a target; add one that is none');
  else if (choose === undefined ? targets === 1 : choose !== targets) {
    report(
      sink,
      ['choose'],
      `is ${choose ?? 'missing'}, but ${targets} spots are targets; write ${targets}, or correct the targets`,
    );
  }
}
