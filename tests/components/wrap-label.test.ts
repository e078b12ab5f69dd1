import { expect, test } from 'vitest';
import { wrapLabel } from '#components/lesson/diagram/wrap-label.ts';

test('a label stays inside its shape: Han text breaks anywhere, Latin text between words, a mark never begins a line', () => {
  expect(wrapLabel('心态', 10)).toEqual(['心态']);
  expect(wrapLabel('准备提问和跟进', 8)).toEqual(['准备提问', '和跟进']);
  expect(wrapLabel('能做主的，做', 8)).toEqual(['能做主的，', '做']);
  expect(wrapLabel('Prepare, ask, follow up', 12)).toEqual(['Prepare,', 'ask, follow', 'up']);
  expect(wrapLabel('Responsibility', 6)).toEqual(['Responsibility']);
  expect(wrapLabel('', 6)).toEqual([]);
});
