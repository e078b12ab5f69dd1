import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTransferCodes } from '#server/auth/transfer-codes.ts';
import { createAttemptLimit } from '#server/usecase/attempt-limit.ts';
import { createGuessLimit } from '#server/usecase/guess-limit.ts';
import { TRANSFER_CODES } from '#server/usecase/guess-rules.ts';
import { createTransfer } from '#server/usecase/transfer-code.ts';
import { finished } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { NOW, serveApi } from './api-site.ts';

let site: Awaited<ReturnType<typeof serveApi>>;
beforeAll(async () => {
  site = await serveApi();
});
afterAll(() => site.stop());

const makeCode = async (cookie: string): Promise<{ code: string; expiresAt: number }> =>
  (await site.call('POST', '/api/transfer-code', { cookie, sent: {} })).json;
const redeem = (code: string, cookie = '') =>
  site.call('POST', '/api/transfer-code/redeem', { cookie, sent: { code } });
const cookieOf = (reply: { headers: Record<string, unknown> }) =>
  String(reply.headers['set-cookie']).split(';')[0] ?? '';
const factsOf = async (cookie: string) =>
  (await site.call('GET', '/api/facts', { cookie })).json.facts.map(({ id }: { id: string }) => id);

describe('a second device', () => {
  test('joins by the code, however it is typed, and both see what either sends', async () => {
    const first = await site.join('小红');
    await site.call('POST', '/api/facts', { cookie: first, sent: { facts: [finished('a')] } });
    const { code, expiresAt } = await makeCode(first);
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
    expect(expiresAt).toBe(NOW + 600_000);
    const joined = await redeem(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`);
    expect([joined.status, joined.json.nickname]).toEqual([200, '小红']);
    const second = cookieOf(joined);
    await site.call('POST', '/api/facts', { cookie: second, sent: { facts: [finished('b')] } });
    for (const cookie of [first, second]) expect(await factsOf(cookie)).toEqual(['a', 'b']);
  });

  test('that was somebody else’s becomes this learner’s; what the other one sent stays theirs', async () => {
    const [one, other] = [await site.join('小红'), await site.join('小明')];
    await site.call('POST', '/api/facts', { cookie: other, sent: { facts: [finished('theirs')] } });
    const now = cookieOf(await redeem((await makeCode(one)).code, other));
    expect((await site.call('GET', '/api/learner', { cookie: now })).json.nickname).toBe('小红');
    expect(await factsOf(now)).toEqual([]);
    expect(await factsOf(other)).toEqual(['theirs']);
  });

  test('a code is good once, for ten minutes, and not after a newer one', async () => {
    const cookie = await site.join();
    const used = await makeCode(cookie);
    await redeem(used.code);
    const replies = [await redeem(used.code)];
    const late = await makeCode(cookie);
    site.time.at = late.expiresAt;
    replies.push(await redeem(used.code), await redeem(late.code), await redeem('ABCD2345'));
    site.time.at = NOW;
    const former = await makeCode(cookie);
    const newer = await makeCode(cookie);
    replies.push(await redeem(former.code));
    // The same words for each: nobody learns which codes there were.
    for (const reply of replies) {
      expect([reply.status, reply.text]).toEqual([422, replies[0]?.text]);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
    expect(replies[0]?.text).toMatch(/转移码不对[\s\S]*transfer code is wrong/);
    expect((await redeem(newer.code)).status).toBe(200);
  });

  test.each([{}, { code: 5 }, { code: 'x'.repeat(101) }, { code: 'ABCD2345', learnerId: 'l' }, '{', 'null'])(
    '%j is no request to join',
    async (sent) => {
      expect((await site.call('POST', '/api/transfer-code/redeem', { sent })).status).toBe(400);
    },
  );

  test('who asks for code after code has to wait, and is told how long', async () => {
    const cookie = await site.join();
    for (let count = 0; count < 20; count += 1) expect(await makeCode(cookie)).toHaveProperty('code');
    const reply = await site.call('POST', '/api/transfer-code', { cookie, sent: {} });
    expect([reply.status, reply.headers['retry-after']]).toEqual([429, '600']);
    expect((await makeCode(await site.join())).code).toBeDefined();
  });
});

describe('deleting', () => {
  test('the copy is gone, other devices are told that it was deleted, and the cookie is taken back', async () => {
    const first = await site.join();
    await site.call('POST', '/api/facts', { cookie: first, sent: { facts: [finished('a')] } });
    const second = cookieOf(await redeem((await makeCode(first)).code));
    const gone = await site.call('DELETE', '/api/learner', { cookie: first, sent: {} });
    expect(gone.status).toBe(200);
    expect(gone.headers['set-cookie']?.toString()).toMatch(/^sanxiu=; Path=\/; Max-Age=0; HttpOnly/);
    for (const [method, path, sent] of [
      ['GET', '/api/facts', undefined],
      ['POST', '/api/facts', { facts: [finished('a')] }],
      ['GET', '/api/learner', undefined],
      ['POST', '/api/transfer-code', {}],
    ] as const) {
      const reply = await site.call(method, path, { cookie: second, sent });
      expect([path, reply.status]).toEqual([path, 410]);
      expect(reply.text).toMatch(/已经删除[\s\S]*has been deleted/);
    }
    // Asked again after a lost answer.
    expect((await site.call('DELETE', '/api/learner', { cookie: first, sent: {} })).status).toBe(200);
  });

  test('who begins again after deletion is somebody new and empty', async () => {
    const cookie = await site.join('小红');
    const before = (await site.call('GET', '/api/learner', { cookie })).json.id;
    await site.call('DELETE', '/api/learner', { cookie, sent: {} });
    const again = await site.call('POST', '/api/learner', { cookie, sent: { nickname: '小红' } });
    expect(again.status).toBe(201);
    expect(again.json.id).not.toBe(before);
    expect(await factsOf(cookieOf(again))).toEqual([]);
  });

  test('leaving a device ends nothing but the cookie', async () => {
    const cookie = await site.join();
    const left = await site.call('DELETE', '/api/session', { cookie, sent: {} });
    expect(left.headers['set-cookie']?.toString()).toContain('Max-Age=0');
    expect((await site.call('GET', '/api/learner', { cookie })).status).toBe(200);
  });
});

describe('limits of guessing', () => {
  test('after so many attempts a name waits until its span is over; others do not', () => {
    const time = { at: 0 };
    const limit = createAttemptLimit({ clock: { now: () => time.at }, most: 2, spanMs: 1_000 });
    limit.count('a');
    time.at = 400;
    expect(limit.waitMs('a')).toBe(0);
    limit.count('a');
    expect(limit.waitMs('a')).toBe(600);
    expect(limit.waitMs('b')).toBe(0);
    time.at = 1_000;
    expect(limit.waitMs('a')).toBe(0);
    limit.count('a');
    expect(limit.waitMs('a')).toBe(0);
  });

  test('3,000 wrong codes in ten minutes, from wherever, shut the door for everybody until they are over', async () => {
    const { redeem, code, time } = await lonelyTransfer();
    for (let count = 0; count < 3_000; count += 1)
      expect((await redeem({ code: 'ABCD2345' }, `address ${count}`)).status).toBe('wrong');
    expect(await redeem({ code: 'ABCD2345' }, 'another')).toEqual({ status: 'too-many', waitMs: 600_000 });
    time.at += 599_999;
    expect(await redeem({ code }, 'another')).toEqual({ status: 'too-many', waitMs: 1 });
    time.at += 1;
    expect((await redeem({ code: 'ABCD2345' }, 'another')).status).toBe('wrong');
  });

  test('one address is stopped at 100 wrong codes, the others are not; good codes never count', async () => {
    const { make, redeem, time } = await lonelyTransfer();
    for (let count = 0; count < 95; count += 1) await redeem({ code: 'ABCD2345' }, 'b');
    for (let count = 0; count < 100; count += 1) {
      expect((await redeem({ code: 'ABCD2345' }, 'a')).status).toBe('wrong');
      if (count % 10) continue;
      time.at += 1_000;
      expect((await redeem({ code: await make() }, 'b')).status).toBe('redeemed');
    }
    expect((await redeem({ code: await make() }, 'a')).status).toBe('too-many');
    expect((await redeem({ code: await make() }, 'b')).status).toBe('redeemed');
    // Eleven good ones have taken nothing from the five wrong ones that are left.
    for (let count = 0; count < 5; count += 1)
      expect((await redeem({ code: 'ABCD2345' }, 'b')).status).toBe('wrong');
    expect((await redeem({ code: 'ABCD2345' }, 'b')).status).toBe('too-many');
    // Behind a proxy on the same machine no address says anything.
    expect((await redeem({ code: 'ABCD2345' }, undefined)).status).toBe('wrong');
  });
});

/** The use case by itself, with one learner: 3,000 requests over the network would only test the network. */
async function lonelyTransfer() {
  const { learners, transferCodes: store, guessCounts: counts } = memoryStore();
  const time = { at: NOW };
  const codes = createTransferCodes(Buffer.alloc(32, 7));
  const clock = { now: () => time.at };
  const guesses = createGuessLimit({ counts, nameOf: (text) => text, clock }, TRANSFER_CODES);
  const transfer = createTransfer({ store, codes, guesses, clock });
  const session = await learners.add({ id: 'l', nickname: '小红', createdAt: NOW });
  const make = async () => {
    const made = await transfer.make(session);
    if (made.status !== 'made') throw new Error(made.status);
    return made.code;
  };
  return { redeem: transfer.redeem, make, code: await make(), time };
}
