import { expect, test } from 'vitest';
import { addressOf } from '#server/http/caller-address.ts';

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
