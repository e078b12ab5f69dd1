import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freeTextSchema } from '#core/simulator/free-text/free-text.schema.ts';
import { fileMistakes } from '../../scripts/content-check.mjs';
import { listsText } from '../core/simulator/free-text-rules.ts';

const NAME = 'content/scenarios/free-text.yaml';
const mistakes = (text: string) => fileMistakes(NAME, text, freeTextSchema);
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** Puts one more pattern on top of the list `hello` and reads what the author is told. */
function withPattern(pattern: string): { line: number; told: string[] } {
  const text = listsText.replace('\n  hello:\n', `\n  hello:\n    - '${pattern.replaceAll("'", "''")}'\n`);
  return { line: lineOf(text, '  hello:') + 1, told: mistakes(text) };
}

describe('what an author of free-text.yaml reads when a pattern is wrong', () => {
  test('the file as it is has no mistakes', () => {
    expect(mistakes(listsText)).toEqual([]);
  });

  test.each([
    ['(您好', 'is no valid pattern', 'mend it'],
    ['您好|', 'matches everything', 'delete the empty alternative'],
    ['您好，早', 'can never match', 'write 您好,早'],
    ['Good day', 'can never match', 'write good day'],
    ['您來了', 'can never match', 'write 您来了'],
    ['it’s you', 'can never match', "write it's you"],
    ['(?<day>周一)', 'named group', 'write (?: … ) instead'],
    ['(?i:hello)', 'inline flags', 'write (?: … ) instead'],
    ['您 好', 'blank beside a Han character', 'delete the blank'],
    ['\\q', 'is no valid pattern', 'mend it'],
  ])('%s: file, line, list, pattern, remedy', (pattern, wrong, remedy) => {
    const { line, told } = withPattern(pattern);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`${NAME}:${line}  lists.hello.0: ${JSON.stringify(pattern)} in the list hello`);
    expect(told[0]).toContain(wrong);
    expect(told[0]).toContain(remedy);
  });

  test('a wrong pattern of a danger is named with the harm it stands for', () => {
    const [told] = mistakes(listsText.replace(/- (['"])铁定\1/, "- '铁定('"));
    expect(told).toMatch(
      /^content\/scenarios\/free-text\.yaml:\d+ {2}dangers\.\d+\.patterns\.\d+: "铁定\(" in the list guarantee/,
    );
  });

  test('a slot that is no list, a list that is missing, a claim that stands twice', () => {
    expect(mistakes(listsText.replace('need: [sorry, fault, act]', 'need: [sory, fault, act]'))[0]).toMatch(
      /"sory" is no list; write a list of this file or one of overlap/,
    );
    expect(mistakes(listsText.replace('\n  antisource:\n', '\n  antisauce:\n')).join()).toContain(
      'the list antisource is missing',
    );
    expect(mistakes(listsText.replace('  - tag: observe\n', '  - tag: repair\n')).join()).toContain(
      '"repair" is used twice',
    );
  });

  test('a pair of characters that is none, or that leads in a circle', () => {
    expect(mistakes(listsText.replace('現现', '現'))[0]).toContain('"現" is no pair');
    expect(mistakes(listsText.replace('現现', '現现 现見'))[0]).toMatch(
      /现 is the simplified one of another pair/,
    );
  });
});

describe('the lists themselves', () => {
  const data = freeTextSchema.parse(parse(listsText));

  test('every list is used by the procedure, a move or an element, so that no author tends a dead one', () => {
    const named = new Set(
      [
        ...data.tags.flatMap(({ need, forbid = [], down = [] }) => [
          ...need,
          ...forbid,
          ...down.flatMap(({ when }) => when),
        ]),
        ...Object.values(data.elements),
      ].flatMap((slot) => slot.split('|')),
    );
    const own = ['said', 'negator', 'neg_exception', 'postneg', 'claim', 'antisource', 'criterion', 'lead'];
    expect(Object.keys(data.lists).filter((name) => !named.has(name) && !own.includes(name))).toEqual([]);
  });

  test('no pattern stands twice in a list', () => {
    for (const [name, patterns] of Object.entries(data.lists))
      expect(new Set(patterns).size, name).toBe(patterns.length);
  });
});
