import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adminStrings } from '#i18n/admin.ts';

const zh = adminStrings('zh').audit.acts;
const en = adminStrings('en').audit.acts;
const places = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

/** Acts as they stand in the server's source, e.g. `act: 'role.changed'`. */
const written = new Set(
  globSync('src/server/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bact: '([a-z-]+\.[a-z-]+)'/g)].map(([, act]) => act ?? ''),
  ),
);

test('every act that the server writes down has a sentence in the log', () => {
  expect(written).toContain('statements.sent-again');
  expect(written.size).toBeGreaterThan(12);
  expect([...written].filter((act) => zh[act] === undefined)).toEqual([]);
});

test('both languages know the same acts, with the same places to fill in', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const [act, text] of Object.entries(zh)) expect([act, places(en[act])]).toEqual([act, places(text)]);
});

test.each([
  ['role.changed admin-link', ['{role}']],
  ['role.changed merge', ['{role}']],
  ['recovery-code.reset', ['{subject}']],
  ['statements.sent-again', ['{count}']],
  ['retention.cleared', ['{auditEntries}', '{learners}', '{mistakes}']],
  ['cohort.made', []],
  ['cohort.removed', []],
  ['invitation.set', ['{days}']],
  ['invitation.closed', []],
])('%s is told with %j', (act, expected) => {
  expect(zh[act]).toBeDefined();
  expect(places(zh[act])).toEqual(expected);
});
