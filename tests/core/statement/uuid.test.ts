import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha1 } from '#core/statement/sha1.ts';
import { uuidV5 } from '#core/statement/uuid-v5.ts';

const hex = (text: string) => Buffer.from(sha1(Buffer.from(text))).toString('hex');

test.each([
  ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
])('SHA-1 of “%s” is what NIST’s examples say', (text, digest) => expect(hex(text)).toBe(digest));

test('a page without crypto.subtle and the server come to the same SHA-1 at every length of a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256);
    expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(createHash('sha1').update(bytes).digest('hex'));
  }
});

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('RFC 9562, A.4: the UUID of www.example.com', () =>
  expect(uuidV5(DNS, 'www.example.com', sha1)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2'));

test.each([
  // Python: uuid.uuid5(uuid.NAMESPACE_DNS, …)
  ['三修 👩🏽‍💻', 'cb5c9507-c27a-5a1e-939b-c52dd5b2e670'],
  ['100% a/b', '63744ad4-ff62-56e2-848e-5df040f8c16d'],
])('a name of any signs: %s', (name, uuid) => expect(uuidV5(DNS, name, sha1)).toBe(uuid));

test('half a sign in an id is no error, and no other id', () => {
  expect(uuidV5(DNS, 'a\ud800', sha1)).toBe(uuidV5(DNS, 'a\ufffd', sha1));
});
