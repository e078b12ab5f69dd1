/** Deleting and merging, looked at in every table there is: a new table with things of a learner is in here by itself. */
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readUsername } from '#core/account/username.ts';
import { createWaysIn } from '#server/auth/ways-in.ts';
import type { Session } from '#server/port/learner-store.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { completed, finished, reflected } from '../contract/facts.ts';
import { AT, DIFFERS, forward, join, judge, settledOf, UNKNOWN } from '../contract/outbox-steps.ts';
import { pictureBytes, pictureId } from '../contract/pictures.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { KEYS } from './account-site.ts';
import { temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
afterEach(clear);

/** Columns in which one of these texts stands, as `table.column`; every row of every table is read. */
async function placesOf({ db }: Store, ...texts: string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    for (const [column, value] of rows.flatMap((row) => Object.entries(row)))
      if (texts.some((text) => String(value).includes(text))) found.add(`${name}.${column}`);
  }
  return [...found].sort();
}
/** Tables that say by `learner_id` whose a row is. */
const ownTables = async ({ db }: Store) =>
  (await db.introspection.getTables())
    .filter(({ columns }) => columns.some(({ name }) => name === 'learner_id'))
    .map(({ name }) => `${name}.learner_id`);

/** Something of this learner in each of them, made as it is made in use. */
async function leaveTraces(store: Store, session: Session): Promise<void> {
  const { learnerId } = session;
  const { facts, learners, cohorts, outbox, merges, blobs, transferCodes, folds } = store;
  const earlier = await join(store, `before-${learnerId}`);
  await facts.append({ session: earlier, receivedAt: AT, facts: [finished('n1')] });
  await forward(store);
  expect(await merges.merge(earlier, session, AT)).toBe('merged');
  const written = [finished('f1', 1), reflected('own', '只给自己看'), completed('open'), completed('wrong')];
  await facts.append({ session, receivedAt: AT, facts: written });
  await facts.append({ session, receivedAt: AT, facts: [finished('f1', 2)] });
  await judge(store, learnerId, { open: UNKNOWN, wrong: DIFFERS });
  await outbox.settle(settledOf(await outbox.next(50)), [{ learnerId, factId: 'f1', status: 400 }], AT);
  await transferCodes.put(session, { hash: `code of ${learnerId}`, at: AT, expiresAt: AT + 9 });
  const picture = { type: 'image/jpeg', bytes: pictureBytes() } as const;
  await blobs.put(session, pictureId(1), picture, AT, { bytes: 1_000, count: 9 });
  const boss = { id: 'boss', role: 'facilitator' } as const;
  const code = { code: 'ABCDEFGH', expiresAt: AT + 9 };
  await cohorts.make(boss, { id: 'c1', name: '一班', at: AT, invitation: code });
  await cohorts.enrol(session, { code: code.code, at: AT, told: 1 });
  await cohorts.share(session, { cohortId: 'c1', factId: 'own', at: AT });
  await learners.setRole(learnerId, 'facilitator');
  await cohorts.addFacilitator(boss, 'c1', learnerId);
  const [place] = await folds.find([learnerId], 'v');
  await folds.keep({ learnerId, version: 'v', recounts: place?.recounts ?? 0, seq: 1, json: '{}' });
}

/** An account that was begun, with name and password; claimed by nobody yet. */
async function beginAccount(store: Store, { learnerId }: Session) {
  const { passwords } = createWaysIn({ ...store, ...KEYS });
  const userId = await passwords.begin(learnerId);
  const name = readUsername('XiaoMan');
  if (name.status === 'refused') throw new Error('XiaoMan is no name');
  await passwords.setPassword(userId, {
    username: { username: name.username, key: name.key },
    password: 'correct horse',
  });
  return userId;
}

function nothingLeft(open: () => Promise<Store>) {
  const begun = async () => {
    const store = await open();
    const boss = await join(store, 'boss');
    await store.learners.setRole(boss.learnerId, 'facilitator');
    return store;
  };

  test('of a deleted learner nothing is left but the tombstone and what the book says of their number', async () => {
    const store = await begun();
    const session = await store.learners.add({ id: 'gone-1', nickname: '王小满', createdAt: AT });
    await leaveTraces(store, session);
    const userId = await beginAccount(store, session);
    const passkey = {
      ...{ id: 'k1', credentialId: 'credential', publicKey: 'cHVi', counter: 0, transports: [] },
      ...{ name: '小满的手机', createdAt: AT },
    };
    await store.accounts.claim(session, { userId, codeHash: 'code', passkey, at: AT });
    const now = new Date(AT).toISOString();
    await sql`insert into auth_session (id, "expiresAt", token, "createdAt", "updatedAt", "userId")
      values ('s1', ${now}, 'token', ${now}, ${now}, ${userId})`.execute(store.db);
    await store.adminLinks.add({ hash: 'h', at: AT, expiresAt: AT + 9 });
    expect(await store.adminLinks.redeem(session, { hash: 'h', at: AT, entryId: 'entry' })).toBe('done');
    // The test itself: there is something to be deleted everywhere.
    const traces = await placesOf(store, 'gone-1', userId);
    const more = ['passkey.user_id', 'recovery_code.user_id', 'admin_link.used_by'];
    const auth = ['auth_user.id', 'auth_account.userId', 'auth_session.userId'];
    expect(traces).toEqual(expect.arrayContaining([...(await ownTables(store)), ...more, ...auth]));
    expect(await placesOf(store, '小满', 'xiaoman')).toContain('auth_user.username');

    // Signed out everywhere: such a session deletes nothing.
    expect(await store.learners.remove({ ...session, generation: 9 }, AT)).toBe(false);
    expect(await store.learners.remove(session, AT)).toBe(true);
    expect(await store.learners.wasRemoved('gone-1')).toBe(true);
    expect(await placesOf(store, 'gone-1', userId)).toEqual([
      'audit_entry.actor_id',
      'audit_entry.subject_id',
      'removed_learner.id',
      'removed_learner.merged_into',
    ]);
    expect(await placesOf(store, '小满', 'XiaoMan', 'xiaoman', '只给自己看', 'credential')).toEqual([]);
    await store.close();
  });

  test('an account that was begun and never claimed goes with its learner; one of the company too', async () => {
    const store = await begun();
    const session = await join(store, 'gone-1');
    await beginAccount(store, session);
    expect(await store.learners.remove(session, AT)).toBe(true);
    expect(await placesOf(store, 'gone-1', 'xiaoman')).toEqual(['removed_learner.id']);
    const now = new Date(AT).toISOString();
    await sql`insert into auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt")
      values ('company-7', '王', 'c7@nowhere.invalid', ${store.kind === 'sqlite' ? 0 : false}, ${now}, ${now})`.execute(
      store.db,
    );
    const of = await store.accounts.beginWith('company-7', { id: 'gone-2', nickname: '王', createdAt: AT });
    expect(await store.learners.remove(of.session, AT)).toBe(true);
    expect(await placesOf(store, 'company-7', 'c7@')).toEqual([]);
    await store.close();
  });

  test('of a nickname that went into an account nothing is left under the old number but the tombstone', async () => {
    const store = await begun();
    const [nick, into] = [await join(store, 'nick-1'), await join(store, 'into-1')];
    await leaveTraces(store, nick);
    const userId = await beginAccount(store, nick);
    expect(await placesOf(store, 'nick-1', userId)).toEqual(
      expect.arrayContaining([...(await ownTables(store)), 'auth_user.id', 'auth_account.userId']),
    );
    expect(await store.merges.merge(nick, into, AT)).toBe('merged');
    const left = await placesOf(store, 'nick-1', userId);
    // The book says from whom the role came; another one had become this one before.
    expect(left).toEqual(['audit_entry.detail', 'removed_learner.id', 'removed_learner.merged_into']);
    await store.close();
  });
}

describe('SQLite', () => nothingLeft(() => openStore({ dataDir: folder() })));

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server.stop());
  nothingLeft(async () => openStore({ dataDir: folder(), databaseUrl: await server.database() }));
});
