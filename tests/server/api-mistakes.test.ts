import { afterEach, describe, expect, test } from 'vitest';
import { OPEN_AT_MOST } from '#server/port/mistake-store.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { mistake } from '../contract/mistakes.ts';
import { NOW, serveApi } from './api-site.ts';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

async function open() {
  const store = memoryStore();
  const site = await serveApi({ store });
  ending.push(() => site.stop());
  return { ...site, ...store, send: (sent: unknown) => site.call('POST', '/api/mistakes', { sent }) };
}

describe('a report', () => {
  test('of somebody without a session is kept, without anything about them', async () => {
    const { send, mistakes } = await open();
    const reply = await send(mistake(1));
    expect([reply.status, reply.json, reply.headers['set-cookie']]).toEqual([201, {}, undefined]);
    expect(await mistakes.list('all')).toEqual([{ ...mistake(1), receivedAt: NOW }]);
  });

  test('repeated after a lost answer is known; other words under its id are refused, the first stand', async () => {
    const { send, mistakes } = await open();
    await send(mistake(1));
    // An id written in capitals is the same id.
    expect((await send({ ...mistake(1), id: mistake(1).id.toUpperCase() })).status).toBe(200);
    const reply = await send(mistake(1, { words: '别的话' }));
    expect(reply.status).toBe(409);
    expect(reply.text).toMatch(/先到的那条保留[\s\S]*The first one stands/);
    expect(await mistakes.list('all')).toMatchObject([{ words: mistake(1).words }]);
  });

  test('is kept as words that act on no terminal and fit in any database', async () => {
    const { send, mistakes } = await open();
    await send(mistake(1, { words: '  第一行\r\n\u001b[31m红\u0000\u202e反\u009b \ud800\t半\n ' }));
    expect((await mistakes.list('all'))[0]?.words).toBe('第一行\n[31m红反 \ufffd\t半');
  });

  test('may have 2,000 characters, none of which is a blank at its ends', async () => {
    const { send, mistakes } = await open();
    expect((await send(mistake(1, { words: ` ${'字'.repeat(2_000)} ` }))).status).toBe(201);
    const reply = await send(mistake(2, { words: '字'.repeat(2_001) }));
    expect([reply.status, reply.text]).toEqual([
      400,
      expect.stringMatching(
        /body\.words.*2003.*应为1到2000个字。请改好后再发[\s\S]*1 to 2,000 characters\. Change it/,
      ),
    ]);
    expect(await mistakes.list('all')).toHaveLength(1);
  });

  test.each([
    [{ words: ' \n ' }, /body\.words的内容" \\n "[\s\S]*body\.words is " \\n ", expected 1 to/],
    [{ words: undefined }, /body\.words is undefined/],
    [{ id: 'x' }, /body\.id is "x", expected a UUID/],
    [
      { language: 'fr' },
      /body\.language的内容"fr"不合格式，应为zh或en。请改好后再发[\s\S]*expected zh or en/,
    ],
    [{ lessonId: 'm2/../x' }, /body\.lessonId is "m2\/\.\.\/x", expected letters/],
    [{ placeId: '' }, /body\.placeId is ""/],
    [{ revision: '<b>' }, /body\.revision is "<b>"/],
    [{ path: 'https://x.test/' }, /body\.path is "https:\/\/x\.test\/", expected a path/],
    [{ path: '/a\nb' }, /body\.path/],
    [{ name: '小红' }, /body的内容不合格式[\s\S]*It takes these fields only: id, lessonId/],
  ])('with %j is refused: what, where, what instead', async (more, said) => {
    const { send, mistakes } = await open();
    const reply = await send({ ...mistake(1), ...more });
    expect(reply.status).toBe(400);
    expect(reply.text).toMatch(said);
    expect(await mistakes.list('all')).toEqual([]);
  });

  test.each(['null', '[]', '{"id":', '""'])('%s is no report', async (sent) => {
    const { send } = await open();
    const reply = await send(sent);
    expect([reply.status, /body|JSON/.test(reply.text)]).toEqual([400, true]);
  });

  test('over 32 KiB is refused before it is read as JSON', async () => {
    const { send } = await open();
    const reply = await send(`{"words":"${'x'.repeat(32 * 1024)}`);
    expect(reply.status).toBe(413);
    expect(reply.text).toMatch(/最多32 KiB[\s\S]*32 KiB at most/);
    // The longest words a page can send, escaped all over, still fit.
    const escaped = JSON.stringify({ ...mistake(1), words: '' }).replace(
      '""',
      `"${'\\ud83d\\ude00'.repeat(1_000)}"`,
    );
    expect((await send(escaped)).status).toBe(201);
  });
});

describe('too many', () => {
  test('from one address are refused for ten minutes, with when to come again; others still get in', async () => {
    const { send, ask, time } = await open();
    for (let n = 0; n < 30; n += 1) expect((await send(mistake(n))).status).toBe(201);
    time.at += 60_000;
    const late = await send(mistake(31));
    expect([late.status, late.headers['retry-after']]).toEqual([429, '540']);
    expect(late.text).toMatch(/太多[\s\S]*Too many reports/);
    const headers = {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'x-forwarded-for': '203.0.113.9',
    };
    const other = await ask('/api/mistakes', {
      method: 'POST',
      headers,
      body: [JSON.stringify(mistake(32))],
    });
    expect(other.status).toBe(201);
    time.at = NOW + 10 * 60_000;
    expect((await send(mistake(31))).status).toBe(201);
  });

  test('a full inbox says so to the sender and to the operator, without the words', async () => {
    const { send, mistakes, warnings } = await open();
    for (let n = 0; n < OPEN_AT_MOST; n += 1) await mistakes.add(mistake(n), n);
    const reply = await send(mistake(5_000, { words: 'secret' }));
    expect(reply.status).toBe(507);
    expect(reply.text).toMatch(/收件箱满了[\s\S]*inbox is full/);
    expect(warnings.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'mistake.refused', count: OPEN_AT_MOST },
    ]);
    expect(warnings.join()).not.toContain('secret');
  });
});
