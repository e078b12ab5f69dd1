import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { parseFact } from '#core/model/fact.guard.ts';
import { factSchema } from '#core/model/fact.schema.ts';
import type { Fact, FactType } from '#core/model/fact.ts';
import type { DeepReadonly } from '../deep-readonly.ts';
import { mutated } from '../mutated.ts';

const folder = new URL('../../fixtures/facts/', import.meta.url);
const archive = readdirSync(folder).map((file): [string, Record<string, unknown>] => [
  file,
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
]);

/** Every type there is: the record makes the compiler ask for a new one. */
const TYPES: Record<FactType, true> = {
  'lesson.opened': true,
  'interaction.finished': true,
  'item.responded': true,
  'attempt.submitted': true,
  'lesson.completed': true,
  'reflection.saved': true,
  'worksheet.saved': true,
  'scenario.finished': true,
};

describe('facts kept by earlier builds', () => {
  test.each(archive)('P2 %s is still read, so that an update takes nobody’s progress away', (_file, fact) => {
    expect(parseFact(fact)).toBe(fact);
    expect(factSchema.safeParse(fact).error).toBeUndefined();
  });

  test('P2 there is a sample of every type', () => {
    expect(new Set(archive.map(([file]) => file))).toEqual(
      new Set(Object.keys(TYPES).map((type) => `${type}.v1.json`)),
    );
  });
});

test('P3 type and schema are equal both ways, so that phone and server keep the same fields', () => {
  expectTypeOf<DeepReadonly<z.infer<typeof factSchema>>>().toEqualTypeOf<DeepReadonly<Fact>>();
});

describe('P1 the phone takes what the server takes', () => {
  const samples = fc.constantFrom(...archive.map(([, fact]) => fact));

  test('guard and schema agree on facts that were changed in one to three places', () => {
    let accepted = 0;
    fc.assert(
      fc.property(mutated(samples), (value) => {
        const isFact = parseFact(value) !== undefined;
        accepted += isFact ? 1 : 0;
        expect(isFact).toBe(factSchema.safeParse(value).success);
      }),
      { numRuns: 6_000 },
    );
    expect(accepted).toBeGreaterThan(300); // both sides of the border were met
    expect(accepted).toBeLessThan(5_700);
  });

  test('guard and schema agree on every field taken away, emptied or turned into something else', () => {
    const others = [
      undefined,
      null,
      '',
      'x',
      0,
      -1,
      0.5,
      1,
      4,
      5,
      101,
      true,
      [],
      {},
      [1],
      [''],
      [{}],
      { a: 1 },
      { a: '' },
      { a: 5 },
    ];
    const disagreed: string[] = [];
    for (const [file, fact] of archive) {
      for (const key of Object.keys(fact)) {
        for (const other of others) {
          const value = { ...fact, [key]: other };
          if ((parseFact(value) !== undefined) !== factSchema.safeParse(value).success)
            disagreed.push(`${file}: ${key} = ${JSON.stringify(other)}`);
        }
      }
    }
    expect(disagreed).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['a list', []],
    ['no type', { id: 'a', v: 1 }],
    ['a type of Object', { id: 'a', v: 1, at: 1, deviceId: 'd', language: 'zh', type: 'constructor' }],
    ['a later shape', { ...archive[0]?.[1], v: 2 }],
    ['a field more', { ...archive[0]?.[1], points: 5 }],
  ])('%s is no fact: it is left alone, not half understood', (_title, value) => {
    expect(parseFact(value)).toBeUndefined();
    expect(factSchema.safeParse(value).success).toBe(false);
  });

  test.each([
    ['earned above possible', { score: { earned: 1.5, possible: 1 } }],
    ['possible of nothing', { score: { earned: 0, possible: 0 } }],
    ['a negative score', { score: { earned: -0.5, possible: 1 } }],
    ['a time before 1970', { at: -1 }],
    ['a fraction of a millisecond', { elapsedMs: 0.5 }],
    ['an ordinal of 0', { ordinal: 0 }],
    ['an unknown round', { round: 'second' }],
    ['an unknown confidence', { confidence: 'very' }],
    ['a response of two types', { response: { optionId: 'a', text: 'b' } }],
  ])('%s is no response', (_title, change) => {
    const [, fact] = archive.find(([file]) => file.startsWith('item.responded')) ?? [];
    expect(parseFact({ ...fact, ...change })).toBeUndefined();
    expect(factSchema.safeParse({ ...fact, ...change }).success).toBe(false);
  });
});
