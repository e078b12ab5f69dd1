import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AuthoredItem, type ItemsFile, itemsFileSchema } from '#core/model/item.schema.ts';
import type { KeyedItem } from '#core/model/item.ts';
import type { CaseStem } from '#core/model/item-parts.ts';
import { drawCheck } from '#core/quiz/draw.ts';
import { scoreItem } from '#core/quiz/item-types.ts';
import { publishItem } from '#core/quiz/publish-item.ts';
import { quizView } from '#core/quiz/quiz.view.ts';
import { redactItem } from '#core/quiz/redaction.ts';
import { opening, planOf, shortText, single } from './small.ts';

const folder = new URL('../../fixtures/vectors/cases/', import.meta.url);

interface CaseVector {
  source: string;
  file: Record<string, unknown>;
  sheets: { title: string; responses: unknown[]; each: number[]; earned: [number, number] }[];
}

const vectors: (CaseVector & { name: string })[] = readdirSync(folder).map((name) => ({
  name,
  ...JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
}));

function published(file: ItemsFile): KeyedItem[] {
  const cases = (file.cases ?? []) as readonly CaseStem[];
  const head = { lessonId: 'm2-roi-selling-logic', status: 'live', cases } as const;
  return file.items.map((item: AuthoredItem) =>
    publishItem(item, { ...head, revisionOf: (content) => `r${JSON.stringify(content).length}` }),
  );
}

describe.each(vectors)('$name ($source)', ({ file, sheets }) => {
  const items = published(itemsFileSchema.parse(file));

  test.each(sheets)(
    'I15 each item earns its own points, the case their sum: $title',
    ({ responses, each, earned }) => {
      const scores = items.map((item, index) => scoreItem(responses[index], item));
      const points = scores.map((score) => (score.status === 'scored' ? score.earned : Number.NaN));
      expect(points).toEqual(each);
      expect(points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(earned[0] / earned[1], 12);
    },
  );

  test('I15 every item tells the case, so that whoever meets it alone can still work it out', () => {
    for (const item of items) {
      expect(item.case?.stem.zh).toContain('刘敏');
      expect(redactItem(item).case).toEqual(item.case);
      expect(item.case?.figures?.map(({ text }) => text.zh)).toContain('6,000,000元');
    }
  });
});

describe('I15 a case in a file', () => {
  const [vector] = vectors;
  const whole = () => structuredClone(vector?.file) as unknown as ItemsFile;
  const problems = (file: unknown) => {
    const parsed = itemsFileSchema.safeParse(file);
    return parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  };

  test.each<[string, (file: ItemsFile) => void, RegExp]>([
    [
      'an item of a case nobody wrote',
      (file) => Object.assign(file.items[0] as object, { case: 'roi-c' }),
      /^items.0.case "roi-c" is no case of this file; write one of roi-b/,
    ],
    [
      'no cases at all',
      (file) => Object.assign(file, { cases: undefined }),
      /^items.0.case "roi-b" is no case of this file; write it into `cases`/,
    ],
    [
      'two items only',
      (file) => file.items.splice(2),
      /^cases.0.id "roi-b" has 2 items; give case: roi-b to 3 to 5 items/,
    ],
    [
      'a case twice',
      (file) => file.cases?.push(...(file.cases ?? [])),
      /^cases.1.id "roi-b" is used twice in cases; give/,
    ],
    [
      'figures without one',
      (file) => Object.assign(file.cases?.[0] as object, { figures: [] }),
      /^cases.0.figures is empty; write/,
    ],
  ])('%s', (_title, change, message) => {
    const file = whole();
    change(file);
    expect(problems(file)).toContainEqual(expect.stringMatching(message));
  });

  test('another story is another revision of its items, so that a record says which one was told', () => {
    const file = itemsFileSchema.parse(whole());
    const [before] = published(file);
    const [after] = published({
      ...file,
      cases: file.cases?.map((one) => ({
        ...one,
        stem: { ...one.stem, zh: `${one.stem.zh}另外，她缺现金。` },
      })),
    });
    expect(after?.revision).not.toBe(before?.revision);
  });
});

describe('D8 a case in a check', () => {
  const shared: CaseStem = { id: 'k', stem: { zh: '案例', en: 'case' } };
  const inCase = (item: KeyedItem): KeyedItem => ({ ...item, case: shared });
  const items = [
    inCase(single('q1', 'O1')),
    single('q2', 'O1'),
    inCase(single('q3', 'O2')),
    single('q4', 'O2'),
    inCase(shortText('q5', 'O1')),
    single('q6', 'O2'),
    single('q7', 'O1'),
  ];

  test('its items follow each other in the order of the file, so that the story is read once', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const { shown } = drawCheck({ items, objectives: ['O1', 'O2'], seed: `s${seed}` });
      const places = shown.flatMap((item, index) => (item.case ? [index] : []));
      const ids = shown.flatMap((item) => (item.case ? [item.id] : []));
      expect(ids).toEqual([...ids].sort());
      expect(places).toEqual(places.map((_, index) => (places[0] ?? 0) + index));
      expect(new Set(shown).size).toBe(5);
    }
  });

  test('the view shows it above the item, without anything of a key', () => {
    const view = quizView(opening(planOf({ shown: [items[0] as KeyedItem], spare: [] })));
    expect(view.item.case).toEqual(shared);
  });
});
