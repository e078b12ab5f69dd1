import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { courseSchema } from '#core/model/course.schema.ts';
import { glossarySchema, sourcesSchema } from '#core/model/glossary.schema.ts';
import { itemsFileSchema } from '#core/model/item.schema.ts';
import { lessonSchema } from '#core/model/lesson.schema.ts';

const content = new URL('../../content/', import.meta.url).pathname;
const read = (file: string) => readFileSync(join(content, file), 'utf8');
const yaml = (file: string) => parse(read(file));

function foldersWith(name: string, folder = 'lessons'): string[] {
  return readdirSync(join(content, folder)).flatMap((entry) => {
    const path = `${folder}/${entry}`;
    if (!statSync(join(content, path)).isDirectory()) return entry === name ? [folder] : [];
    return foldersWith(name, path);
  });
}

const course = courseSchema.parse(yaml('course.yaml'));
const places = course.modules.flatMap((module) =>
  module.lessons.map((lesson) => ({ ...lesson, module: module.id })),
);
const folders = foldersWith('lesson.yaml');

/** Tags of a lesson's components with their ids, in order; what both languages must share. */
const skeleton = (mdx: string) =>
  [...mdx.matchAll(/<([A-Z]\w+)([^>]*)/g)].map(
    (match) => `${match[1]}${match[2]?.match(/ id="([^"]+)"/)?.[1] ?? ''}`,
  );

/** The figures of a text, without thousands separators; 1.49万 is 14900. */
const numbers = (text: string) =>
  (
    text
      .replace(/,(?=\d{3})/g, '')
      .replace(/(\d+(?:\.\d+)?)万/g, (_, figure) => String(Math.round(Number(figure) * 10_000)))
      .match(/\d+(\.\d+)?/g) ?? []
  ).sort();

/** Components that show an interaction of lesson.yaml by its id. */
const PLACED =
  /<(Sort|Swipe|Reorder|Pairs|Flip|Choices|MiniDialogue|Talk|Composer|Rating|Believable|Shares|Calc|Grid|Scale|Timer|Reflect|CheckIn|Diagram) id="([^"]+)"/g;

describe('the course map', () => {
  test('36 lessons in 9, 17 and 10, numbered through, 355 minutes, one character each', () => {
    expect(course.modules.map((module) => module.lessons.length)).toEqual([9, 17, 10]);
    expect(places.map((lesson) => lesson.number)).toEqual(
      Array.from({ length: 36 }, (_, index) => index + 1),
    );
    expect(places.reduce((sum, lesson) => sum + lesson.minutes, 0)).toBe(355);
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

describe.each(folders)('%s', (folder) => {
  const lesson = lessonSchema.parse(yaml(`${folder}/lesson.yaml`));
  const { items } = itemsFileSchema.parse(yaml(`${folder}/items.yaml`));
  const zh = read(`${folder}/lesson.zh.mdx`);
  const en = read(`${folder}/lesson.en.mdx`);
  const blocks = [...zh.matchAll(/<[A-Z]\w+ id="([^"]+)"/g)].map((match) => match[1]);

  test('stands where course.yaml and its folder say', () => {
    const place = places.find((one) => one.id === lesson.id);
    expect([place?.number, place?.module, place?.minutes]).toEqual([
      lesson.number,
      lesson.module,
      lesson.minutes,
    ]);
    expect(folder).toContain(`/${lesson.module}/${String(lesson.number).padStart(2, '0')}-`);
  });

  test('both languages have the same components and ids in the same order', () => {
    expect(skeleton(en)).toEqual(skeleton(zh));
  });

  test('both languages state the same figures', () => {
    const body = (mdx: string) => mdx.replace(/^---[\s\S]*?---/, '').replace(/<[^>]*\bid="[^"]*"/g, '');
    const han = numbers(body(zh)).filter((figure) => figure.length > 1);
    for (const figure of new Set(han))
      expect(numbers(body(en)), `figure ${figure} in English`).toContain(figure);
  });

  test('each objective has at least two items, so that a second attempt can ask it differently', () => {
    for (const { id } of lesson.objectives)
      expect(
        items.filter((item) => item.objective === id && item.status === 'live').length,
        id,
      ).toBeGreaterThanOrEqual(2);
  });

  test('feedback and covers lead to blocks that exist', () => {
    for (const item of items) expect(blocks, item.id).toContain(item.block);
    const practice = [
      ...items.map((item) => item.id.split('.')[1]),
      ...lesson.interactions.map((interaction) => interaction.id),
    ];
    for (const cover of lesson.covers) {
      expect(blocks, cover.seed).toContain(cover.block);
      for (const id of cover.practice) expect(practice, cover.seed).toContain(id);
    }
  });

  test('covers exactly the seed ids the deck gives it', () => {
    const coverage: { id: string; lesson: string }[] = JSON.parse(read('coverage.json'));
    const wanted = coverage.filter((seed) => seed.lesson === lesson.id).map((seed) => seed.id);
    expect(lesson.covers.map((cover) => cover.seed).sort()).toEqual(wanted.sort());
  });

  test('every interaction of lesson.yaml is placed in the text, and no other', () => {
    const placed = [...zh.matchAll(PLACED)].map((match) => match[2]);
    expect(placed.sort()).toEqual(lesson.interactions.map((interaction) => interaction.id).sort());
  });

  test('cited sources and terms exist', () => {
    const sources = sourcesSchema.parse(yaml('sources.yaml')).sources.map((source) => source.id);
    for (const fact of lesson.facts) expect(sources).toContain(fact);
    const terms = glossarySchema.parse(yaml('glossary.yaml')).terms.map((term) => term.id);
    for (const [, id] of zh.matchAll(/(?:<Term id|glossary)="([^"]+)"/g)) expect(terms).toContain(id);
  });

  test('has 900 to 1,500 Han characters of running text and practice before the check', () => {
    const text = zh.replace(/^---[\s\S]*?---/, '').replace(/<[^>]+>/g, '');
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    expect(han).toBeGreaterThanOrEqual(900);
    expect(han).toBeLessThanOrEqual(1500);
    const practices = [...zh.matchAll(PLACED)].filter((match) => match[1] !== 'Diagram');
    expect(practices.some(({ index }) => index < zh.indexOf('<QuizBlock'))).toBe(true);
  });
});
