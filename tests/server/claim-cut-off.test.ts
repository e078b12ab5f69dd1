/**
 * Fault 22: claiming, recovering and merging, cut off at every single statement, then asked again. ROUNDS and SEED as in
 * the other fault tests; the kills are 5 each, and every statement with ROUNDS=all.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomFrom } from '#core/model/random.ts';
import { createWaysIn } from '#server/auth/ways-in.ts';
import { createAccountRepository } from '#server/store/account-repository.ts';
import { createMergeRepository } from '#server/store/merge-repository.ts';
import { openStore } from '#server/store/open-store.ts';
import { finished } from '../contract/facts.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { type AccountSite, cookieOf, doings, KEYS, PASSWORD, serveAccounts } from './account-site.ts';
import { temporaryFolders } from './data-folders.ts';
import { failing, type Moment } from './failing-database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { folder, clear } = temporaryFolders();
afterAll(clear);
let postgres: Postgres | undefined;
beforeAll(async () => {
  postgres = skipsPostgres ? undefined : await startPostgres();
}, 120_000);
afterAll(() => postgres?.stop());

/** Every second statement in `npm test`, all of them with ROUNDS=all: the two databases begin at the same one. */
const EACH = process.env.ROUNDS === 'all' ? 1 : 2;

const fall = (): never => {
  throw new Error('cut off here');
};

/** A site on a database that can be told to fail, and whom it knows. */
async function serveFailing(databaseUrl?: string) {
  const parts: { cut?: ReturnType<typeof failing> } = {};
  const site = await serveAccounts({
    ...(databaseUrl && { databaseUrl }),
    change: (store) => {
      const cut = failing(store.db);
      parts.cut = cut;
      const { passwords } = createWaysIn({ ...store, db: cut.db, ...KEYS });
      return {
        accounts: createAccountRepository(cut.db),
        merges: createMergeRepository(cut.db),
        passwords,
      } as object;
    },
  });
  return { site, people: doings(site), cut: parts.cut as ReturnType<typeof failing> };
}

/** Cut off at statement 1, 2, 3 … until the request is through before the statement comes. */
async function atEach(
  cut: ReturnType<typeof failing>,
  moment: Moment,
  work: (name: string, attempt: () => { isReached: () => boolean }) => Promise<boolean>,
): Promise<number> {
  for (let statement = 1; ; statement += EACH) {
    const name = `${moment}-${statement}`;
    const goesOn = await work(name, () => {
      cut.arm(statement, moment, fall);
      return { isReached: () => cut.disarm() };
    });
    if (!goesOn) return statement - 1;
    expect(statement).toBeLessThan(100);
  }
}

describe.each([
  ['SQLite', false],
  ['PostgreSQL', true],
])('on %s', (_name, isPostgres) => {
  let site: AccountSite;
  let people: ReturnType<typeof doings>;
  let cut: ReturnType<typeof failing>;
  beforeAll(async () => {
    ({ site, people, cut } = await serveFailing(isPostgres ? await postgres?.database() : undefined));
  });
  afterAll(() => site.end());
  const moments: [Moment][] = [['before'], ['after']];

  test.skipIf(isPostgres && skipsPostgres).each(moments)(
    'a claim cut off %s any of its statements is completed by asking again: one account, nothing lost',
    async (moment) => {
      const count = await atEach(cut, moment, async (name, attempt) => {
        const cookie = await site.join('小红');
        await people.post('/api/facts', { facts: [finished(`of-${name}`)] }, cookie);
        const armed = attempt();
        const first = await people.claim(cookie, name);
        const isReached = armed.isReached();
        // Of an account that it finds made after all it does not complain.
        expect(isReached ? [500, 201] : [201]).toContain(first.status);
        const again = await people.claim(cookie, name);
        expect([name, again.status, again.json?.account.username]).toEqual([name, 201, name]);
        const signedIn = await people.signIn(name);
        expect(await people.factsOf(cookieOf(signedIn))).toEqual([`of-${name}`]);
        return isReached;
      });
      expect(count).toBeGreaterThan(10);
      // As many accounts as claims: none was begun twice, none is left over.
      const users = await site.store.db.selectFrom('auth_user').select('id').execute();
      const learners = await site.store.db.selectFrom('learner').select('auth_user_id').execute();
      expect(users.map(({ id }) => id).sort()).toEqual(learners.map((one) => one.auth_user_id ?? '').sort());
    },
    300_000,
  );

  test.skipIf(isPostgres && skipsPostgres).each(moments)(
    'a recovery cut off %s any of its statements is completed by asking again with the same code or the new password',
    async (moment) => {
      const count = await atEach(cut, moment, async (name, attempt) => {
        const username = `recover-${name}`;
        const { recoveryCode } = (await people.claim(await site.join(), username)).json;
        const sent = { username, recoveryCode, password: 'another password' };
        const armed = attempt();
        const first = await people.post('/api/sign-in/recovery', sent);
        const isReached = armed.isReached();
        expect([name, first.status]).toEqual([name, isReached ? 500 : 200]);
        const again = isReached ? (await people.post('/api/sign-in/recovery', sent)).status : 200;
        // Done but never heard of: the code was used up, and the password it set is the one that holds.
        expect([200, 422]).toContain(again);
        expect([name, (await people.signIn(username, 'another password')).status]).toEqual([name, 200]);
        return isReached;
      });
      expect(count).toBeGreaterThan(5);
    },
    300_000,
  );

  test.skipIf(isPostgres && skipsPostgres).each(moments)(
    'a merge cut off %s any of its statements has happened whole or not at all, and asking again completes it',
    async (moment) => {
      const count = await atEach(cut, moment, async (name, attempt) => {
        const username = `merge-${name}`;
        const account = await site.join();
        await people.claim(account, username);
        await people.post('/api/facts', { facts: [finished('mine'), finished('at-odds', 1)] }, account);
        const nickname = await site.join();
        const facts = [finished('theirs'), finished('at-odds', 2), finished('mine')];
        await people.post('/api/facts', { facts }, nickname);
        const { ticket } = (await people.signIn(username, PASSWORD, nickname)).json.former;
        const armed = attempt();
        const first = await people.post('/api/merge', { ticket }, account);
        const isReached = armed.isReached();
        expect([name, first.status]).toEqual([name, isReached ? 500 : 200]);
        const before = (await people.factsOf(account)).length;
        const isWhole = (await people.get('/api/learner', nickname)).status === 410;
        expect([name, before]).toEqual([name, isWhole ? 3 : 2]);
        expect([name, (await people.post('/api/merge', { ticket }, account)).status]).toEqual([name, 200]);
        expect((await people.factsOf(account)).sort()).toEqual(['at-odds', 'mine', 'theirs']);
        return isReached;
      });
      expect(count).toBeGreaterThan(10);
    },
    300_000,
  );
});

/** A process that claims or merges and kills itself at a statement. */
const DOES = {
  claim: `
    const userId = await passwords.begin('nickname');
    await passwords.setPassword(userId, { username: { username: 'xiaohong', key: 'xiaohong' }, password: 'correct horse' });
    await accounts.claim({ learnerId: 'nickname', generation: 1 }, { userId, codeHash: 'h', at: 1 });`,
  merge: `await merges.merge({ learnerId: 'nickname', generation: 1 }, { learnerId: 'account', generation: 1 }, 1);`,
};

async function killedAt(dataDir: string, does: keyof typeof DOES, statement: number, moment: Moment) {
  const code = `
    import { openStore } from '#server/store/open-store.ts';
    import { createWaysIn } from '#server/auth/ways-in.ts';
    import { createAccountRepository } from '#server/store/account-repository.ts';
    import { createMergeRepository } from '#server/store/merge-repository.ts';
    import { failing } from './tests/server/failing-database.ts';
    const store = await openStore({ dataDir: ${JSON.stringify(dataDir)} });
    const cut = failing(store.db);
    const keys = { sessionKeys: [Buffer.alloc(32, 7)], authSecret: 'x'.repeat(43) };
    const { passwords } = createWaysIn({ ...store, db: cut.db, ...keys });
    const accounts = createAccountRepository(cut.db);
    const merges = createMergeRepository(cut.db);
    cut.arm(${statement}, '${moment}', () => { process.kill(process.pid, 'SIGKILL'); for (;;); });
    ${DOES[does]}
    process.exit(7);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [exit, signal] = await once(child, 'exit');
  expect(signal ?? exit).toSatisfy((how: unknown) => how === 'SIGKILL' || how === 7);
  return signal === 'SIGKILL';
}

describe('killed', () => {
  const ROUNDS = process.env.ROUNDS === 'all' ? 40 : 5;
  const seed = process.env.SEED ?? `cut off ${Date.now()}`;
  const random = randomFrom(seed);
  const pick = (round: number): [number, Moment] => {
    const most = 20;
    const statement = ROUNDS > most ? (round % most) + 1 : 1 + Math.floor(random() * most);
    return [statement, random() < 0.5 ? 'before' : 'after'];
  };

  async function people(dataDir: string) {
    const store = await openStore({ dataDir });
    const nickname = await store.learners.add({ id: 'nickname', nickname: '小红', createdAt: 1 });
    const account = await store.learners.add({ id: 'account', nickname: '小明', createdAt: 1 });
    await store.facts.append({
      session: nickname,
      receivedAt: 1,
      facts: [finished('theirs'), finished('both')],
    });
    await store.facts.append({
      session: account,
      receivedAt: 1,
      facts: [finished('mine'), finished('both')],
    });
    await store.close();
    return { nickname, account };
  }

  test('in a claim: the next process completes it for the same learner', async () => {
    console.log(`${ROUNDS} claims killed, SEED="${seed}"`);
    for (let round = 0; round < ROUNDS; round += 1) {
      const dataDir = folder();
      const { nickname } = await people(dataDir);
      const [statement, moment] = pick(round);
      await killedAt(dataDir, 'claim', statement, moment);
      const store = await openStore({ dataDir });
      const { passwords } = createWaysIn({ ...store, ...KEYS });
      const userId = await passwords.begin('nickname');
      const name = { username: 'xiaohong', key: 'xiaohong' };
      expect(await passwords.setPassword(userId, { username: name, password: PASSWORD })).toBe('done');
      expect(await store.accounts.claim(nickname, { userId, codeHash: 'h2', at: 2 })).toBe('claimed');
      expect(await passwords.check('xiaohong', PASSWORD)).toBe(userId);
      expect((await store.accounts.ownerOf(userId))?.learner.id).toBe('nickname');
      expect(await store.db.selectFrom('auth_user').select('id').execute()).toHaveLength(1);
      expect((await store.facts.pull(nickname, 0))?.bodies).toHaveLength(2);
      await store.close();
    }
  }, 300_000);

  test('in a merge: whole or not at all, and the next process completes it', async () => {
    console.log(`${ROUNDS} merges killed, SEED="${seed}"`);
    for (let round = 0; round < ROUNDS; round += 1) {
      const dataDir = folder();
      const { nickname, account } = await people(dataDir);
      const [statement, moment] = pick(round);
      await killedAt(dataDir, 'merge', statement, moment);
      const store = await openStore({ dataDir });
      const isWhole = await store.learners.wasMerged('nickname');
      expect((await store.facts.pull(account, 0))?.bodies).toHaveLength(isWhole ? 3 : 2);
      expect(await store.merges.merge(nickname, account, 2)).toBe(isWhole ? 'known' : 'merged');
      expect((await store.facts.pull(account, 0))?.bodies).toHaveLength(3);
      expect(await store.db.selectFrom('fact').select('id').execute()).toHaveLength(3);
      await store.close();
    }
  }, 300_000);
});
