import { expect, test } from 'vitest';
import { recordSummary } from '#core/account/record-summary.ts';
import type { Fact, FactBody } from '#core/model/fact.ts';

let number = 0;
const fact = (body: FactBody): Fact =>
  ({ id: `f${number++}`, v: 1, at: number, deviceId: 'd', language: 'zh', ...body }) as Fact;

test('lessons are counted once, places written in once, emptied ones and role-plays’ notes rightly', () => {
  const facts = [
    fact({ type: 'lesson.opened', lessonId: 'm1-a', lessonRevision: 'r' }),
    fact({ type: 'lesson.opened', lessonId: 'm1-a', lessonRevision: 'r' }),
    fact({ type: 'reflection.saved', lessonId: 'm1-b', blockId: 'x', text: '一' }),
    fact({ type: 'reflection.saved', lessonId: 'm1-b', blockId: 'x', text: '二' }),
    fact({ type: 'reflection.saved', lessonId: 'm1-b', blockId: 'y', text: '  ' }),
    fact({
      type: 'worksheet.saved',
      worksheetId: 't-01',
      worksheetRevision: 'r',
      documentId: 'd1',
      fields: {},
      blobIds: [],
    }),
    fact({
      type: 'worksheet.saved',
      worksheetId: 't-01',
      worksheetRevision: 'r',
      documentId: 'd1',
      fields: {},
      blobIds: [],
    }),
  ];
  expect(recordSummary(facts)).toEqual({ lessons: 2, notes: 2, runs: 0 });
  expect(recordSummary([])).toEqual({ lessons: 0, notes: 0, runs: 0 });
});
