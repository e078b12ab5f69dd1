import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sourcesSchema } from '#core/model/glossary.schema.ts';

const source = {
  id: 'F-03',
  claim: { zh: '谚语。', en: 'A proverb.' },
  source: { zh: '某书。', en: 'A book.' },
  grade: 'B',
  use: { zh: '称作谚语。', en: 'Call it a proverb.' },
};
const told = (more: object) =>
  sourcesSchema
    .safeParse({ sources: [{ ...source, ...more }] })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('a source without an address is complete; an address is whole and safe, or left out', () => {
  expect(told({})).toEqual([]);
  expect(told({ url: 'https://std.samr.gov.cn' })).toEqual([]);
  for (const url of ['std.samr.gov.cn', 'http://std.samr.gov.cn', 'javascript:alert(1)', ''])
    expect(told({ url }), url).toEqual([
      'sources.0.url: must be a whole address that begins with https://; leave url out where none is known',
    ]);
});

test('a source that does not say how far it may be used is handed back', () => {
  expect(told({ use: undefined })[0]).toMatch(/^sources\.0\.use: /);
});

test('the only addresses are the two that the fact-check names for what the learner would read there', () => {
  const { sources } = sourcesSchema.parse(parse(readFileSync('content/sources.yaml', 'utf8')));
  expect(sources.flatMap(({ id, url }) => (url ? [`${id} ${url}`] : [])).sort()).toEqual([
    'F-07 https://quoteinvestigator.com/2012/08/02/gandhi-customer',
    'F-48 https://std.samr.gov.cn',
  ]);
});
