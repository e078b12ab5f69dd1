import { describe, expect, test } from 'vitest';
import { oneTimeSecrets } from '#server/auth/signed-texts.ts';
import { createResetByFacilitator } from '#server/usecase/reset-by-facilitator.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { doings, PASSWORD } from './account-site.ts';
import { NOW, serveApi } from './api-site.ts';

async function school() {
  const store = memoryStore();
  const site = await serveApi({ store });
  const people = doings(site);
  const { accounts, audit } = store;
  const reset = createResetByFacilitator({
    accounts,
    audit,
    secrets: oneTimeSecrets,
    clock: { now: () => NOW },
  });
  const learner = async (username: string, role: 'learner' | 'facilitator' | 'admin' = 'learner') => {
    const cookie = await site.join('小红', role);
    if (username) await people.claim(cookie, username);
    return (await people.get('/api/learner', cookie)).json as { id: string; role: typeof role };
  };
  return { site, people, audit, reset, learner };
}

describe('a facilitator gives somebody a new recovery code', () => {
  test('with which they come back under their name; the book says who did it, not the code', async () => {
    const { site, people, audit, reset, learner } = await school();
    const [facilitator, forgetful] = [await learner('teacher', 'facilitator'), await learner('forgetful')];
    const done = await reset(facilitator, forgetful.id);
    if (done.status !== 'reset') throw new Error(done.status);
    const sent = { username: 'forgetful', recoveryCode: done.recoveryCode, password: 'another password' };
    expect((await people.post('/api/sign-in/recovery', sent)).json.learner.id).toBe(forgetful.id);
    expect((await people.signIn('forgetful', 'another password')).status).toBe(200);
    const [entry] = await audit.list(1);
    expect(entry).toEqual({
      id: expect.any(String),
      at: NOW,
      actorId: facilitator.id,
      act: 'recovery-code.reset',
      subjectId: forgetful.id,
      detail: {},
    });
    await site.stop();
  });

  test('not for somebody with a role of their own, else they would take that account over; an admin may', async () => {
    const { site, people, reset, learner } = await school();
    const [facilitator, other, admin] = [
      await learner('teacher', 'facilitator'),
      await learner('other', 'facilitator'),
      await learner('boss', 'admin'),
    ];
    for (const { id } of [other, admin, facilitator])
      expect(await reset(facilitator, id)).toEqual({ status: 'forbidden' });
    const plain = await learner('plain');
    expect(await reset(plain, plain.id)).toEqual({ status: 'forbidden' });
    expect((await reset(admin, other.id)).status).toBe('reset');
    expect((await people.signIn('boss', PASSWORD)).status).toBe(200);
    await site.stop();
  });

  test('a nickname has no account to come back to, and nobody is nobody', async () => {
    const { site, audit, reset, learner } = await school();
    const facilitator = await learner('teacher', 'facilitator');
    expect(await reset(facilitator, (await learner('')).id)).toEqual({ status: 'unclaimed' });
    expect(await reset(facilitator, 'nobody')).toEqual({ status: 'unknown' });
    expect(await audit.list(9)).toEqual([]);
    await site.stop();
  });
});
