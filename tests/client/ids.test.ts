import { expect, test } from 'vitest';
import { crc32 } from '#client/record/crc32.ts';
import { randomSeed, uuidv7 } from '#client/record/ids.ts';
import { isSameBody } from '#core/model/same-body.ts';

const bytesOf = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

test('an id is the UUIDv7 of RFC 9562, or servers and tools that sort by it would misplace a learner’s acts', () => {
  // Appendix A.6: 2022-02-22T19:22:22Z, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
  const id = uuidv7(1645557742000, (bytes) => {
    bytes.set(bytesOf('0000000000000cc318c4dc0c0c07398f'));
    return bytes;
  });
  expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('version and variant stand, whatever randomness gives', () => {
  const all = (value: number) => (bytes: Uint8Array) => bytes.fill(value);
  expect(uuidv7(0, all(0xff))).toBe('00000000-0000-7fff-bfff-ffffffffffff');
  expect(uuidv7(0, all(0))).toBe('00000000-0000-7000-8000-000000000000');
});

test('two facts of one millisecond get different ids, or the second would be lost as known', () => {
  const ids = Array.from({ length: 1000 }, () => uuidv7(1645557742000));
  expect(new Set(ids).size).toBe(1000);
});

test('a seed is sixteen hexadecimal digits', () => {
  expect(randomSeed((bytes) => bytes.fill(10))).toBe('0a0a0a0a0a0a0a0a');
});

test('the checksum is the CRC-32 every other tool computes', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe('cbf43926');
  expect(crc32(new Uint8Array())).toBe('00000000');
});

test('the same fact from another device is the same, whatever the order of its keys', () => {
  expect(isSameBody({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
  expect(isSameBody({ a: 1, confidence: undefined }, { a: 1 })).toBe(true);
  expect(isSameBody({ order: ['x', 'y'] }, { order: ['y', 'x'] })).toBe(false);
  expect(isSameBody({ a: 1 }, { a: '1' })).toBe(false);
  expect(isSameBody([], {})).toBe(false);
  expect(isSameBody(null, {})).toBe(false);
});
