import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { interactionSchema } from '#core/model/interaction.schema.ts';

const guide = readFileSync(new URL('../../../docs/authoring.md', import.meta.url), 'utf8');
const section = guide.slice(guide.indexOf('### Workbench'), guide.indexOf('### Diagrams'));
const examples = [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, yaml = '']) => (parse(yaml) as { kind: string }[])[0],
);

test('the guide has one example for each kind of workbench block', () => {
  expect(examples.map((example) => example?.kind).sort()).toEqual([
    'believable',
    'calc',
    'checkin',
    'composer',
    'grid',
    'rating',
    'reflect',
    'scale',
    'shares',
    'timer',
  ]);
});

test.each(examples.map((example) => [example?.kind, example]))(
  'an author who copies the example of %s only has to lengthen its lists',
  (_, example) => {
    const parsed = interactionSchema.safeParse(example);
    const wrong = parsed.success ? [] : parsed.error.issues.filter(({ code }) => code !== 'too_small');
    expect(wrong).toEqual([]);
  },
);
