import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFact } from '#core/model/fact.guard.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import { sha1 } from '#core/statement/sha1.ts';
import { statementOf } from '#core/statement/statement-of.ts';
import { statementSchema } from './xapi.schema.ts';

/** Everything the guard lets in: any text where a text may stand (halves of signs included), any number where a number may. */
const folder = new URL('../../fixtures/facts/', import.meta.url);
const samples = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
const text = fc.oneof(
  fc.constantFrom('.', '..', '/', '#', '\0', '[,]', '[.]', 'a b', '三修', '\ud800', '1e3', '-0', '１万'),
  fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 12 }).map((units) => String.fromCharCode(...units)),
);
const id = text.filter((one) => one !== '');
const response = fc.oneof(
  fc.record({ optionId: id }),
  fc.record({ optionIds: fc.array(id, { maxLength: 4 }) }),
  fc.record({ truth: fc.boolean(), reasonId: id }, { requiredKeys: [] }),
  fc.record({ bins: fc.dictionary(text, id, { maxKeys: 4 }) }),
  fc.record({ order: fc.array(id, { maxLength: 4 }) }),
  fc.record({ pairs: fc.dictionary(text, id, { maxKeys: 4 }) }),
  fc.record({ typed: fc.oneof(text, fc.double().map(String), fc.integer().map(String)) }),
  fc.record({ text }),
);
const KINDS: Record<string, fc.Arbitrary<unknown>> = {
  at: fc.oneof(fc.nat(), fc.constantFrom(0, Number.MAX_SAFE_INTEGER)),
  startedAt: fc.oneof(fc.nat(), fc.constantFrom(0, Number.MAX_SAFE_INTEGER)),
  elapsedMs: fc.oneof(fc.nat(), fc.constantFrom(0, 1, 5, Number.MAX_SAFE_INTEGER)),
  slips: fc.nat(),
  response,
  codes: fc.array(id, { maxLength: 3 }),
  context: fc.constantFrom('lesson', 'review', 'checkpoint', 'exam', 'room'),
  language: fc.constantFrom('zh', 'en'),
};
const kept = new Set(['type', 'round', 'confidence', 'engine']);
const fact = fc.constantFrom(...samples).chain((sample) =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(sample).map(([key, value]) => [
          key,
          kept.has(key)
            ? fc.constant(value)
            : (KINDS[key] ?? (typeof value === 'string' ? id : fc.constant(value))),
        ]),
      ),
    )
    .map((value) => parseFact(value))
    .filter((value) => value !== undefined),
);
const plan = { origin: 'http://localhost:4321', learnerId: '3f0e7b1c-2a4d-4c55-8e21-9b6d0c7f1a22', sha1 };
const NOW = 1_795_000_000_000;

test('whatever a device may send, an LRS takes its statement, a private fact has none, and the id stays', () => {
  let told = 0;
  fc.assert(
    fc.property(fact, (value) => {
      const statement = statementOf(value, NOW, plan);
      expect(statement === undefined).toBe(isPrivateFact(value));
      if (!statement) return;
      told += 1;
      const { error } = statementSchema.safeParse(JSON.parse(JSON.stringify(statement)));
      expect(error && JSON.stringify(statement)).toBeUndefined();
      const onServer = { ...plan, sha1: (bytes: Uint8Array) => createHash('sha1').update(bytes).digest() };
      const again = statementOf(JSON.parse(JSON.stringify(value)), NOW + 1_000, onServer);
      expect(again?.id).toBe(statement.id);
    }),
    { numRuns: 3_000 },
  );
  expect(told).toBeGreaterThan(1_500);
});
