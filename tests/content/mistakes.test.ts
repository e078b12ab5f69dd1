import { describe, expect, test } from 'vitest';
import { itemsFileSchema } from '#core/model/item.schema.ts';
import { lessonSchema } from '#core/model/lesson.schema.ts';
import { contentMistakes, fileMistakes } from '../../scripts/content-check.mjs';

const content = new URL('../../content/', import.meta.url).pathname;

const items = `practice: true
items:
  - id: m9-small.q1
    type: S
    objective: O1
    bloom: Ap
    status: live
    block: idea
    seeds: [s38.1]
    facts: []
    stem:
      zh: 题干
      en: Stem
    options:
      - id: a
        text:
          zh: 甲句
          en: First line
        correct: true
        feedback:
          zh: 对，因为这一句说到了她。
          en: Right, because it speaks of her.
      - id: b
        text:
          zh: 乙句
          en: Second line
        correct: true
        feedback:
          zh: 也对不上她刚说的那件事。
          en: It does not meet what she said.
      - id: c
        text:
          zh: 丙句
          en: Third line
        correct: false
        feedback:
          zh: 这一句说的是别的顾客。
          en: This one is about another customer.
    extension:
      zh: 再多说一句。
      en: One line further.
`;

describe('what an author reads when a file is wrong', () => {
  test('the course as it is has no mistakes', () => {
    expect(contentMistakes(content)).toEqual([]);
  });

  test('two right options: file, line, field, what is wrong and what to write', () => {
    const [mistake] = fileMistakes('content/x/items.yaml', items, itemsFileSchema);
    expect(mistake).toMatch(/^content\/x\/items\.yaml:\d+ {2}items\.0\.options/);
    expect(mistake).toMatch(/exactly one/);
  });

  test('a status that does not exist names the line and the three that do', () => {
    const text = items
      .replace('status: live', 'status: online')
      .replaceAll('correct: true', 'correct: false');
    const mistakes = fileMistakes(
      'items.yaml',
      text.replace('correct: false', 'correct: true'),
      itemsFileSchema,
    );
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(
      /^items\.yaml:7 {2}items\.0\.status: "online" must be draft, live or retired/,
    );
  });

  test('a wrong minute carries the sentence the schema has for authors', () => {
    const [mistake] = fileMistakes('lesson.yaml', 'minutes: eleven\n', lessonSchema).filter((one) =>
      one.includes('minutes'),
    );
    expect(mistake).toContain('"eleven"');
    expect(mistake).toContain('Minutes to read and be checked');
  });

  test('a misconception listed twice is named at its second place', () => {
    const twice = ['a', 'a'].map((id) => `  - id: ${id}\n    text: { zh: 问了也白问。, en: No use. }\n`);
    const mistakes = fileMistakes('lesson.yaml', `misconceptions:\n${twice.join('')}`, lessonSchema);
    expect(mistakes).toContainEqual(
      expect.stringMatching(/^lesson\.yaml:4 {2}misconceptions\.1\.id: "a" is used twice; give this/),
    );
  });

  test('broken YAML names the line and the usual cause', () => {
    const [mistake] = fileMistakes('lesson.yaml', 'id: m2\ntitle: a: b: c\n', lessonSchema);
    expect(mistake).toMatch(/^lesson\.yaml:2 /);
    expect(mistake).toContain('Quote a text');
  });
});
