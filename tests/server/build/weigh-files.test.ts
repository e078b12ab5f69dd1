import { describe, expect, test } from 'vitest';
import { FILE_BUDGETS } from '../../../scripts/budgets.mjs';
import { filesOver, weighFiles } from '../../../scripts/build/weigh-files.mjs';
import { folder } from './folder.ts';

const name = '_content/practice/d-a.0123456789ab.zh.json';

describe('bytes of a role-play', () => {
  test('over 40 kB the build names file, bytes and limit, so that a phone never waits for two scenarios in one', () => {
    const { root: client } = folder({ [name]: 'x'.repeat(40_001) });
    const [message] = filesOver(weighFiles(client, FILE_BUDGETS));
    expect(message).toContain(`/${name}`);
    expect(message).toContain('40001 > 40000');
  });

  test('what counts is what travels: the compressed file, where there is one', () => {
    const { root: client } = folder({ [name]: 'x'.repeat(90_000), [`${name}.br`]: 'x'.repeat(16_000) });
    expect(weighFiles(client, FILE_BUDGETS).map(({ bytes }) => bytes)).toEqual([16_000]);
    expect(filesOver(weighFiles(client, FILE_BUDGETS))).toEqual([]);
  });
});
