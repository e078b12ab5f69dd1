import { expect, test } from 'vitest';
import { shareable } from '#core/cohort/shareable.ts';
import { readSharedThings, readShares } from '#core/cohort/shares.ts';
import type { Fact, FactOf } from '#core/model/fact.ts';
import { privateFieldsOf, withoutPrivate } from '#core/worksheet/withheld.ts';
import { finished, reflected } from '../../contract/facts.ts';

const saved = (
  id: string,
  at: number,
  more: Partial<FactOf<'worksheet.saved'>> = {},
): FactOf<'worksheet.saved'> => ({
  id,
  v: 1,
  at,
  deviceId: 'd',
  language: 'zh',
  type: 'worksheet.saved',
  worksheetId: 't-02',
  worksheetRevision: 'r',
  documentId: 'one',
  fields: {},
  blobIds: [],
  ...more,
});
const note = (id: string, at: number, text: string, blockId = 'a'): Fact => ({
  ...reflected(id, text),
  at,
  blockId,
});

test('of each place and each sheet what was written last, newest first; nothing that is emptied or not private', () => {
  const facts = [
    note('n1', 1, '先写的'),
    note('n2', 5, '后写的'),
    note('n3', 2, '另一处', 'b'),
    note('n4', 3, '  ', 'b'),
    saved('s1', 4),
    saved('s2', 6),
    saved('s3', 3, { documentId: 'two' }),
    finished('f1'),
  ];
  const ids = ['s2', 'n2', 's3'];
  expect(shareable(facts).map(({ id }) => id)).toEqual(ids);
  expect(shareable([...facts].reverse()).map(({ id }) => id)).toEqual(ids);
});

test('a sheet for others has neither private fields, at the top or in rows, nor names of pictures', () => {
  const label = '';
  const sections = [
    {
      id: 's',
      title: '',
      fields: [
        { id: 'open', label, kind: 'text', most: 9 },
        { id: 'own', label, kind: 'text', most: 9, private: true },
        {
          id: 'rows',
          label,
          kind: 'list',
          one: '',
          most: 9,
          fields: [
            { id: 'fact', label, kind: 'text', most: 9 },
            { id: 'own2', label, kind: 'mark', from: 1, to: 5, private: true },
          ],
        },
      ],
    },
  ] as const;
  const names = privateFieldsOf({ sections });
  expect(names).toEqual(['own', 'rows.own2']);
  const fields = { open: 'x', own: 'y', own2: 'stays: another field', rows: [{ fact: 'z', own2: 3 }, 'odd'] };
  const fact = saved('s', 1, { fields, blobIds: ['p'] });
  expect(withoutPrivate(fact, { 't-02': names })).toEqual({
    ...fact,
    fields: { open: 'x', own2: 'stays: another field', rows: [{ fact: 'z' }, 'odd'] },
    blobIds: [],
  });
  expect(withoutPrivate(fact, { 't-01': names }).fields).toEqual(fields);
});

test('answers are narrowed: what is not private, or not of a known shape, is left out', () => {
  const one = { learnerId: 'a', nickname: '小红', sharedAt: 1, fact: reflected('n', '看') };
  const odd = [
    { ...one, fact: finished('f') },
    { ...one, fact: { type: 'new' } },
    { ...one, sharedAt: '1' },
    null,
  ];
  expect(readSharedThings({ shared: [one, ...odd] })).toEqual([one]);
  expect(readSharedThings({ shared: 1 })).toBeUndefined();
  expect(readShares({ shares: [{ factId: 'x/1', sharedAt: 1 }] })).toEqual([{ factId: 'x/1', sharedAt: 1 }]);
  expect(readShares({ shares: [{ factId: 'x/1' }] })).toBeUndefined();
});
