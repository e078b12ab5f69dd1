import { describe, expect, test } from 'vitest';
import { authoredItemSchema } from '#core/model/item.schema.ts';
import type { KeyedHot } from '#core/model/item.ts';
import { vectors } from './vectors.ts';

const scenes = vectors.map(({ item }) => item).filter((item): item is KeyedHot => item.type === 'HOT');

/** The vector's item of one scene as its author writes it, changed. */
function authored(scene: KeyedHot['scene'], change: (item: KeyedHot) => object = () => ({})): object {
  const found = scenes.find((item) => item.scene === scene) as KeyedHot;
  const { lessonId: _lesson, revision: _revision, ...item } = structuredClone(found);
  return { ...item, ...change(item as KeyedHot) };
}

/** The same with one spot changed. */
const spotAs = (scene: KeyedHot['scene'], place: number, change: object) =>
  authored(scene, ({ spots }) => ({
    spots: spots.map((spot, index) => (index === place ? { ...spot, ...change } : spot)),
  }));

function problems(item: object): string[] {
  const parsed = authoredItemSchema.safeParse(item);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

test('I12 all three scenes have a table made by hand', () => {
  expect(new Set(scenes.map(({ scene }) => scene))).toEqual(new Set(['bar', 'transcript', 'picture']));
});

describe('I12 the author of a drawing reads what is wrong and what to write instead', () => {
  test.each<[string, object, RegExp]>([
    [
      'an unknown scene',
      authored('bar', () => ({ scene: 'map' })),
      /^scene is no scene; write bar, transcript or picture/,
    ],
    [
      'a block without minutes',
      spotAs('bar', 0, { minutes: undefined }),
      /^spots.0.minutes is missing; scene bar needs minutes/,
    ],
    [
      'a block with a speaker',
      spotAs('bar', 0, { by: { zh: '甲', en: 'A' } }),
      /^spots.0.by is of another scene; delete by/,
    ],
    [
      'a line without a speaker',
      spotAs('transcript', 1, { by: undefined }),
      /^spots.1.by is missing; scene transcript needs by/,
    ],
    [
      'an area without a place',
      spotAs('picture', 0, { area: undefined }),
      /^spots.0.area is missing; scene picture needs area/,
    ],
    [
      'an area over the edge',
      spotAs('picture', 0, { area: [90, 0, 20, 10] }),
      /^spots.0.area reaches over the picture’s edge; keep within 100/,
    ],
    [
      'no picture',
      authored('picture', () => ({ picture: undefined })),
      /^picture belongs to scene picture; write it there/,
    ],
    [
      'a picture nobody drew for us',
      authored('picture', () => ({ picture: { src: 'https://x.cn/a.png', width: 1, height: 1 } })),
      /^picture.src is no picture of public\/art; write/,
    ],
    [
      'a spot without feedback',
      spotAs('bar', 0, { feedback: undefined }),
      /^spots.0.correct is a spot with half a key; write correct and feedback, or still/,
    ],
    [
      'a still spot with a key',
      spotAs('transcript', 1, { correct: false }),
      /^spots.1.correct is a spot with half a key/,
    ],
    [
      'two targets for choose: 1',
      spotAs('bar', 0, { correct: true }),
      /^choose is 1, but 2 spots are targets; write 2/,
    ],
    [
      'one target without choose',
      authored('bar', () => ({ choose: undefined })),
      /^choose is missing, but 1 spots are targets; write 1/,
    ],
    ['no target', spotAs('bar', 1, { correct: false }), /^spots 0 spots are targets; mark/],
    [
      'every spot a target',
      authored('picture', ({ spots }) => ({ spots: spots.map((spot) => ({ ...spot, correct: true })) })),
      /^spots every spot is a target; add/,
    ],
    ['one spot twice', spotAs('bar', 1, { id: 'greet' }), /^spots.1.id "greet" is used twice in spots; give/],
    [
      'too few spots',
      authored('bar', ({ spots }) => ({ spots: spots.slice(0, 2) })),
      /^spots has fewer than 3 spots; write/,
    ],
    [
      'too few to choose from',
      authored('transcript', ({ spots }) => ({ spots: spots.slice(0, 4) })),
      /^spots 2 spots can be chosen; leave at least 3/,
    ],
  ])('%s', (_title, item, message) => {
    expect(problems(item)).toContainEqual(expect.stringMatching(message));
  });
});
