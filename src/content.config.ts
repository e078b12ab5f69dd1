import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { courseSchema } from '#core/model/course.schema.ts';
import { glossarySchema, sourcesSchema } from '#core/model/glossary.schema.ts';
import { itemsFileSchema } from '#core/model/item.schema.ts';
import { lessonSchema, lessonTextSchema } from '#core/model/lesson.schema.ts';
import { freeTextSchema } from '#core/simulator/free-text/free-text.schema.ts';
import { movesSchema, scenarioSchema } from '#core/simulator/scenario.schema.ts';
import { worksheetSchema } from '#core/worksheet/worksheet.schema.ts';

/** The entry's path without its ending is its id, so that errors and code name the same file. */
const byPath = ({ entry }: { entry: string }) => entry.replace(/\.(mdx|yaml)$/, '');
const files = (pattern: string) => glob({ base: './content', pattern, generateId: byPath });

export const collections = {
  course: defineCollection({ loader: files('course.yaml'), schema: courseSchema }),
  lessons: defineCollection({ loader: files('lessons/**/lesson.yaml'), schema: lessonSchema }),
  lessonTexts: defineCollection({ loader: files('lessons/**/lesson.{zh,en}.mdx'), schema: lessonTextSchema }),
  items: defineCollection({ loader: files('lessons/**/items.yaml'), schema: itemsFileSchema }),
  glossary: defineCollection({ loader: files('glossary.yaml'), schema: glossarySchema }),
  sources: defineCollection({ loader: files('sources.yaml'), schema: sourcesSchema }),
  freeText: defineCollection({ loader: files('scenarios/free-text.yaml'), schema: freeTextSchema }),
  scenarios: defineCollection({ loader: files('scenarios/*/*.yaml'), schema: scenarioSchema }),
  worksheets: defineCollection({ loader: files('worksheets/*.yaml'), schema: worksheetSchema }),
  moves: defineCollection({ loader: files('scenarios/moves.yaml'), schema: movesSchema }),
};
