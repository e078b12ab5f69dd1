import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyedItem, Status } from '#core/model/item.ts';
import type { CheckContent } from '#core/model/lesson.ts';
import { drawCheck, openingSeed, planCheck } from '#core/quiz/draw.ts';
import { DrawError } from '#core/quiz/draw-error.ts';
import { openingPlan } from '#core/quiz/opening.ts';
import { order, scenario, shortText, single } from './small.ts';
import { vectorItem } from './vectors.ts';

const objectives = ['O1', 'O2', 'O3', 'O4'];

/** Eight items as in a lesson: two per objective, one short text and one scenario among them. */
const pool: KeyedItem[] = [
  single('q1', 'O1'),
  order('q2', 'O2'),
  order('q3', 'O3'),
  shortText('q4', 'O4'),
  single('q5', 'O1'),
  single('q6', 'O2'),
  single('q7', 'O3'),
  scenario('q8', 'O4'),
];

const ids = (items: readonly KeyedItem[]) => items.map((item) => item.id.replace('m9-small.', ''));
const inStatus = (item: KeyedItem, status: Status): KeyedItem => ({ ...item, status });
const request = { items: pool, objectives };

describe('what every learner may rely on', () => {
  test('D1 shown and spare are the whole pool, each item once', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { shown, spare } = drawCheck({ ...request, seed });
        expect(shown).toHaveLength(5);
        expect(ids([...shown, ...spare]).sort()).toEqual(ids(pool).sort());
      }),
    );
  });

  test('D2 each objective is asked, so that a pass speaks for the whole lesson', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray(ids(pool)), (seed, avoided) => {
        const avoid = avoided.map((id) => `m9-small.${id}`);
        const { shown } = drawCheck({ ...request, seed, avoid });
        expect(new Set(shown.map((item) => item.objective))).toEqual(new Set(objectives));
      }),
    );
  });

  test('D3 a scenario or a text is always there, so that a check is never recall alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray(ids(pool)), (seed, avoided) => {
        const { shown } = drawCheck({ ...request, seed, avoid: avoided.map((id) => `m9-small.${id}`) });
        expect(shown.some((item) => item.type === 'SCN' || item.type === 'TXT')).toBe(true);
      }),
    );
  });

  test('D3 a number to be worked out is no recall either: where it is the only such item, it is always there', () => {
    const items = pool.map((item) => {
      const objective = item.objective;
      if (item.type === 'SCN') return { ...vectorItem('NUM'), id: item.id, lessonId: 'm9-small', objective };
      return item.type === 'TXT' ? single('q4', objective) : item;
    });
    for (let seed = 0; seed < 50; seed += 1) {
      const { shown } = drawCheck({ ...request, items, seed: `s${seed}` });
      expect(shown.some((item) => item.type === 'NUM')).toBe(true);
    }
  });

  test('D7 an item and its parallel form are not drawn together, as the feedback on one gives the other away', () => {
    const twins = pool.map((item) =>
      item.id === 'm9-small.q7' ? { ...item, parallelOf: 'm9-small.q1' } : item,
    );
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const shown = ids(drawCheck({ ...request, items: twins, seed }).shown);
        expect(shown.includes('q1') && shown.includes('q7')).toBe(false);
      }),
    );
  });

  test('D4 three items of eight are new at the next try; two must come back', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const before = drawCheck({ ...request, seed }).shown.map((item) => item.id);
        const { shown } = drawCheck({ ...request, seed: `${seed}again`, avoid: before });
        expect(shown.filter((item) => before.includes(item.id))).toHaveLength(2);
      }),
    );
  });

  test('D4 an objective whose only other item was just shown is asked again rather than left out', () => {
    const avoid = ['m9-small.q1', 'm9-small.q5'];
    const { shown } = drawCheck({ ...request, seed: 's', avoid });
    expect(shown.filter((item) => avoid.includes(item.id))).toHaveLength(1);
  });

  test('D5 with openWith, one of these types stands first', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(drawCheck({ ...request, seed, openWith: ['SCN'] }).shown[0]?.type).toBe('SCN');
        expect(drawCheck({ ...request, seed, openWith: ['TXT', 'ORD'] }).shown[0]?.type).toMatch(/TXT|ORD/);
      }),
    );
  });

  test('D1 the order is not the order of the file: over many seeds every item stands first', () => {
    const first = new Set(
      Array.from({ length: 200 }, (_, seed) => drawCheck({ ...request, seed: `${seed}` }).shown[0]?.id),
    );
    expect(first.size).toBe(8);
  });

  test('D1 a seed draws the same check for ever, so that the page and the island agree (golden)', () => {
    const { shown, spare } = drawCheck({ ...request, seed: 'golden' });
    expect([ids(shown), ids(spare)]).toMatchInlineSnapshot(`
      [
        [
          "q2",
          "q5",
          "q7",
          "q8",
          "q1",
        ],
        [
          "q3",
          "q4",
          "q6",
        ],
      ]
    `);
  });
});

describe('D1 status', () => {
  const mixed = [inStatus(single('q9', 'O1'), 'draft'), inStatus(single('q10', 'O2'), 'retired'), ...pool];

  test('drafts and retired items reach no learner, neither shown nor spare', () => {
    const { shown, spare } = drawCheck({ items: mixed, objectives, seed: 's' });
    expect(ids([...shown, ...spare]).sort()).toEqual(ids(pool).sort());
  });

  test('an author sees drafts on request; retired items never', () => {
    const { shown, spare } = drawCheck({ items: mixed, objectives, seed: 's', drafts: true });
    expect(ids([...shown, ...spare]).sort()).toEqual([...ids(pool), 'q9'].sort());
  });
});

describe('D5 the opening seed', () => {
  test('everybody’s first item is one that the page can hold', () => {
    for (let revision = 0; revision < 50; revision += 1) {
      const seed = openingSeed(pool, objectives, `rev${revision}`);
      expect(seed).toMatch(new RegExp(`^rev${revision}/\\d+$`));
      expect(drawCheck({ ...request, seed }).shown[0]?.type).toMatch(/^(S|M|TF|SCN)$/);
    }
  });

  test('it is the first such seed, so that building twice gives the same page', () => {
    const seed = openingSeed(pool, objectives, 'rev');
    const before = Array.from({ length: Number(seed.split('/')[1]) }, (_, index) => `rev/${index}`);
    for (const other of before)
      expect(drawCheck({ ...request, seed: other }).shown[0]?.type).toMatch(/ORD|TXT/);
    expect(openingSeed([...pool], [...objectives], 'rev')).toBe(seed);
  });

  test('a pool without such an item is an error at build, not an empty page', () => {
    const slow = objectives.flatMap((objective, index) => [
      order(`q${index}`, objective),
      shortText(`q${index + 4}`, objective),
    ]);
    expect(() => openingSeed(slow, objectives, 'rev')).toThrow(
      /m9-small: none of 1000 draws .*; publish an item/,
    );
  });
});

describe('D6 a pool that cannot do it names lesson, objective and remedy', () => {
  const failing: [string, Partial<Parameters<typeof drawCheck>[0]>, RegExp, string | undefined][] = [
    [
      'too few',
      { items: pool.slice(0, 4) },
      /^m9-small: 4 live items, 5 needed; write or publish more/,
      undefined,
    ],
    [
      'only drafts',
      { items: pool.map((item) => inStatus(item, 'draft')) },
      /0 live items, 5 needed/,
      undefined,
    ],
    ['empty', { items: [] }, /^a lesson without items: 0 live items/, undefined],
    [
      'an objective without items',
      { objectives: [...objectives, 'O5'] },
      /objective O5 has no live item; write or publish two/,
      'O5',
    ],
    [
      'an item for no objective',
      { objectives: ['O1', 'O2', 'O3'] },
      /m9-small.q4 names objective O4, .*; write one of O1, O2, O3/,
      'O4',
    ],
    [
      'no opener',
      { openWith: ['TF'] },
      /no 5 of 8 items covers O1, O2, O3, O4 and .* opens with TF; write an item/,
      undefined,
    ],
  ];
  test.each(failing)('%s', (_title, change, message, objective) => {
    const attempt = () => drawCheck({ ...request, seed: 's', ...change });
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ code: 'draw', objective }) as unknown as DrawError);
  });

  test('D2 with fewer places than objectives, as many objectives as there are places', () => {
    const { shown } = drawCheck({ ...request, seed: 's', count: 3 });
    expect(new Set(shown.map((item) => item.objective)).size).toBe(3);
  });
});

describe('D1 the plan of an attempt', () => {
  const check: CheckContent = {
    v: 1,
    lessonId: 'm9-small',
    lessonRevision: 'rev',
    passPoints: 4,
    objectives: objectives.map((id) => ({ id, bloom: 'Ap', text: { zh: id, en: id } })),
    items: pool,
    opening: { seed: 'rev/7', shown: ['m9-small.q8', 'm9-small.q1'], spare: ['m9-small.q2'] },
  };

  test('the first attempt is the one drawn at build, so that its first item is the one in the page', () => {
    const plan = openingPlan(check, 'a1');
    expect(ids(plan.shown)).toEqual(['q8', 'q1']);
    expect(ids(plan.spare)).toEqual(['q2']);
    expect(plan).toMatchObject({
      attemptId: 'a1',
      lessonId: 'm9-small',
      lessonRevision: 'rev',
      seed: 'rev/7',
      passPoints: 4,
    });
  });

  test('the next attempt has its own seed and new items first', () => {
    const avoid = planCheck(check, { attemptId: 'a1', seed: 'first' }).shown.map((item) => item.id);
    const plan = planCheck(check, { attemptId: 'a2', seed: 'other', avoid });
    expect(plan.seed).toBe('other');
    expect(plan.shown.filter((item) => avoid.includes(item.id))).toHaveLength(2);
  });
});

test('D6 the error is one a build can tell apart', () => {
  expect(new DrawError('m1-a', 'wrong', 'remedy')).toBeInstanceOf(Error);
});
