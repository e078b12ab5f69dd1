/**
 * Expected statements are written by hand from xAPI 1.0.3, part two (§) and ADL's vocabulary; the UUIDs come from Python's
 * `uuid.uuid5`, the facts from tests/fixtures/facts.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Fact, FactType } from '#core/model/fact.ts';
import type { Response } from '#core/model/response.ts';
import { interactionOf } from '#core/statement/interaction.ts';
import { statementOf } from '#core/statement/statement-of.ts';
import { statementSchema } from './xapi.schema.ts';

const LEARNER = '3f0e7b1c-2a4d-4c55-8e21-9b6d0c7f1a22';
const origin = 'https://course.example.com';
const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest();
const plan = { origin, learnerId: LEARNER, sha1 };
const AT = 1764000000000;
const fact = (type: FactType): Fact =>
  JSON.parse(readFileSync(new URL(`../../fixtures/facts/${type}.v1.json`, import.meta.url), 'utf8'));

const lesson = {
  objectType: 'Activity',
  id: 'https://course.example.com/learn/m2-fab-pitch/',
  definition: { type: 'http://adlnet.gov/expapi/activities/lesson' },
};
const course = {
  objectType: 'Activity',
  id: 'https://course.example.com/',
  definition: { type: 'http://adlnet.gov/expapi/activities/course' },
};
const check = {
  objectType: 'Activity',
  id: 'https://course.example.com/learn/m2-fab-pitch/#check',
  definition: { type: 'http://adlnet.gov/expapi/activities/assessment' },
};
/** §2.4.2.4: opaque, no name, no mbox. §4.5: 1764000000 s after 1970 is 2025-11-24T16:00:00Z (`date -u -d @1764000000`). */
const always = {
  actor: {
    objectType: 'Agent',
    account: { homePage: 'https://course.example.com/', name: '3f0e7b1c-2a4d-4c55-8e21-9b6d0c7f1a22' },
  },
  timestamp: '2025-11-24T16:00:00.000Z',
};
const whenZh = { revision: '9f2c4e6a8b0d', platform: 'Sanxiu', language: 'zh-CN' };
const ATTEMPT = '3ae4d76e-f1aa-515c-8b2c-ede4549fbe75';

const EXPECTED: Partial<Record<FactType, unknown>> = {
  // §2.4.3; “initialized”: a learner has begun an activity.
  'lesson.opened': {
    ...always,
    id: '916fec58-a1d9-5223-9d15-8102cc31a94f',
    verb: {
      id: 'http://adlnet.gov/expapi/verbs/initialized',
      display: { 'zh-CN': '打开了', en: 'opened' },
    },
    object: lesson,
    context: { ...whenZh, contextActivities: { parent: [course] } },
  },
  // §2.4.5: completion says that it is finished, not that it was good.
  'lesson.completed': {
    ...always,
    id: '0b505855-9a89-5a4d-9f71-a7bbef7bc686',
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { 'zh-CN': '完成了', en: 'completed' } },
    object: lesson,
    result: { completion: true },
    context: { ...whenZh, registration: ATTEMPT, contextActivities: { parent: [course] } },
  },
  // §4.1: what xAPI has no place for stands under an address of ours.
  'interaction.finished': {
    ...always,
    id: 'cc608119-1d1d-5402-b049-04d573993e51',
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { 'zh-CN': '完成了', en: 'completed' } },
    object: {
      objectType: 'Activity',
      id: 'https://course.example.com/learn/m2-fab-pitch/#three-layers',
      definition: { type: 'http://adlnet.gov/expapi/activities/interaction' },
    },
    result: { completion: true, extensions: { 'https://course.example.com/xapi/slips': 2 } },
    context: { ...whenZh, contextActivities: { parent: [lesson], grouping: [course] } },
  },
  // §2.4.4.1 “Response Patterns”: pairs `source[.]target` joined by `[,]`; §2.4.5.1 scaled = raw / max; §4.6 duration.
  'item.responded': {
    ...always,
    id: 'ba269cc0-0c3d-5484-b680-63dd7522eaa1',
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'zh-CN': '作答了', en: 'answered' } },
    object: {
      objectType: 'Activity',
      id: 'https://course.example.com/learn/m2-fab-pitch/#item/m2-fab-pitch.q1',
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: 'matching',
      },
    },
    result: {
      score: { scaled: 0.5, raw: 0.5, min: 0, max: 1 },
      success: false,
      response: 'absorption[.]F[,]grip[.]A',
      duration: 'PT41.25S',
      extensions: { 'https://course.example.com/xapi/confidence': 'fairly' },
    },
    context: {
      ...whenZh,
      revision: '1a2b3c4d5e6f',
      registration: ATTEMPT,
      contextActivities: {
        parent: [check],
        grouping: [lesson, course],
        other: [
          {
            objectType: 'Activity',
            id: 'https://course.example.com/learn/m2-fab-pitch/#objective/O2',
            definition: { type: 'http://adlnet.gov/expapi/activities/objective' },
          },
        ],
      },
      extensions: { 'https://course.example.com/xapi/round': 'first' },
    },
  },
  // From 1763999700000 to 1764000000000 are five minutes.
  'attempt.submitted': {
    ...always,
    id: '46c9c8be-f543-5912-922f-c66e913780de',
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { 'zh-CN': '通过了', en: 'passed' } },
    object: check,
    result: {
      score: { scaled: 0.9, raw: 4.5, min: 0, max: 5 },
      success: true,
      completion: true,
      duration: 'PT300S',
    },
    context: {
      ...whenZh,
      registration: ATTEMPT,
      contextActivities: { parent: [lesson], grouping: [course] },
    },
  },
  // The talk itself stays out: what was said is nobody's to read, and the LRS could not replay it.
  'scenario.finished': {
    ...always,
    id: '638f1a6e-2a8f-593d-9421-996914b5e313',
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { 'zh-CN': '通过了', en: 'passed' } },
    object: {
      objectType: 'Activity',
      id: 'https://course.example.com/practice/#f-a',
      definition: { type: 'http://adlnet.gov/expapi/activities/simulation' },
    },
    result: {
      score: { scaled: 0.785, raw: 78.5, min: 0, max: 100 },
      success: true,
      completion: true,
      duration: 'PT1000S',
      extensions: {
        'https://course.example.com/xapi/ending': 'takes-sample',
        'https://course.example.com/xapi/codes': ['E4'],
      },
    },
    context: {
      ...whenZh,
      revision: 'aa11bb22cc33',
      registration: 'a3336420-73ad-59e6-a852-bf6c28c27b68',
      contextActivities: { parent: [course] },
      extensions: { 'https://course.example.com/xapi/level': 2 },
    },
  },
};

test.each(Object.entries(EXPECTED))('%s: what an LRS gets', (type, expected) => {
  const statement = statementOf(fact(type as FactType), AT, plan);
  expect(statement).toEqual(expected);
  // A key that is there and undefined would be a null for some readers.
  expect(JSON.parse(JSON.stringify(statement))).toStrictEqual(statement);
  expect(statementSchema.safeParse(statement).error).toBeUndefined();
});

test.each(['reflection.saved', 'worksheet.saved'] as const)('%s is told to nobody', (type) =>
  expect(statementOf(fact(type), AT, plan)).toBeUndefined(),
);

const changed = (type: FactType, change: object) => {
  const statement = statementOf({ ...fact(type), ...change } as Fact, AT, plan);
  expect(statementSchema.safeParse(statement).error).toBeUndefined();
  return statement;
};

test('what was not passed says so, and in the language it was taken in', () => {
  const tried = changed('attempt.submitted', {
    language: 'en',
    outcome: { earned: 1, possible: 5, passed: false },
  });
  expect(tried).toMatchObject({
    verb: {
      id: 'http://adlnet.gov/expapi/verbs/failed',
      display: { 'zh-CN': '没有通过', en: 'did not pass' },
    },
    result: { success: false, completion: true, score: { scaled: 0.2 } },
    context: { language: 'en' },
  });
  expect(changed('scenario.finished', { passed: false })?.result?.success).toBe(false);
});

test('only full points count as success of one question', () =>
  expect(changed('item.responded', { score: { earned: 2, possible: 2 } })?.result?.success).toBe(true));

test('a device whose clock runs ahead dates nothing into the future (§2.4.7), the largest time there is included', () => {
  expect(changed('lesson.opened', { at: AT + 86_400_000 })?.timestamp).toBe('2025-11-24T16:00:00.000Z');
  expect(changed('lesson.opened', { at: Number.MAX_SAFE_INTEGER })?.timestamp).toBe(
    '2025-11-24T16:00:00.000Z',
  );
  expect(changed('lesson.opened', { at: AT - 1 })?.timestamp).toBe('2025-11-24T15:59:59.999Z');
});

test('a clock set back during an attempt leaves the duration out instead of making it negative', () =>
  expect(changed('attempt.submitted', { startedAt: AT + 1 })?.result).not.toHaveProperty('duration'));

test.each([
  ['review', 'https://course.example.com/review/'],
  ['checkpoint', 'https://course.example.com/check/'],
  ['exam', 'https://course.example.com/exam/'],
  ['room', 'https://course.example.com/live/'],
])('a question answered in a %s is no part of the lesson’s check', (context, id) => {
  expect(changed('item.responded', { context })?.context.contextActivities.parent?.[0]?.id).toBe(id);
  expect(changed('attempt.submitted', { context, activityId: 'x' })).toMatchObject({
    object: { id: `${id}#x` },
    context: { contextActivities: { parent: [course] } },
  });
});

test('an id cannot pass for another address (§2.4.4.1: one id, one activity)', () => {
  const ids = ['../..', '..', 'a/#b', 'a b', '三修', '\ud800', 'x"<'].map(
    (lessonId) => changed('lesson.opened', { lessonId })?.object.id,
  );
  expect(ids).toEqual([
    'https://course.example.com/learn/..%2F../',
    'https://course.example.com/learn/%252E%252E/',
    'https://course.example.com/learn/a%2F%23b/',
    'https://course.example.com/learn/a%20b/',
    'https://course.example.com/learn/%E4%B8%89%E4%BF%AE/',
    'https://course.example.com/learn/%EF%BF%BD/',
    'https://course.example.com/learn/x%22%3C/',
  ]);
});

test('same fact, another learner: another statement; another fact: another one too', () => {
  const own = statementOf(fact('lesson.opened'), AT, plan)?.id;
  expect(statementOf(fact('lesson.opened'), AT, { ...plan, learnerId: 'x' })?.id).not.toBe(own);
  expect(statementOf({ ...fact('lesson.opened'), id: 'x' }, AT, plan)?.id).not.toBe(own);
});

describe('responses in the formats of §2.4.4.1 “Response Patterns”', () => {
  test.each<[string, Response, object]>([
    ['S', { optionId: 'b' }, { type: 'choice', response: 'b' }],
    ['M', { optionIds: ['b', 'a'] }, { type: 'choice', response: 'b[,]a' }],
    ['M, none chosen', { optionIds: [] }, { type: 'choice' }],
    ['TF', { truth: false, reasonId: 'r2' }, { type: 'true-false', response: 'false', reason: 'r2' }],
    ['CAT', { bins: { grip: 'A', cover: 'F' } }, { type: 'matching', response: 'cover[.]F[,]grip[.]A' }],
    ['MAT', { pairs: { l2: 'r1', l1: 'r3' } }, { type: 'matching', response: 'l1[.]r3[,]l2[.]r1' }],
    ['ORD', { order: ['do', 'plan'] }, { type: 'sequencing', response: 'do[,]plan' }],
    ['NUM', { typed: '10,100' }, { type: 'numeric', response: '10100' }],
    ['NUM with 万 and unit', { typed: '1.5 万元' }, { type: 'numeric', response: '15000' }],
    ['NUM with a unit in words', { typed: '4,646 yuan' }, { type: 'numeric', response: '4646' }],
    ['NUM with a unit that has a digit', { typed: '30 m2' }, { type: 'numeric', response: '30' }],
    ['NUM, full width', { typed: '－１２．５％' }, { type: 'numeric', response: '-12.5' }],
    ['NUM that is none', { typed: '很多' }, { type: 'numeric' }],
    ['NUM of two numbers', { typed: '1万2千' }, { type: 'numeric' }],
    ['TXT', { text: '先问家里给谁用' }, { type: 'fill-in', response: '先问家里给谁用' }],
    ['TXT with a delimiter in it', { text: 'a[,]b[.]c' }, { type: 'fill-in', response: 'a[ , ]b[ . ]c' }],
    ['TXT with NUL and half a sign', { text: 'a\0b\ud800' }, { type: 'fill-in', response: 'a�b�' }],
  ])('%s', (_name, response, expected) => expect(interactionOf(response)).toEqual(expected));
});
