import { expect, test } from 'vitest';
import { addRow, editRow, removeRow, rowKeys } from '#islands/worksheet/use-row-keys.ts';

function keysFrom(first: number) {
  let last = first - 1;
  return () => {
    last += 1;
    return last;
  };
}
const next = () => 9;
const abc = [{ fact: 'a' }, { fact: 'b' }, { fact: 'c' }];
const photo = (row: object) => ({ ...row, photo: 'p' });

test('what comes late for a row finds it where it stands now, and nobody else', () => {
  const held = rowKeys(abc, keysFrom(1));
  expect(held.keys).toEqual([1, 2, 3]);
  const fewer = removeRow(held, 1);
  expect(editRow(fewer, 2, photo).rows).toEqual([{ fact: 'b', photo: 'p' }, { fact: 'c' }]);
  expect(editRow(fewer, 1, photo).rows).toBe(fewer.rows);
  expect(addRow(fewer, next)).toEqual({ rows: [{ fact: 'b' }, { fact: 'c' }, {}], keys: [2, 3, 9] });
});

test('rows from elsewhere are other rows, as many as there were or not', () => {
  const held = rowKeys(abc, keysFrom(1));
  expect(rowKeys(abc, next, held)).toBe(held);
  const theirs = [{ fact: 'x' }, { fact: 'y' }, { fact: 'z' }];
  const now = rowKeys(theirs, keysFrom(4), held);
  expect(now.keys).toEqual([4, 5, 6]);
  expect(editRow(now, 2, photo).rows).toBe(theirs);
});
