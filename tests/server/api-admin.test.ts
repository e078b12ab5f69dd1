/** `/api/admin`, on the store in memory and on SQLite. */
import { afterEach, describe, expect, test } from 'vitest';
import { ADMIN_GUARDS } from '#core/admin/admin.guard.ts';
import { ACCESS } from '#server/http/access.ts';
import { openStore } from '#server/store/open-store.ts';
import { completed, finished, reflected } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { mistake } from '../contract/mistakes.ts';
import { type ApiSitePlan, NOW, serveApi } from './api-site.ts';
import { temporaryFolders } from './data-folders.ts';

const DAY = 86_400_000;
const { folder, clear } = temporaryFolders();
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
  clear();
});

async function onSqlite() {
  const store = await openStore({ dataDir: folder() });
  ending.push(() => store.close());
  return store;
}

describe.each([
  ['memory', async () => memoryStore()],
  ['SQLite', onSqlite],
])('%s', (_, open) => {
  async function desk(more: Omit<ApiSitePlan, 'store'> = {}) {
    const store = await open();
    const site = await serveApi({ store, ...more });
    ending.push(() => site.stop());
    const boss = await site.join('周敏', 'admin');
    const as = (method: string, path: string, sent?: unknown) =>
      site.call(method, path, { cookie: boss, ...(sent !== undefined && { sent }) });
    const idOf = async (cookie: string) => (await site.call('GET', '/api/learner', { cookie })).json.id;
    return { ...site, store, boss, as, idOf };
  }

  test('the overview counts what is there and tells what it knows of the machine', async () => {
    const forwarding = {
      state: async () => ({ pending: 2, held: 3, refused: 1, isPaused: false, failedAt: NOW - 5 }),
    };
    const { as, join, call, admin } = await desk({ forwarding, disk: { freeBytes: 1, totalBytes: 2 } });
    const cookie = await join('小红');
    await call('POST', '/api/facts', { cookie, sent: { facts: [finished('a', 1), finished('a', 2)] } });
    await call('POST', '/api/mistakes', { sent: mistake(1) });
    await admin.retention.noteBackup(NOW - DAY);
    const { json } = await as('GET', '/api/admin/overview');
    expect(json).toEqual({
      release: 'test',
      engine: 'sqlite',
      at: NOW,
      disk: { freeBytes: 1, totalBytes: 2 },
      databaseBytes: 4_096,
      backupAt: NOW - DAY,
      people: { learner: 1, facilitator: 0, admin: 1 },
      facts: 2, // numbers given out: the contradiction took one
      quarantined: 1,
      openMistakes: 1,
      checks: { behind: 1, unchecked: 0, setApart: 0 },
      outbox: { pending: 2, held: 3, refused: 1, isPaused: false, failedAt: NOW - 5 },
    });
    expect(ADMIN_GUARDS.overview(json)).toBe(true);
  });

  test('people are found by the beginning of their nickname, and paged by fifty', async () => {
    const { as, join } = await desk();
    for (let count = 0; count < 51; count += 1) await join(`学员${count}`);
    const first = await as('GET', '/api/admin/people');
    expect([first.json.people.length, ADMIN_GUARDS.people(first.json)]).toEqual([50, true]);
    const rest = await as('GET', `/api/admin/people?after=${first.json.next}`);
    expect([rest.json.people.length, rest.json.next]).toEqual([2, undefined]);
    const all = [...first.json.people, ...rest.json.people].map(({ id }: { id: string }) => id);
    expect(new Set(all).size).toBe(52);
    const found = await as('GET', `/api/admin/people?q=${encodeURIComponent('学员5')}`);
    expect(found.json.people.map(({ nickname }: { nickname: string }) => nickname).sort()).toEqual([
      '学员5',
      '学员50',
    ]);
    // A cursor of somebody's own making begins anew instead of falling over.
    for (const after of ['x', 'W10', Buffer.from('["\\u0000",1]').toString('base64url')])
      expect((await as('GET', `/api/admin/people?after=${after}`)).json.people).toHaveLength(50);
    expect((await as('GET', '/api/admin/people?q=%00%F0')).status).toBe(200);
    // What is longer than a name may be finds nobody, not everybody.
    const tooLong = await as('GET', `/api/admin/people?q=${encodeURIComponent('学'.repeat(41))}`);
    expect(tooLong.json).toEqual({ people: [] });
  });

  test('a role is given and taken at once, with an entry; the last admin stays', async () => {
    const { as, join, idOf, boss, call, time } = await desk();
    const cookie = await join('小红');
    const id = await idOf(cookie);
    expect((await call('GET', '/api/admin/overview', { cookie })).status).toBe(403);
    const given = await as('POST', `/api/admin/people/${id}/role`, { role: 'admin' });
    expect(given.json.person).toMatchObject({ id, nickname: '小红', role: 'admin' });
    expect((await call('GET', '/api/admin/overview', { cookie })).status).toBe(200);
    time.at += 1;
    // Now she takes it from the one who gave it, and nobody can take hers.
    const bossId = await idOf(boss);
    const taken = await call('POST', `/api/admin/people/${bossId}/role`, {
      cookie,
      sent: { role: 'learner' },
    });
    expect([taken.status, taken.json.person.role]).toEqual([200, 'learner']);
    expect((await as('GET', '/api/admin/overview')).status).toBe(403);
    const last = await call('POST', `/api/admin/people/${id}/role`, { cookie, sent: { role: 'learner' } });
    expect([last.status, last.text]).toEqual([409, expect.stringContaining('这是最后一位管理员，没有改动')]);
    const { json } = await call('GET', '/api/admin/audit', { cookie });
    expect(json.entries).toMatchObject([
      { actorId: id, act: 'role.changed', subjectId: bossId, detail: { from: 'admin', to: 'learner' } },
      { actorId: bossId, act: 'role.changed', subjectId: id, detail: { from: 'learner', to: 'admin' } },
    ]);
    expect(json.names).toEqual({ [id]: '小红', [bossId]: '周敏' });
    expect(ADMIN_GUARDS.audit(json)).toBe(true);
    for (const [sent, status] of [
      [{ role: 'owner' }, 400],
      [{}, 400],
      ['{', 400],
    ] as const)
      expect((await call('POST', `/api/admin/people/${id}/role`, { cookie, sent })).status).toBe(status);
    const nobody = await call('POST', '/api/admin/people/nobody/role', { cookie, sent: { role: 'admin' } });
    expect(nobody.status).toBe(404);
  });

  test('deletion takes the nickname as it is written, leaves a tombstone, and nobody deletes themselves here', async () => {
    const { as, join, idOf, boss, call } = await desk();
    const cookie = await join('小红 A');
    await call('POST', '/api/facts', { cookie, sent: { facts: [finished('a')] } });
    const id = await idOf(cookie);
    const path = `/api/admin/people/${id}`;
    const wrong = await as('DELETE', path, { nickname: '小明' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('没有删除。请照页面上的称呼')]);
    expect((await as('DELETE', `/api/admin/people/${await idOf(boss)}`, { nickname: '周敏' })).status).toBe(
      409,
    );
    expect((await as('DELETE', path, { nickname: ' 小红  Ａ ' })).status).toBe(200);
    expect((await as('DELETE', path, { nickname: '小红 A' })).status).toBe(404);
    // Their device learns it, and brings nothing back.
    const again = await call('POST', '/api/facts', { cookie, sent: { facts: [finished('b')] } });
    expect(again.status).toBe(410);
    const { entries, names } = (await as('GET', '/api/admin/audit')).json;
    expect(entries).toMatchObject([{ act: 'learner.deleted', subjectId: id }]);
    expect(names[id]).toBeUndefined();
    expect(JSON.stringify(entries)).not.toContain('小红');
  });

  test('an export holds every fact but what is theirs alone, and stands in the log', async () => {
    const { as, join, idOf, call } = await desk();
    const cookie = await join('小红');
    const facts = [finished('a'), reflected('own', '只给自己看'), finished('b', 3)];
    await call('POST', '/api/facts', { cookie, sent: { facts } });
    const id = await idOf(cookie);
    const reply = await as('GET', `/api/admin/people/${id}/export`);
    expect(reply.headers['content-disposition']).toBe(`attachment; filename="sanxiu-person-${id}.json"`);
    expect(reply.json).toEqual({
      format: 'sanxiu-person@1',
      exportedAt: '2026-11-26T00:00:00.000Z',
      person: {
        id,
        nickname: '小红',
        role: 'learner',
        isClaimed: false,
        createdAt: '2026-11-26T00:00:00.000Z',
        lastSeen: '2026-11-26',
      },
      privateFactsWithheld: 1,
      isComplete: true,
      facts: [finished('a'), finished('b', 3)],
    });
    expect((await as('GET', '/api/admin/audit')).json.entries).toMatchObject([
      { act: 'person.exported', subjectId: id, detail: {} },
    ]);
    expect((await as('GET', '/api/admin/people/nobody/export')).status).toBe(404);
  });

  test('a way back is reset where there is one', async () => {
    const asked: unknown[] = [];
    const status: { now: 'unknown' | 'unclaimed' | 'forbidden' } = { now: 'unclaimed' };
    const { as, idOf, boss } = await desk({
      resetRecovery: async ({ id, role }, learnerId) => {
        asked.push([role, learnerId]);
        return learnerId === id ? { status: 'reset', recoveryCode: 'AAAAA-BBBBB' } : { status: status.now };
      },
    });
    const id = await idOf(boss);
    const done = await as('POST', `/api/admin/people/${id}/recovery-code`, {});
    expect([done.status, done.json]).toEqual([201, { recoveryCode: 'AAAAA-BBBBB' }]);
    expect(asked).toEqual([['admin', id]]);
    for (const [now, code] of [
      ['unclaimed', 409],
      ['unknown', 404],
      ['forbidden', 403],
    ] as const) {
      status.now = now;
      expect((await as('POST', '/api/admin/people/x/recovery-code', {})).status).toBe(code);
    }
  });

  test('quarantine: bodies of what is not private, page by page; dismissed once', async () => {
    const { as, join, call } = await desk();
    const cookie = await join('小红');
    const many = Array.from({ length: 51 }, (_, index) => [
      finished(`f${index}`, 1),
      finished(`f${index}`, 2),
    ]);
    const facts = [...many.flat(), reflected('own', '甲'), reflected('own', '乙')];
    await call('POST', '/api/facts', { cookie, sent: { facts } });
    const first = (await as('GET', '/api/admin/quarantine')).json;
    const rest = (await as('GET', `/api/admin/quarantine?after=${first.next}`)).json;
    expect([first.items.length, rest.items.length, rest.next]).toEqual([50, 2, undefined]);
    expect(ADMIN_GUARDS.quarantine(first)).toBe(true);
    const all = [...first.items, ...rest.items];
    expect(JSON.stringify(all)).not.toMatch(/甲|乙/);
    expect(all.filter(({ isPrivate }) => isPrivate)).toHaveLength(1);
    const { learnerId, factId, digest } = all[0];
    const sent = { learnerId, factId, digest };
    expect((await as('POST', '/api/admin/quarantine/dismiss', sent)).status).toBe(200);
    expect((await as('POST', '/api/admin/quarantine/dismiss', sent)).status).toBe(404);
    const odd = await as('POST', '/api/admin/quarantine/dismiss', { ...sent, factId: 'a\u0000' });
    expect(odd.status).toBe(400);
  });

  test('what was set apart for its score is shown with what differs, and cannot be dismissed', async () => {
    const { as, join, idOf, call, store } = await desk();
    const cookie = await join('小红');
    await call('POST', '/api/facts', { cookie, sent: { facts: [completed('c')] } });
    const learnerId = await idOf(cookie);
    const differences = [{ field: 'score.earned', expected: 0, given: 1 }];
    await store.factChecks.record({
      learnerId,
      judged: [{ factId: 'c', verdict: { status: 'differs', differences } }],
      cursor: { from: 0, until: 1 },
      at: NOW,
      checkedBy: 'r1',
    });
    const { json } = await as('GET', '/api/admin/quarantine');
    expect(json.items).toMatchObject([{ factId: 'c', reason: 'score', differences }]);
    expect(ADMIN_GUARDS.quarantine(json)).toBe(true);
    const [{ digest }] = json.items;
    const reply = await as('POST', '/api/admin/quarantine/dismiss', { learnerId, factId: 'c', digest });
    expect(reply.status).toBe(404);
    const overview = (await as('GET', '/api/admin/overview')).json;
    expect(overview.quarantined).toBe(0);
    expect(overview.checks).toEqual({ behind: 0, unchecked: 0, setApart: 1, setApartSince: NOW });
  });

  test('refused statements are sent again when an admin asks, with an entry; nothing to send is no act', async () => {
    const { as, join, idOf, boss, call, store } = await desk();
    const cookie = await join('小红');
    await call('POST', '/api/facts', { cookie, sent: { facts: [finished('a'), finished('b')] } });
    const learnerId = await idOf(cookie);
    const settlings = [{ learnerId, from: 0, to: 2 }];
    await store.outbox.settle(settlings, [{ learnerId, factId: 'b', status: 400 }], NOW);
    const path = '/api/admin/statements/send-again';
    expect((await call('POST', path, { cookie, sent: {} })).status).toBe(403);
    expect((await as('POST', path, {})).json).toEqual({ count: 1 });
    expect((await store.outbox.next(9)).facts.map(({ id }) => id)).toEqual(['b']);
    expect((await as('POST', path, {})).json).toEqual({ count: 0 });
    const { entries } = (await as('GET', '/api/admin/audit')).json;
    expect(entries).toMatchObject([
      { actorId: await idOf(boss), act: 'statements.sent-again', detail: { count: 1 } },
    ]);
  });

  test('a report is shown with where it is and dealt with once; the log names it by its id', async () => {
    const { as, call } = await desk();
    await call('POST', '/api/mistakes', { sent: mistake(1) });
    const { reports } = (await as('GET', '/api/admin/mistakes')).json;
    expect(reports).toEqual([
      {
        id: mistake(1).id,
        where: '/learn/m2-fab-pitch/#so-what',
        language: 'zh',
        revision: 'a878',
        words: mistake(1).words,
        receivedAt: NOW,
      },
    ]);
    for (let time = 0; time < 2; time += 1)
      expect((await as('POST', `/api/admin/mistakes/${mistake(1).id}/done`, {})).status).toBe(200);
    expect((await as('POST', '/api/admin/mistakes/none/done', {})).status).toBe(404);
    expect((await as('GET', '/api/admin/mistakes')).json.reports).toEqual([]);
    const done = (await as('GET', '/api/admin/mistakes?which=all')).json;
    expect([done.reports[0].doneAt, ADMIN_GUARDS.reports(done)]).toEqual([NOW, true]);
    expect((await as('GET', '/api/admin/audit')).json.entries).toMatchObject([
      { act: 'mistake.done', subjectId: mistake(1).id },
    ]);
  });

  test('retention: looked at, counted before it is set, refused when more would be concerned; the page for all tells it', async () => {
    const { as, join, call, time } = await desk();
    await join('小红');
    time.at += 40 * DAY;
    const boss = await join('新来的', 'admin');
    const view = (await call('GET', '/api/admin/retention', { cookie: boss })).json;
    expect(view).toEqual({ learnerDays: null, auditDays: 1095, mistakeDays: 365, concerned: 0 });
    const asked = await call('GET', '/api/admin/retention?learnerDays=30', { cookie: boss });
    expect([asked.json.concerned, asked.json.learnerDays]).toEqual([1, null]);
    // Else the answer would count for other days than were asked.
    for (const days of ['29', '3651', '', '30.5', 'x']) {
      const odd = await call('GET', `/api/admin/retention?learnerDays=${days}`, { cookie: boss });
      expect([odd.status, odd.text]).toEqual([400, expect.stringContaining('30到3650')]);
    }
    const wanted = { learnerDays: 30, auditDays: 200, mistakeDays: 90 };
    const blind = await as('POST', '/api/admin/retention', { ...wanted, concerned: 0 });
    expect([blind.status, blind.text]).toEqual([409, expect.stringContaining('没有保存')]);
    const saved = await as('POST', '/api/admin/retention', { ...wanted, concerned: 1 });
    expect(saved.json).toEqual({ ...wanted, concerned: 1, changedAt: time.at });
    expect(ADMIN_GUARDS.retention(saved.json)).toBe(true);
    expect((await call('GET', '/api/retention')).json).toEqual(wanted);
    for (const wrong of [
      { learnerDays: 29 },
      { auditDays: 179 },
      { mistakeDays: 3651 },
      { learnerDays: 30.5 },
    ])
      expect((await as('POST', '/api/admin/retention', { ...wanted, concerned: 1, ...wrong })).status).toBe(
        400,
      );
  });
});

test('somebody with an account is found by their username, however it is written', async () => {
  const store = await onSqlite();
  const site = await serveApi({ store });
  ending.push(() => site.stop());
  const boss = await site.join('周敏', 'admin');
  const { id } = (await site.call('GET', '/api/learner', { cookie: await site.join('小红') })).json;
  const account = { id: 'u', name: '小红', email: 'u@x', emailVerified: 0, createdAt: '', updatedAt: '' };
  const names = { username: 'xiao.hong', displayUsername: 'Xiao.Hong' };
  await store.db
    .insertInto('auth_user')
    .values({ ...account, ...names } as never)
    .execute();
  await store.db.updateTable('learner').set({ auth_user_id: 'u' }).where('id', '=', id).execute();
  for (const [q, found] of [
    ['XIAO', 1],
    ['xiao.hong', 1],
    ['hong', 0],
    ['%', 0],
  ] as const) {
    const { json } = await site.call('GET', `/api/admin/people?q=${encodeURIComponent(q)}`, { cookie: boss });
    expect([q, json.people.length]).toEqual([q, found]);
    if (found) expect(json.people[0]).toMatchObject({ id, isClaimed: true, username: 'Xiao.Hong' });
  }
  // Deleted with their account.
  const sent = { nickname: '小红' };
  expect((await site.call('DELETE', `/api/admin/people/${id}`, { cookie: boss, sent })).status).toBe(200);
  expect(await store.db.selectFrom('auth_user').select('id').execute()).toEqual([]);
});

test('whatever lies below /api/admin is for admins', () => {
  const routes = Object.entries(ACCESS).filter(([name]) => name.includes(' /api/admin/'));
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter(([, who]) => who !== 'admin')).toEqual([]);
});

test('being here is noted after an answer, not after a refusal', async () => {
  const seen: string[] = [];
  const site = await serveApi({ onSeen: (id) => void seen.push(id) });
  ending.push(() => site.stop());
  const cookie = await site.join('小红');
  const { id } = (await site.call('GET', '/api/learner', { cookie })).json;
  expect(seen).toEqual([id]);
  await site.call('GET', '/api/admin/overview', { cookie });
  await site.call('POST', '/api/facts', { cookie, sent: '{' });
  expect(seen).toEqual([id]);
  await site.call('POST', '/api/facts', { cookie, sent: { facts: [finished('a')] } });
  expect(seen).toEqual([id, id]);
});
