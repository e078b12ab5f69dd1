import { expect, test } from 'vitest';
import { lessonRevisionOf, revisionOf } from '#catalog/revision.ts';
import type { Lesson } from '#core/model/lesson.schema.ts';

const head = {
  id: 'm1-small',
  status: 'live',
  summary: { zh: '学会先问。', en: 'Learn to ask first.' },
} as unknown as Lesson;
const wrong = { id: 'talk-first', text: { zh: '先开口的占上风。', en: 'Whoever speaks first leads.' } };
const revision = (change: object, items = ['a1']) =>
  lessonRevisionOf({ ...head, ...change }, ['正文', undefined], items);

test('the author’s own notes are no edit: status and misconceptions leave the revision as it was', () => {
  const before = revisionOf([{ id: 'm1-small', summary: head.summary }, ['正文', undefined], ['a1']]);
  expect(revision({})).toBe(before);
  expect(revision({ status: 'retired' })).toBe(before);
  expect(revision({ misconceptions: [] })).toBe(before);
  expect(revision({ misconceptions: [wrong] })).toBe(before);
});

test('what a learner meets is one: a changed summary, another item', () => {
  expect(revision({ summary: { ...head.summary, zh: '学会多问。' } })).not.toBe(revision({}));
  expect(revision({}, ['a2'])).not.toBe(revision({}));
});
