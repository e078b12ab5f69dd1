import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finished, reflected } from '../contract/facts.ts';
import { type AccountSite, cookieOf, doings, PASSWORD, serveAccounts } from './account-site.ts';
import { NOW } from './api-site.ts';

let site: AccountSite;
let people: ReturnType<typeof doings>;
beforeAll(async () => {
  site = await serveAccounts();
  people = doings(site);
});
afterAll(() => site.end());

let count = 0;
/** An account, and a device that was a nickname before it signed in there. */
async function pair() {
  count += 1;
  const username = `merger${count}`;
  const account = await site.join('小红');
  await people.claim(account, username);
  const nickname = await site.join('路过的人');
  const reply = await people.signIn(username, PASSWORD, nickname);
  return {
    account,
    nickname,
    username,
    signedIn: cookieOf(reply),
    ticket: reply.json.former.ticket as string,
  };
}
const save = (cookie: string, ...facts: unknown[]) => people.post('/api/facts', { facts }, cookie);
const merge = (cookie: string, ticket: string) => people.post('/api/merge', { ticket }, cookie);

describe('a device that was a nickname joins an account', () => {
  test('what both had is there once, a contradiction is set aside, and a reader of the account gets what came over', async () => {
    const { account, nickname, signedIn, ticket } = await pair();
    await save(account, finished('both'), finished('mine'), finished('at-odds', 1));
    await save(
      nickname,
      finished('both'),
      finished('theirs'),
      finished('at-odds', 2),
      reflected('note', '先听后说'),
    );
    const { seq } = (await people.get('/api/facts', account)).json;
    const done = await merge(signedIn, ticket);
    expect([done.status, done.json.learner.nickname]).toEqual([200, '小红']);
    const after = (await site.call('GET', `/api/facts?since=${seq}`, { cookie: account })).json.facts;
    expect(after.map(({ id }: { id: string }) => id)).toEqual(['theirs', 'note']);
    const all = (await people.get('/api/facts', account)).json.facts as { id: string; slips?: number }[];
    expect(all.map(({ id }) => id).sort()).toEqual(['at-odds', 'both', 'mine', 'note', 'theirs']);
    expect(all.find(({ id }) => id === 'at-odds')?.slips).toBe(1);
    const aside = await site.store.db
      .selectFrom('quarantine')
      .select(['learner_id', 'fact_id', 'body'])
      .execute();
    expect(aside.map(({ learner_id, fact_id }) => [learner_id, fact_id])).toEqual([
      [done.json.learner.id, 'at-odds'],
    ]);
    expect(JSON.parse(aside[0]?.body ?? '').slips).toBe(2);
    // New saves go on after all that came over.
    expect((await save(account, finished('later'))).json).toMatchObject({ stored: 1, refused: [] });
    expect((await people.factsOf(account)).at(-1)).toBe('later');
  });

  test('asked twice it is done once; other devices of the former one are told that it was merged, not deleted', async () => {
    const { nickname, signedIn, ticket } = await pair();
    await save(nickname, finished('theirs'));
    expect((await merge(signedIn, ticket)).status).toBe(200);
    expect((await merge(signedIn, ticket)).status).toBe(200);
    expect(await people.factsOf(signedIn)).toEqual(['theirs']);
    for (const path of ['/api/learner', '/api/facts']) {
      const told = await people.get(path, nickname);
      expect([told.status, told.text]).toEqual([
        410,
        expect.stringMatching(/并入另一个账号[\s\S]*merged into an account/),
      ]);
    }
    expect((await save(nickname, finished('late'))).status).toBe(410);
    expect(await people.factsOf(signedIn)).toEqual(['theirs']);
  });

  test('a ticket is for the account it was given to, for half an hour, and as it was given', async () => {
    const one = await pair();
    const other = await pair();
    const tried = [
      await merge(other.signedIn, one.ticket),
      await merge(one.signedIn, `${one.ticket}x`),
      await merge(
        one.signedIn,
        one.ticket.replace(/^./, (sign) => (sign === '0' ? '1' : '0')),
      ),
      await merge(one.signedIn, ''),
    ];
    site.time.at = NOW + 30 * 60_000;
    tried.push(await merge(one.signedIn, one.ticket));
    site.time.at = NOW;
    for (const reply of tried)
      expect([reply.status, reply.text]).toEqual([422, expect.stringMatching(/时限已过/)]);
    expect((await people.get('/api/learner', one.nickname)).status).toBe(200);
    expect((await merge(one.signedIn, one.ticket)).status).toBe(200);
  });

  test('who has claimed a place meanwhile is an account, and two accounts stay two', async () => {
    const { nickname, signedIn, ticket } = await pair();
    expect((await people.claim(nickname, 'meanwhile')).status).toBe(201);
    expect((await merge(signedIn, ticket)).status).toBe(422);
    expect((await people.signIn('meanwhile')).status).toBe(200);
  });

  test('a former one who was deleted or has ended their sessions is not brought back', async () => {
    const gone = await pair();
    await site.call('DELETE', '/api/learner', { cookie: gone.nickname, sent: {} });
    expect((await merge(gone.signedIn, gone.ticket)).status).toBe(422);
    const ended = await pair();
    await people.post('/api/account/sign-out-everywhere', {}, ended.nickname);
    expect((await merge(ended.signedIn, ended.ticket)).status).toBe(422);
  });

  test('a role that the nickname had goes along, and the book says so', async () => {
    const { nickname, signedIn, ticket } = await pair();
    const { id } = (await people.get('/api/learner', nickname)).json;
    await site.store.learners.setRole(id, 'facilitator');
    const { learner } = (await merge(signedIn, ticket)).json;
    expect(learner.role).toBe('facilitator');
    expect((await site.store.audit.list(1))[0]).toMatchObject({
      act: 'role.changed',
      subjectId: learner.id,
      detail: { role: 'facilitator', by: 'merge', from: id },
    });
  });
});
