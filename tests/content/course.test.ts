import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { courseSchema } from '#core/model/course.schema.ts';
import { glossarySchema, sourcesSchema } from '#core/model/glossary.schema.ts';

const content = new URL('../../content/', import.meta.url).pathname;
const read = (file: string) => readFileSync(join(content, file), 'utf8');
const yaml = (file: string) => parse(read(file));

const course = courseSchema.parse(yaml('course.yaml'));
const places = course.modules.flatMap((module) =>
  module.lessons.map((lesson) => ({ ...lesson, module: module.id })),
);

describe('the course map', () => {
  test('36 lessons in 9, 17 and 10, numbered through, 360 minutes, one character each', () => {
    expect(course.modules.map((module) => module.lessons.length)).toEqual([9, 17, 10]);
    expect(places.map((lesson) => lesson.number)).toEqual(
      Array.from({ length: 36 }, (_, index) => index + 1),
    );
    // The curriculum’s 355, and 2 and 3 more for lessons 4 and 9, which readers found longer (docs/reviews).
    expect(places.reduce((sum, lesson) => sum + lesson.minutes, 0)).toBe(360);
    expect(new Set(places.map((lesson) => lesson.glyph)).size).toBe(36);
  });

  test('every lesson that the coverage of the deck names is on the map, so that no seed id is homeless', () => {
    const coverage: { id: string; lesson: string }[] = JSON.parse(read('coverage.json'));
    expect(coverage).toHaveLength(361);
    const known = new Set([...places.map((lesson) => lesson.id), course.capstone.id]);
    expect([...new Set(coverage.map((seed) => seed.lesson))].filter((id) => !known.has(id))).toEqual([]);
  });

  test('glossary and sources keep their form, so that terms and source notes can be shown', () => {
    expect(glossarySchema.parse(yaml('glossary.yaml')).terms.length).toBeGreaterThan(0);
    expect(sourcesSchema.parse(yaml('sources.yaml')).sources.length).toBeGreaterThan(0);
  });
});
