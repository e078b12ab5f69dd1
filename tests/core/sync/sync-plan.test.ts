import { describe, expect, test } from 'vitest';
import type { Fact } from '#core/model/fact.ts';
import { nextTryAt } from '#core/sync/backoff.ts';
import { jsonBytes } from '#core/sync/json-bytes.ts';
import { readPage, readSaved } from '#core/sync/sync-answer.ts';
import { beginSync, hear, nextBatch, nextStep } from '#core/sync/sync-plan.ts';
import { readTransferCode, spacedCode } from '#core/sync/transfer-code.ts';
import { Device, fact, smallServer } from './world.ts';

const settled = new Set<string>();
const idsIn = (step: ReturnType<typeof nextStep>) =>
  step.do === 'send' ? step.facts.map(({ id }) => id) : step.do;
const note = (id: string, text: string): Fact => ({
  id,
  v: 1,
  at: 1_000,
  deviceId: 'd',
  language: 'zh',
  type: 'reflection.saved',
  lessonId: 'l',
  blockId: 'b',
  text,
});

describe('what to send', () => {
  test('asks before it sends, so that what others sent is not sent back', () => {
    expect(nextStep(beginSync(), [fact('a')], settled)).toEqual({ do: 'pull', since: 0 });
    const pulled = { ...beginSync(), isPulled: true };
    expect(idsIn(nextStep(pulled, [fact('a')], settled))).toEqual(['a']);
    expect(idsIn(nextStep(pulled, [fact('a')], new Set(['a'])))).toBe('rest');
  });

  test('a batch is at most 500 facts', () => {
    const facts = Array.from({ length: 501 }, (_, index) => fact(`f${index}`));
    const step = nextStep({ ...beginSync(), isPulled: true }, facts, settled);
    expect(step.do === 'send' && step.facts.length).toBe(500);
  });

  test('a batch fits into the body the server takes, counted in bytes, not in characters', () => {
    const facts = [note('a', '修'.repeat(100)), note('b', '修'.repeat(100)), note('c', '')];
    const one = jsonBytes(facts[0]);
    expect(idsIn(nextBatch(facts, settled, { most: 9, bytes: one + 1 }))).toEqual(['a']);
    expect(idsIn(nextBatch(facts, settled, { most: 9, bytes: 2 * one + 2 }))).toEqual(['a', 'b']);
  });

  test('one fact larger than a request is given up by itself, and the others go', () => {
    const server = smallServer();
    const device = new Device({ most: 5, bytes: 1_000 });
    for (const one of [fact('a'), note('large', 'x'.repeat(1_000)), fact('b')]) device.add(one);
    device.finish(server);
    expect([...server.kept.keys()]).toEqual(['a', 'b']);
    expect([...device.refused]).toEqual([['large', 'too-large']]);
    expect(device.facts.has('large')).toBe(true);
  });

  test.each([
    ['', 2],
    ['a"', 5], // escaped
    ['é', 4],
    ['修', 5],
    ['𠮷', 6],
    ['\ud800', 8], // half a sign is written as \ud800
  ])('%j is %i bytes of JSON', (text, bytes) => {
    expect(jsonBytes(text)).toBe(bytes);
    expect(new TextEncoder().encode(JSON.stringify(text)).length).toBe(bytes);
  });
});

describe('what an answer means', () => {
  const sent = [fact('a'), fact('b'), fact('c')];
  const send = { do: 'send', facts: sent } as const;
  const state = { ...beginSync(), isPulled: true, cursor: 7 };
  const saved = (json: object) =>
    hear(state, send, readSaved({ status: 200, json: { refused: [], ...json } }, sent));

  test('alone on the server, the cursor goes past what was sent; else it asks what came in between', () => {
    expect(saved({ before: 7, seq: 10 }).state).toMatchObject({ cursor: 10, isPulled: true });
    expect(saved({ before: 9, seq: 12 }).state).toMatchObject({ cursor: 7, isPulled: false });
  });

  test('a server that promises more and never gets on is not asked for ever', () => {
    const answer = readPage({ status: 200, json: { facts: [], seq: 7, more: true } });
    expect(hear({ ...state, isPulled: false }, { do: 'pull', since: 7 }, answer).state.isPulled).toBe(true);
  });

  test('a server that was restored from a backup gets again what it lost', () => {
    const device = new Device();
    for (const id of ['a', 'b', 'c']) device.add(fact(id));
    device.finish(smallServer());
    const restored = smallServer();
    restored.put(fact('a'));
    device.add(fact('d'));
    device.look();
    device.finish(restored);
    expect([...restored.kept.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('one refused fact is named and final; the rest of the batch counts as sent', () => {
    const { settled, refused } = saved({ refused: [{ index: 1, id: 'b', status: 409 }], before: 7, seq: 10 });
    expect(settled).toEqual(['a', 'b', 'c']);
    expect(refused).toEqual([{ id: 'b', why: 'contradicts' }]);
    expect(saved({ refused: [{ index: 0, status: 400 }] }).refused).toEqual([
      { id: 'a', why: 'unknown-shape' },
    ]);
    // Made-up places name nothing.
    expect(saved({ refused: [{ index: 9, status: 409 }, null, { index: -1 }] }).refused).toEqual([]);
  });

  test('no answer, a server that is down, a page of some other program: nothing counts as sent', () => {
    for (const reply of [undefined, { status: 503, json: undefined }, { status: 200, json: undefined }]) {
      const answer = readSaved(reply, sent);
      expect(answer.status).toBe('later');
      expect(hear(state, send, answer)).toEqual({ state, settled: [], refused: [] });
    }
  });

  test('too large: half as many next time, down to the one that is it', () => {
    const tooLarge = readSaved({ status: 413, json: undefined }, sent);
    const half = hear(state, send, tooLarge).state;
    expect(half.most).toBe(2);
    expect(idsIn(nextStep(half, sent, settled))).toEqual(['a', 'b']);
    const only = { do: 'send', facts: [fact('a')] } as const;
    expect(hear(state, only, tooLarge).refused).toEqual([{ id: 'a', why: 'too-large' }]);
  });

  test.each([
    [401, { status: 'ended', why: 'unknown' }],
    [410, { status: 'ended', why: 'deleted' }],
    [404, { status: 'ended', why: 'no-server' }],
    [400, { status: 'ended', why: 'outdated' }],
    [408, { status: 'later', why: 'busy' }],
    [429, { status: 'later', why: 'busy' }],
    [500, { status: 'later', why: 'busy', isFault: true }],
    [507, { status: 'later', why: 'full' }],
  ] as const)('%i is %j', (status, meant) => {
    expect(readPage({ status, json: undefined })).toEqual(meant);
    expect(readSaved({ status, json: undefined }, sent)).toEqual(meant);
  });

  test('facts of a later release are passed over and asked for again when the page is next opened', () => {
    const later = { ...fact('x'), type: 'lesson.sung' };
    const json = { facts: [fact('a'), later], seq: 9, more: false };
    const answer = readPage({ status: 200, json });
    const heard = hear({ ...state, cursor: 7 }, { do: 'pull', since: 7 }, answer);
    expect(heard.state).toMatchObject({ cursor: 9, gapAt: 7, isPulled: true });
    expect(heard.settled).toEqual(['a']);
    // A second gap further on: the next visit begins at the first.
    const second = readPage({ status: 200, json: { ...json, seq: 12 } });
    const further = hear(heard.state, { do: 'pull', since: 9 }, second);
    expect(further.state).toMatchObject({ cursor: 12, gapAt: 7 });
    expect(beginSync(heard.state)).toMatchObject({ cursor: 7, isPulled: false });
    expect(beginSync(heard.state).gapAt).toBeUndefined();
  });
});

describe('waiting', () => {
  test('twice as long after each failure, up to five minutes, never before the server said', () => {
    expect(nextTryAt(1, 1_000, 0)).toBe(2_000);
    expect(nextTryAt(1, 1_000, 0.5)).toBe(2_500);
    expect(nextTryAt(4, 0, 0)).toBe(8_000);
    expect(nextTryAt(30, 0, 0)).toBe(150_000);
    expect(nextTryAt(30, 0, 0.9999)).toBeLessThanOrEqual(300_000);
    expect(nextTryAt(1, 0, 0, 60_000)).toBe(60_000);
  });

  test('a class that lost its network together comes back spread over half the span', () => {
    const times = [0, 0.25, 0.5, 0.75].map((random) => nextTryAt(3, 0, random));
    expect(times).toEqual([4_000, 5_000, 6_000, 7_000]);
  });
});

describe('transfer codes', () => {
  test.each([
    ['ABCD2345', 'ABCD2345'],
    [' abcd 2345\n', 'ABCD2345'],
    ['abcd-2345', 'ABCD2345'],
    ['ＡＢＣＤ２３４５', 'ABCD2345'],
    ['ABCD234', undefined],
    ['ABCD23456', undefined],
    ['ABCD2340', undefined], // zero is never in a code
    ['', undefined],
  ])('%j is read as %j', (typed, code) => expect(readTransferCode(typed)).toBe(code));

  test('a code is shown in fours', () => expect(spacedCode('ABCD2345')).toBe('ABCD 2345'));
});
