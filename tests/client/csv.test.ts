import fc from 'fast-check';
import papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf } from '#client/csv.ts';

test('signs that part cells and lines stay inside their cell', () => {
  expect(csvOf([['a,b', '说“好”', 'say "yes"', '两\n行', ' x', 'x ', '']])).toBe(
    '\ufeff"a,b",说“好”,"say ""yes""","两\n行", x,x ,\n',
  );
  expect(csvOf([['a'], ['b', 'c']])).toBe('\ufeffa\nb,c\n');
});

test('no cell runs as a formula, also one of several lines or in full width', () => {
  for (const text of ['=1+1', '+1', '-2', '@a', '=1\n2', '\t=1', '\n=1', '＝1', '＋1', '－1', '＠a'])
    expect(papa.parse(csvOf([[text, 'x']]).slice(1), { delimiter: ',' }).data[0], text).toEqual([
      `'${text}`,
      'x',
    ]);
  expect(csvOf([['1-2', 'a=b']])).toBe('\ufeff1-2,a=b\n');
});

test('another reader finds every cell as it was written', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\r\n', '\n', '；', '学成', ' ', '\ufeff'));
  const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => `字${pieces.join('')}`);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
      const read = papa.parse(csvOf(rows).slice(1), {
        delimiter: ',',
        newline: '\n',
        skipEmptyLines: true,
      });
      expect(read.data).toEqual(rows);
    }),
  );
});
