import { describe, expect, test } from 'vitest';
import { interactionSchema } from '#core/model/interaction.schema.ts';

const both = (text: string) => ({ zh: text, en: `${text} en` });
const named = (id: string) => ({ id, text: both(id) });
const head = { id: 'block', title: both('标题'), prompt: both('做什么') };

const composer = {
  ...head,
  kind: 'composer',
  fields: [
    { id: 'goal', label: both('目标'), hint: both('例') },
    { id: 'if-this', label: both('如果'), hint: both('例') },
  ],
  whole: both('{goal}；如果{if-this}'),
  checks: [{ kind: 'number', field: 'goal', text: both('有数字') }],
  example: both('例子'),
};
const rating = {
  ...head,
  kind: 'rating',
  low: both('少'),
  high: both('多'),
  pick: both('先练哪条'),
  axes: ['a', 'b', 'c'].map((axis) => ({
    ...named(axis),
    lowest: both('最低'),
    markers: [1, 2, 3].map((place) => named(`${axis}${place}`)),
  })),
};
const believable = {
  ...head,
  kind: 'believable',
  low: both('不信'),
  high: both('信'),
  lines: ['a', 'b', 'c', 'd'].map((id, index) => ({
    ...named(id),
    works: index > 1,
    why: both('因为'),
  })),
};
const shares = {
  ...head,
  kind: 'shares',
  parts: ['trust', 'needs', 'offer'].map(named),
  model: { trust: 40, needs: 40, offer: 20 },
  modelName: both('新模式'),
  situations: [
    { ...named('new'), fits: { trust: [50, 70] }, good: both('合适'), more: { trust: both('信任不够') } },
  ],
};
const calc = {
  ...head,
  kind: 'calc',
  inputs: [{ ...named('churn'), least: 5, most: 40, step: 1, value: 20, unit: both('%') }],
  outputs: [{ ...named('stay'), formula: '100 / churn', unit: both('年') }],
  note: both('没说的'),
};
const grid = {
  ...head,
  kind: 'grid',
  rows: ['a', 'b'].map((id) => ({ ...named(id), example: both('例') })),
  columns: [named('who')],
};
const scale = {
  ...head,
  kind: 'scale',
  benefits: both('得到'),
  costs: both('付出'),
  cards: ['a', 'b', 'c', 'd'].map((id, index) => ({ ...named(id), side: index ? 'benefit' : 'cost' })),
  personas: ['chen', 'li'].map((id) => ({
    ...named(id),
    weights: { a: 1, b: 2, c: 3, d: 0 },
    why: both('因为'),
  })),
};
const timer = {
  ...head,
  kind: 'timer',
  parts: [{ ...named('opening'), seconds: 30 }],
  after: both('怎么样'),
};
const checkin = {
  ...head,
  kind: 'checkin',
  questions: ['sleep', 'food'].map(named),
  advice: both('小步'),
};
const reflect = { ...head, kind: 'reflect', hint: both('例') };

/** What the author reads: `place: sentence`. */
const mistakes = (block: unknown) => {
  const parsed = interactionSchema.safeParse(block);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('a block that is right passes', () => {
  const blocks = { composer, rating, believable, shares, calc, grid, scale, timer, checkin, reflect };
  test.each(Object.entries(blocks))('%s', (_, block) => expect(mistakes(block)).toEqual([]));
});

describe('a block that would fail a learner names the place and the remedy', () => {
  test.each<[string, unknown, string]>([
    [
      'a check of a field that is not there would stay open for ever',
      { ...composer, checks: [{ kind: 'number', field: 'goals', text: both('有数字') }] },
      'checks.0.field: "goals" is no field; write one of goal, if-this',
    ],
    [
      'a misspelt place would stand in the preview',
      { ...composer, whole: { zh: '{goals}；{if-this}{goal}', en: '{goal} {if-this}' } },
      'whole.zh: {goals} is no field; write {goal}, {if-this}',
    ],
    [
      'a field left out of the whole would lose what was written',
      { ...composer, whole: { zh: '{goal}；{if-this}', en: '{goal}' } },
      'whole.en: says nothing of "if-this"; what is written there would be missing in the whole',
    ],
    [
      'two fields of one id would overwrite each other',
      { ...composer, fields: [...composer.fields, composer.fields[0]] },
      'fields.2.id: "goal" stands twice; give each its own id',
    ],
    [
      'a check without words in one language',
      {
        ...composer,
        checks: [{ kind: 'any-of', field: 'goal', words: { zh: ['就'], en: [] }, text: both('有') }],
      },
      'checks.0.words.en: is empty; write at least one word, in quotes if it could be read as a number or yes/no',
    ],
    [
      'one marker on two axes would be rated twice',
      {
        ...rating,
        axes: [
          ...rating.axes,
          { ...named('d'), lowest: both('最低'), markers: [named('a1'), named('d2'), named('d3')] },
        ],
      },
      'axes.3.markers.0.id: "a1" stands twice in this rating; give each marker its own id, over all axes',
    ],
    [
      'only lines that help leave nothing to judge',
      { ...believable, lines: believable.lines.map((line) => ({ ...line, works: true })) },
      'lines: are all of one kind; mix lines that help (works: true) with lines that do not',
    ],
    [
      'a model of 110',
      { ...shares, model: { trust: 50, needs: 40, offer: 20 } },
      'model: sums to 110; the shares of all parts are 100',
    ],
    [
      'a model without one of the parts',
      { ...shares, model: { trust: 60, needs: 40 } },
      'model: says nothing of "offer"; give it a share, 0 if need be',
    ],
    [
      'a range for no part',
      {
        ...shares,
        situations: [{ ...shares.situations[0], fits: { trusts: [50, 70] }, more: { trusts: both('少') } }],
      },
      'situations.0.fits.trusts: "trusts" is no part; write one of trust, needs, offer',
    ],
    [
      'a situation that nothing fits',
      {
        ...shares,
        situations: [
          {
            ...shares.situations[0],
            fits: { trust: [60, 80], needs: [50, 60] },
            more: { trust: both('少'), needs: both('少') },
          },
        ],
      },
      'situations.0.fits: allows sums of 110 to 240 only, never 100; widen a range',
    ],
    [
      'silence outside a range',
      { ...shares, situations: [{ ...shares.situations[0], more: {} }] },
      'situations.0.more: says nothing of "trust"; write what is said when it is outside its range',
    ],
    [
      'a misspelt name in a formula',
      { ...calc, outputs: [{ ...named('stay'), formula: '100 / chrun', unit: both('年') }] },
      'outputs.0.formula: "chrun" is no input and no output before it; write one of churn',
    ],
    [
      'a figure that rests on a later one',
      {
        ...calc,
        outputs: [
          { ...named('worth'), formula: 'stay * 2', unit: both('元') },
          { ...named('stay'), formula: '100 / churn', unit: both('年') },
        ],
      },
      'outputs.0.formula: "stay" is no input and no output before it; write one of churn',
    ],
    [
      'a formula that does not read',
      { ...calc, outputs: [{ ...named('stay'), formula: '100 / (churn', unit: both('年') }] },
      'outputs.0.formula: "100 / (churn" cannot be read; use names, numbers and + - * / ( )',
    ],
    [
      'a start beyond the slider',
      { ...calc, inputs: [{ ...calc.inputs[0], value: 50 }] },
      'inputs.0.value: 50 does not lie between least 5 and most 40',
    ],
    [
      'a name no formula can write',
      { ...calc, inputs: [{ ...calc.inputs[0], id: 'churn-rate' }] },
      'inputs.0.id: must be one word that begins with a letter, so that a formula can name it, e.g. churn',
    ],
    [
      'a scale with one pan',
      { ...scale, cards: scale.cards.map((card) => ({ ...card, side: 'benefit' })) },
      'cards: have no cost; a scale needs something in both pans',
    ],
    [
      'a person who weighs a card that is not there',
      {
        ...scale,
        personas: [{ ...scale.personas[0], weights: { a: 1, b: 2, c: 3, d: 0, e: 5 } }, scale.personas[1]],
      },
      'personas.0.weights.e: "e" is no card; write one of a, b, c, d',
    ],
    [
      'a person who forgot a card',
      { ...scale, personas: [{ ...scale.personas[0], weights: { a: 1, b: 2, c: 3 } }, scale.personas[1]] },
      'personas.0.weights: says nothing of "d"; write its weight, 0 if it weighs nothing',
    ],
    [
      'a question whose id the record needs',
      { ...checkin, questions: [named('week'), named('food')] },
      'questions.0.id: "week" is taken by the record; write another id',
    ],
  ])('%s', (_, block, sentence) => {
    expect(mistakes(block)).toContain(sentence);
  });
});
