import { afterEach, describe, expect, test } from 'vitest';
import { createSweepBlobs } from '#server/usecase/sweep-blobs.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { pictureBytes, pictureId, saved } from '../contract/pictures.ts';
import { NOW, serveApi } from './api-site.ts';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

async function open(more: { blobQuotaMb?: number } = {}) {
  const store = memoryStore();
  const site = await serveApi({ store, ...more });
  ending.push(() => site.stop());
  const cookie = await site.join();
  const look = (id: string, by = cookie, method = 'GET') =>
    site.ask(`/api/blobs/${id}`, { method, headers: { cookie: by } });
  return { ...site, ...store, cookie, look };
}
const A = pictureId(1);

describe('a picture', () => {
  test('comes back byte by byte, for its owner, as a file that nobody else may keep', async () => {
    const { sendPicture, look, cookie } = await open();
    const bytes = pictureBytes(3, 200_000);
    const sent = await sendPicture(cookie, A, bytes);
    expect([sent.status, sent.text]).toEqual([201, '{}']);
    const found = await look(A);
    expect(found.status).toBe(200);
    expect(Buffer.compare(found.body, bytes)).toBe(0);
    expect(found.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '200000',
      'content-disposition': `attachment; filename="${A}.jpg"`,
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'cookie',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': 'policy-of-everything-else',
    });
    const head = await look(A, cookie, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '200000', 0]);
  });

  test('sent again is known; other bytes under its id are refused, the first stand', async () => {
    const { sendPicture, look, cookie } = await open();
    await sendPicture(cookie, A, pictureBytes(1));
    expect((await sendPicture(cookie, A, pictureBytes(1))).status).toBe(200);
    const other = await sendPicture(cookie, A, pictureBytes(2));
    expect([other.status, other.text]).toEqual([
      409,
      expect.stringMatching(/先到的那张保留[\s\S]*first one stands/),
    ]);
    expect([...(await look(A)).body]).toEqual([...pictureBytes(1)]);
  });

  test.each([
    ['jpeg', 'image/jpeg', 'jpg'],
    ['png', 'image/png', 'png'],
    ['webp', 'image/webp', 'webp'],
  ] as const)('is what its bytes are (%s), whatever its sender says', async (kind, type, ending) => {
    const { sendPicture, look, cookie } = await open();
    for (const [n, said] of ['image/jpeg', 'image/png', 'IMAGE/WebP; x=1'].entries()) {
      expect((await sendPicture(cookie, pictureId(n), pictureBytes(n, 50, kind), said)).status).toBe(201);
      const { headers } = await look(pictureId(n));
      expect(headers['content-type']).toBe(type);
      expect(headers['content-disposition']).toContain(`.${ending}"`);
    }
  });

  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that can carry a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a GIF', 'GIF89a'],
    ['half a mark', '\u0089PNG'],
    ['RIFF that is no WebP', 'RIFF1234WAVE'],
  ])('is not %s: 415, and nothing is kept', async (_, text) => {
    const { sendPicture, look, cookie } = await open();
    const reply = await sendPicture(cookie, A, Buffer.from(text, 'latin1'));
    expect([reply.status, reply.text]).toEqual([
      415,
      expect.stringMatching(/只收JPEG、PNG和WebP[\s\S]*Only JPEG/),
    ]);
    expect((await look(A)).status).toBe(404);
  });

  test.each([
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'image/svg+xml',
    '',
  ])('under the type "%s" is not read: no form of another site gets in this way', async (type) => {
    const { sendPicture, look, cookie } = await open();
    expect((await sendPicture(cookie, A, pictureBytes(), type)).status).toBe(415);
    expect((await look(A)).status).toBe(404);
  });

  test('cannot be sent to any other route, nor JSON in its place', async () => {
    const { ask, cookie } = await open();
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'image/jpeg' };
    const body = [pictureBytes()];
    expect((await ask('/api/facts', { method: 'POST', headers, body })).status).toBe(415);
    expect((await ask(`/api/blobs/${A}`, { method: 'POST', headers, body })).status).toBe(415);
    expect((await ask(`/api/blobs/${A}/x`, { method: 'PUT', headers, body })).status).toBe(415);
    expect((await ask('/api/blobs', { method: 'PUT', headers, body })).status).toBe(415);
  });

  test.each([
    'x',
    A.toUpperCase().replace('A', 'B'),
    `${A}0`,
    '__proto__',
    '0193a4d2222270008000000000000001',
  ])('has a UUID in small letters for an id, not %s', async (id) => {
    const { sendPicture, look, cookie } = await open();
    const reply = await sendPicture(cookie, id, pictureBytes());
    expect([reply.status, reply.text]).toEqual([
      400,
      expect.stringMatching(/小写的UUID[\s\S]*UUID in small letters/),
    ]);
    expect((await look(id)).status).toBe(404);
  });

  test('may have 256 KiB and not a byte more, said in advance or not', async () => {
    const { sendPicture, ask, look, cookie } = await open();
    expect((await sendPicture(cookie, pictureId(2), pictureBytes(0, 262_144))).status).toBe(201);
    const large = pictureBytes(0, 262_145);
    const reply = await sendPicture(cookie, A, large);
    expect([reply.status, reply.text]).toEqual([
      413,
      expect.stringMatching(/这张图超过256 KiB[\s\S]*over 256 KiB/),
    ]);
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'image/jpeg' };
    const parts = [large.subarray(0, 100_000), large.subarray(100_000)];
    expect((await ask(`/api/blobs/${A}`, { method: 'PUT', headers, body: parts })).status).toBe(413);
    expect((await look(A)).status).toBe(404);
  });
});

describe('whose', () => {
  test('another learner neither sees it nor learns that it is there', async () => {
    const { sendPicture, look, join, cookie } = await open();
    await sendPicture(cookie, A, pictureBytes(1));
    const other = await join('小明');
    const [there, nowhere] = [await look(A, other), await look(pictureId(2), other)];
    expect([there.status, there.text]).toEqual([404, nowhere.text]);
    expect((await sendPicture(other, A, pictureBytes(2))).status).toBe(201);
    expect([...(await look(A)).body]).toEqual([...pictureBytes(1)]);
  });

  test('deleting the copy deletes it', async () => {
    const { sendPicture, look, call, blobs, cookie } = await open();
    await sendPicture(cookie, A, pictureBytes());
    await call('DELETE', '/api/learner', { cookie, sent: {} });
    expect([(await look(A)).status, (await sendPicture(cookie, A, pictureBytes())).status]).toEqual([
      410, 410,
    ]);
    expect(await blobs.sweep(NOW + 1)).toBe(0);
  });

  test('another site can neither send one nor see one', async () => {
    const { ask, look, cookie } = await open();
    for (const from of ['cross-site', 'same-site', 'none']) {
      const headers = { cookie, 'sec-fetch-site': from, 'content-type': 'image/jpeg' };
      const reply = await ask(`/api/blobs/${A}`, { method: 'PUT', headers, body: [pictureBytes()] });
      expect(reply.status).toBe(403);
    }
    expect((await look(A)).status).toBe(404);
  });
});

describe('the quota', () => {
  test('is told as one, with what to do, and takes nothing away', async () => {
    const { sendPicture, look, call, cookie, join } = await open({ blobQuotaMb: 1 });
    for (let n = 0; n < 5; n += 1)
      expect((await sendPicture(cookie, pictureId(n), pictureBytes(n, 200_000))).status).toBe(201);
    const full = await sendPicture(cookie, pictureId(9), pictureBytes(9, 20));
    expect([full.status, full.headers['content-type']]).toEqual([507, 'application/json; charset=utf-8']);
    const said = JSON.parse(full.text);
    expect(said.why).toBe('quota');
    expect(said.zh).toMatch(/最多1 MB.*还在这台设备里.*BLOB_QUOTA_MB/);
    expect(said.en).toMatch(/limit of 1 MB.*still on this device.*BLOB_QUOTA_MB/);
    expect((await look(pictureId(4))).status).toBe(200);
    expect((await sendPicture(cookie, pictureId(4), pictureBytes(4, 200_000))).status).toBe(200);
    // Facts go on, and so do others.
    const { json } = await call('POST', '/api/facts', { cookie, sent: { facts: [saved('s', A)] } });
    expect(json).toMatchObject({ stored: 1 });
    expect((await sendPicture(await join('小明'), A, pictureBytes())).status).toBe(201);
  });

  test('of 0 takes none; without a setting it is 50 MB', async () => {
    const none = await open({ blobQuotaMb: 0 });
    expect((await none.sendPicture(none.cookie, A, pictureBytes())).status).toBe(507);
    const usual = await open();
    for (let n = 0; n < 200; n += 1)
      expect((await usual.sendPicture(usual.cookie, pictureId(n), pictureBytes(n, 250_000))).status).toBe(
        201,
      );
    expect((await usual.sendPicture(usual.cookie, pictureId(201), pictureBytes())).status).toBe(507);
  });
});

test('what no fact names goes after a week, what one names stays', async () => {
  const { sendPicture, call, look, time, blobs, cookie } = await open();
  await call('POST', '/api/facts', { cookie, sent: { facts: [saved('s', A)] } });
  for (const id of [A, pictureId(2)]) await sendPicture(cookie, id, pictureBytes());
  const sweep = createSweepBlobs({ blobs, clock: { now: () => time.at } });
  time.at += 7 * 86_400_000;
  expect(await sweep()).toBe(0);
  time.at += 1;
  expect(await sweep()).toBe(1);
  expect([(await look(A)).status, (await look(pictureId(2))).status]).toEqual([200, 404]);
});
