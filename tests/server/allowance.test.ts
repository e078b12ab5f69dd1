import { expect, test } from 'vitest';
import { addressOf, createAllowance } from '#server/http/allowance.ts';

test('each address has its own allowance, and a new one when the time is over or the clock was set back', () => {
  const time = { at: 1_000 };
  const waitFor = createAllowance({ atMost: 2, perMs: 60_000, clock: { now: () => time.at } });
  expect([waitFor('a'), waitFor('a'), waitFor('a'), waitFor('b')]).toEqual([0, 0, 60, 0]);
  time.at = 60_999;
  expect(waitFor('a')).toBe(1);
  time.at = 61_000;
  expect(waitFor('a')).toBe(0);
  time.at = 0;
  expect([waitFor('a'), waitFor('a'), waitFor('a')]).toEqual([0, 0, 60]);
});

test('ten thousand addresses are told apart; who comes new after them shares one allowance, and fills no memory', () => {
  const waitFor = createAllowance({ atMost: 2, perMs: 60_000, clock: { now: () => 0 } });
  for (let n = 0; n < 10_000; n += 1) waitFor(`a${n}`);
  expect([waitFor('new-1'), waitFor('new-2'), waitFor('new-3')]).toEqual([0, 0, 60]);
  expect([waitFor('a1'), waitFor('a1')]).toEqual([0, 60]);
});

test.each([
  ['203.0.113.9', undefined, '203.0.113.9'],
  ['::ffff:203.0.113.9', undefined, '203.0.113.9'],
  // From elsewhere anybody can write the header.
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
  // A proxy on this machine: what it appended itself, not what came before.
  ['127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['::1', '203.0.113.9:50123', '203.0.113.9'],
  ['::ffff:127.0.0.1', '2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
  // A household has a whole network of IPv6 addresses.
  ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  [undefined, undefined, ''],
])(
  'a request from %s that says it is forwarded for %s counts for %s',
  (remoteAddress, forwarded, counted) => {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    expect(addressOf({ socket: { remoteAddress }, headers })).toBe(counted);
  },
);
