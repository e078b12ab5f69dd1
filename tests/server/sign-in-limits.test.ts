import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CrowdedError } from '#server/port/password-accounts.ts';
import { createTurns } from '#server/usecase/turns.ts';
import { type AccountSite, doings, PASSWORD, serveAccounts } from './account-site.ts';
import { NOW, serveApi } from './api-site.ts';

describe('a class and a thief', () => {
  // Passwords in memory: what is counted does not depend on how long hashing takes.
  let site: Awaited<ReturnType<typeof serveApi>>;
  let people: ReturnType<typeof doings>;
  beforeAll(async () => {
    site = await serveApi();
    people = doings(site);
  });
  afterAll(() => site.stop());
  const claimed = async (username: string) => {
    const { json } = await people.claim(await site.join(), username);
    return { username, recoveryCode: json.recoveryCode as string };
  };

  test('a class of 120 behind one address gets in, at once, also when each mistypes twice before', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `pupil${index}`);
    for (const name of names) await claimed(name);
    const all = (password: string) =>
      Promise.all(names.map((name) => people.signInFrom('203.0.113.7', name, password)));
    for (const mistyped of ['correct hoarse', 'corect horse'])
      expect(new Set((await all(mistyped)).map(({ status }) => status))).toEqual(new Set([422]));
    expect(new Set((await all(PASSWORD)).map(({ status }) => status))).toEqual(new Set([200]));
    // Who knows the password is not counted, however often.
    expect(new Set((await all(PASSWORD)).map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('one address gets ten wrong tries at one account, at once or one by one; its owner elsewhere gets in', async () => {
    await claimed('target');
    const tries = await Promise.all(
      Array.from({ length: 40 }, (_, index) => people.signInFrom('198.51.100.1', 'target', `guess ${index}`)),
    );
    const statuses = tries.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    const refused = tries.find(({ status }) => status === 429);
    expect([refused?.headers['retry-after'], refused?.text]).toEqual([
      '600',
      expect.stringMatching(/试错的次数太多/),
    ]);
    // Not even with the right one, else a thief would know it.
    expect((await people.signInFrom('198.51.100.1', 'TARGET')).status).toBe(429);
    expect((await people.signInFrom('198.51.100.2', 'target')).status).toBe(200);
    site.time.at = NOW + 600_000;
    expect((await people.signInFrom('198.51.100.1', 'target')).status).toBe(200);
    site.time.at = NOW;
  });

  test('from ever new addresses it is a hundred for one account', async () => {
    await claimed('rotated');
    const statuses: number[] = [];
    for (let count = 0; count < 110; count += 1)
      statuses.push((await people.signInFrom(`192.0.2.${count}`, 'rotated', 'guess')).status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(100);
    expect(statuses.slice(100)).toEqual(Array(10).fill(429));
  });

  test('recovery codes and the present password are counted the same way', async () => {
    const { username } = await claimed('coded');
    const recover = () =>
      site.ask('/api/sign-in/recovery', {
        method: 'POST',
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          'x-forwarded-for': '198.51.100.9',
        },
        body: [JSON.stringify({ username, recoveryCode: 'AAAAA-AAAAA-AAAAA-AAAAA', password: PASSWORD })],
      });
    for (let count = 0; count < 10; count += 1) expect((await recover()).status).toBe(422);
    expect((await recover()).status).toBe(429);
    const cookie = await site.join();
    await people.claim(cookie, 'changer');
    const change = () => people.post('/api/account/password', { current: 'wrong', next: PASSWORD }, cookie);
    const statuses = new Set<number>();
    for (let count = 0; count < 101; count += 1) statuses.add((await change()).status);
    expect([...statuses]).toEqual([422, 429]);
  });
});

describe('hashing', () => {
  test('two at a time, the others in their order, and no more in line than can be waited for', async () => {
    const inTurn = createTurns(2, 3);
    const begun: number[] = [];
    const release: (() => void)[] = [];
    const work = (n: number) =>
      inTurn(() => {
        begun.push(n);
        return new Promise<number>((resolve) => release.push(() => resolve(n)));
      });
    const jobs = [0, 1, 2, 3, 4].map(work);
    await expect(work(5)).rejects.toThrow(CrowdedError);
    expect(begun).toEqual([0, 1]);
    for (let n = 0; n < 5; n += 1) {
      release[n]?.();
      await jobs[n];
      await Promise.resolve();
    }
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(await Promise.all(jobs)).toEqual([0, 1, 2, 3, 4]);
  });

  test('one that fails hands its turn on', async () => {
    const inTurn = createTurns(1, 5);
    const failed = inTurn(() => Promise.reject(new Error('no')));
    const next = inTurn(async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  describe('with the real thing', () => {
    let site: AccountSite;
    beforeAll(async () => {
      site = await serveAccounts();
      await doings(site).claim(await site.join(), 'warm');
    });
    afterAll(() => site.end());

    test('while ten wrong passwords are looked at, the server answers others in between', async () => {
      const people = doings(site);
      let isOver = false;
      const wrong = Promise.all(
        Array.from({ length: 10 }, (_, index) => people.signIn('warm', `wrong ${index}`)),
      ).then((replies) => {
        isOver = true;
        return replies;
      });
      let answered = 0;
      while (!isOver) {
        expect((await people.get('/api/contact', '')).status).toBe(200);
        answered += 1;
      }
      expect((await wrong).map(({ status }) => status)).toEqual(Array(10).fill(422));
      // Were the loop held, none or one would come through.
      expect(answered).toBeGreaterThan(10);
    });
  });
});
