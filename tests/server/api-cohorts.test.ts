import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#core/account/role.ts';
import { TOLD_VERSION } from '#core/cohort/cohort.ts';
import { ACCESS } from '#server/http/access.ts';
import { confirmAll } from '../contract/confirm-all.ts';
import { reflected } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { completed, points, responded, submitted } from '../core/progress/facts.ts';
import { NOW, OUTLINE, serveApi } from './api-site.ts';

const DAY = 86_400_000;
const store = memoryStore();
let site: Awaited<ReturnType<typeof serveApi>>;
let leader = '';
beforeAll(async () => {
  site = await serveApi({ store });
  leader = await site.join('王老师', 'facilitator');
});
afterAll(() => site.stop());

const make = async (name = '秋季班', cookie = leader) =>
  (await site.call('POST', '/api/cohorts', { cookie, sent: { name } })).json;
const post = (path: string, sent: unknown, cookie = leader) => site.call('POST', path, { cookie, sent });
const get = (path: string, cookie = leader) => site.call('GET', path, { cookie });
const enrol = (code: string, cookie: string) => post('/api/enrolments', { code, told: TOLD_VERSION }, cookie);

describe('leading', () => {
  test('a cohort is made with a code for 90 days, in a name made safe to show', async () => {
    const { status, json } = await post('/api/cohorts', { name: ' 秋季\u202e班　一 ' });
    expect(status).toBe(201);
    expect(json).toMatchObject({ name: '秋季班 一', madeAt: NOW, members: 0, assignments: [] });
    expect(json.facilitators.map(({ nickname }: { nickname: string }) => nickname)).toEqual(['王老师']);
    expect(json.invitation.code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
    expect(json.invitation.expiresAt).toBe(NOW + 90 * DAY);
    for (const name of ['', '  ', '长'.repeat(41)]) {
      const bad = await post('/api/cohorts', { name });
      expect([bad.status, bad.text]).toEqual([400, expect.stringMatching(/最多40个字/)]);
    }
  });

  describe('another trainer', () => {
    const claim = async (username: string, role: Role) => {
      const cookie = await site.join('李老师', role);
      await post('/api/account', { username, password: 'correct horse' }, cookie);
      return (await get('/api/learner', cookie)).json.id as string;
    };
    const led = (json: { facilitators: { learnerId: string }[] }) =>
      json.facilitators.map(({ learnerId }) => learnerId);

    test('is added by username, however it is written, or by number', async () => {
      const [byName, byNumber] = [await claim('李老师.li', 'facilitator'), await claim('zhao', 'admin')];
      const path = `/api/cohorts/${(await make()).id}/facilitators`;
      expect(led((await post(path, { who: ' 李老师.ＬＩ ' })).json)).toContain(byName);
      expect(led((await post(path, { who: ` ${byNumber}` })).json)).toContain(byNumber);
    });

    test('who is no trainer, and who does not exist, get the same words; nothing tried is in the book', async () => {
      const pupil = await claim('pupil', 'learner');
      const path = `/api/cohorts/${(await make()).id}/facilitators`;
      const replies = [];
      for (const who of ['pupil', pupil, 'nobody', '不是 名字', pupil.replace(/^./, 'z')])
        replies.push(await post(path, { who }));
      for (const { status, text } of replies)
        expect([status, text]).toEqual([422, expect.stringMatching(/没有用户名或编号是这个的讲师/)]);
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
      const acts = (await store.audit.list(50)).map(({ act, detail }) => JSON.stringify([act, detail]));
      expect(acts.filter((text) => /pupil|nobody|名字/.test(text) || text.includes(pupil))).toEqual([]);
    });

    test('what no name or number can be is refused before any database is asked', async () => {
      const path = `/api/cohorts/${(await make()).id}/facilitators`;
      for (const who of ['', 'li\u0000', '\ud800', 'x'.repeat(129), 1])
        expect([who, (await post(path, { who })).status]).toEqual([who, 400]);
    });

    test('twenty are tried in ten minutes, then not even a right one; another trainer is not stopped', async () => {
      const tired = await site.join('试的人', 'facilitator');
      const right = (await get('/api/learner')).json.id;
      const path = `/api/cohorts/${(await make('试', tired)).id}/facilitators`;
      for (let n = 0; n < 20; n += 1) expect((await post(path, { who: `try${n}` }, tired)).status).toBe(422);
      const reply = await post(path, { who: right }, tired);
      expect([reply.status, reply.headers['retry-after'], reply.text]).toEqual([
        429,
        '600',
        expect.stringMatching(/试过的用户名和编号太多了/),
      ]);
      expect((await post(`/api/cohorts/${(await make()).id}/facilitators`, { who: 'x1' })).status).toBe(422);
    });

    test('a class that is not theirs answers as one that is not there, whoever is named', async () => {
      const { id } = await make();
      const other = await site.join('外人', 'facilitator');
      for (const who of ['zhao', 'nobody'])
        expect((await post(`/api/cohorts/${id}/facilitators`, { who }, other)).status).toBe(404);
    });
  });

  test('the code is kept, renewed, closed, opened again', async () => {
    const { id, invitation } = await make();
    const path = `/api/cohorts/${id}/invitation`;
    const longer = (await post(path, { days: 7, isNew: false })).json.invitation;
    expect(longer).toEqual({ code: invitation.code, expiresAt: NOW + 7 * DAY });
    const renewed = (await post(path, { days: 7, isNew: true })).json.invitation;
    expect(renewed.code).not.toBe(invitation.code);
    expect((await post(path, { days: 0, isNew: false })).json.invitation).toBeUndefined();
    expect((await post(path, { days: 1, isNew: false })).json.invitation.expiresAt).toBe(NOW + DAY);
    for (const sent of [{ days: 366, isNew: false }, { days: 1.5, isNew: false }, { days: 5 }])
      expect((await post(path, sent)).status).toBe(400);
  });

  test('only what the course has can be set, and it is set to a day or to none', async () => {
    const { id } = await make();
    const path = `/api/cohorts/${id}/assignments`;
    const { json } = await post(path, { kind: 'lesson', activityId: 'm1-a', dueAt: NOW + DAY });
    expect(json.assignments).toMatchObject([
      { kind: 'lesson', activityId: 'm1-a', setAt: NOW, dueAt: NOW + DAY },
    ]);
    const bad = await post(path, { kind: 'scenario', activityId: 'm1-a' });
    expect([bad.status, bad.text]).toEqual([400, expect.stringContaining('"m1-a"')]);
    expect((await post(path, { kind: 'exam', activityId: 'm1-a' })).status).toBe(400);
    // No date can hold it: the pages of all members would fall over.
    const never = await post(path, { kind: 'lesson', activityId: 'm1-b', dueAt: 9e15 });
    expect([never.status, never.text]).toEqual([400, expect.stringContaining('body.dueAt')]);
    const gone = await site.call('DELETE', `${path}/${json.assignments[0].id}`, { cookie: leader, sent: {} });
    expect(gone.json.assignments).toEqual([]);
  });

  test('every act of a leader is in the book, without names and codes', async () => {
    const { id } = await make('有名字的班');
    await post(`/api/cohorts/${id}`, { name: '另一个名字' });
    await post(`/api/cohorts/${id}/invitation`, { days: 0, isNew: false });
    await post(`/api/cohorts/${id}/assignments`, { kind: 'check', activityId: 'm1-b' });
    await site.call('DELETE', `/api/cohorts/${id}`, { cookie: leader, sent: {} });
    const entries = (await store.audit.list(50)).filter(({ subjectId }) => subjectId === id);
    expect(entries.map(({ act }) => act).sort()).toEqual([
      'assignment.set',
      'cohort.made',
      'cohort.removed',
      'cohort.renamed',
      'invitation.closed',
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/名字/);
    expect((await get(`/api/cohorts/${id}`)).status).toBe(404);
  });
});

describe('joining', () => {
  test('whoever has the code sees what it is and who leads it, before joining; typed in any way', async () => {
    const { invitation } = await make('冬季班');
    const { code, expiresAt } = invitation;
    const shown = { kind: 'cohort', name: '冬季班', facilitators: ['王老师'], expiresAt, told: TOLD_VERSION };
    expect((await get(`/api/invitations/${code.toLowerCase()}`, '')).json).toEqual(shown);
    expect((await get('/api/invitations/22222222', '')).status).toBe(422);
    expect((await get('/api/invitations/x', '')).status).toBe(422);
  });

  test('joined once, however often it is asked; on the sentence of today only', async () => {
    const { id, invitation } = await make('冬季班');
    const cookie = await site.join('小红');
    const old = await post('/api/enrolments', { code: invitation.code, told: TOLD_VERSION - 1 }, cookie);
    expect([old.status, old.text]).toEqual([400, expect.stringContaining('刷新')]);
    const { status, json } = await enrol(invitation.code, cookie);
    expect([status, json.cohortId, json.told]).toEqual([201, id, TOLD_VERSION]);
    expect((await enrol(invitation.code, cookie)).status).toBe(200);
    expect((await get('/api/enrolments', cookie)).json.enrolments).toHaveLength(1);
    expect((await get(`/api/cohorts/${id}`)).json.members).toBe(1);
    const leave = () => site.call('DELETE', `/api/enrolments/${id}`, { cookie, sent: {} });
    expect([(await leave()).status, (await leave()).status]).toEqual([200, 404]);
    expect((await get(`/api/cohorts/${id}`)).json.members).toBe(0);
  });
});

describe('one private thing for one class', () => {
  const sheet = {
    id: 'w/1',
    v: 1,
    at: NOW - 5,
    deviceId: 'device-1',
    language: 'zh',
    type: 'worksheet.saved',
    worksheetId: 't-02',
    worksheetRevision: 'a1',
    documentId: 'd',
    fields: { about: '给讲师看的一份', secret: '自己的秘密', entries: [{ fact: '做成一件事', mood: 5 }] },
    blobIds: ['0190f3c2-7a1b-7c3d-8e4f-123456789abc'],
  };
  const later = { ...sheet, id: 'w/2', fields: { about: '后来改的一份' } };
  const PRIVATE = /给讲师看的一份|后来改的一份|只给自己看|自己的秘密/;

  test('what is not shared is in no answer to a trainer or an admin; what is, in that one only, until it is taken back', async () => {
    const { id, invitation } = await make('分享班');
    const [cookie, stranger] = [await site.join('小红'), await site.join('别班的', 'facilitator')];
    const admin = await site.join('管', 'admin');
    const facts = [sheet, later, { ...reflected('n1', '只给自己看'), at: NOW - 1 }];
    await post('/api/facts', { facts }, cookie);
    await enrol(invitation.code, cookie);
    const learnerId = (await get('/api/learner', cookie)).json.id;
    const shares = `/api/enrolments/${id}/shares`;
    const shared = `/api/cohorts/${id}/shared`;
    const filled = (path: string) =>
      path.replace(':cohortId', id).replace(':learnerId', learnerId).replace(/:\w+/, 'some-id');
    // The export is the owner's own, handed on by an admin who enters it in the book.
    const asked = Object.entries(ACCESS)
      .filter(([name, who]) => name.startsWith('GET ') && (who === 'facilitator' || who === 'admin'))
      .map(([name]) => filled(name.slice(4)))
      .filter((path) => !path.endsWith('/export'));
    expect(asked.length).toBeGreaterThan(8);
    const seenIn = async () => {
      const seen = new Set<string>();
      for (const path of asked)
        for (const who of [leader, admin]) if (PRIVATE.test((await get(path, who)).text)) seen.add(path);
      return [...seen];
    };
    expect(await seenIn()).toEqual([]);
    for (const times of [1, 2])
      expect([times, (await post(shares, { factId: 'w/1' }, cookie)).status]).toEqual([times, 200]);
    expect((await get(shares, cookie)).json).toEqual({ shares: [{ factId: 'w/1', sharedAt: NOW }] });
    expect(await seenIn()).toEqual([shared]);
    const fields = { about: '给讲师看的一份', entries: [{ fact: '做成一件事' }] };
    const fact = { ...sheet, fields, blobIds: [] };
    expect((await get(shared)).json).toEqual({
      shared: [{ learnerId, nickname: '小红', sharedAt: NOW, fact }],
    });
    expect([(await get(shared, stranger)).status, (await get(shared, cookie)).status]).toEqual([404, 403]);
    expect((await post(`${shares}/end`, { factId: 'w/1' }, cookie)).status).toBe(200);
    expect(await seenIn()).toEqual([]);
    expect((await get(shares, cookie)).json).toEqual({ shares: [] });
  });

  test('the fifty-first is refused with the number, the place and what to do; one taken back makes room', async () => {
    const { id, invitation } = await make('分享班');
    const cookie = await site.join('小红');
    const facts = Array.from({ length: 51 }, (_, n) => reflected(`n${n + 1}`, '我的'));
    await post('/api/facts', { facts }, cookie);
    await enrol(invitation.code, cookie);
    const shares = `/api/enrolments/${id}/shares`;
    const share = (factId: string) => post(shares, { factId }, cookie);
    for (const { id: factId } of facts.slice(0, 50))
      expect([factId, (await share(factId)).status]).toEqual([factId, 200]);
    const { status, text } = await share('n51');
    expect(status).toBe(409);
    expect(text).toMatch(/已经有50份.*「我」里的「给讲师看一份」收回/);
    expect(text).toMatch(/50 things already.*Under “Me”, “Show your trainer one thing”, take back/);
    expect((await share('n50')).status).toBe(200);
    expect((await get(shares, cookie)).json.shares).toHaveLength(50);
    expect((await post(`${shares}/end`, { factId: 'n1' }, cookie)).status).toBe(200);
    expect((await share('n51')).status).toBe(200);
  });

  test('nothing of another one’s, nothing that is not private, nothing without a place', async () => {
    const { id, invitation } = await make('分享班');
    const [own, other] = [await site.join('小红'), await site.join('小明')];
    await post('/api/facts', { facts: [completed({ id: 'c1', at: NOW - 7 }), reflected('n1', '我的')] }, own);
    await post('/api/facts', { facts: [reflected('n2', '小明的')] }, other);
    await enrol(invitation.code, own);
    const shares = `/api/enrolments/${id}/shares`;
    for (const factId of ['c1', 'n2', 'none']) {
      const refused = await post(shares, { factId }, own);
      expect([factId, refused.status, refused.text]).toEqual([factId, 404, expect.stringContaining('同步')]);
    }
    for (const path of [shares, `${shares}/end`]) {
      expect((await post(path, { factId: 'n2' }, other)).status).toBe(404);
      for (const factId of ['', 'a\u0000', 'x'.repeat(201), 1])
        expect((await post(path, { factId }, own)).status).toBe(400);
    }
    expect((await get(shares, other)).status).toBe(404);
    expect((await get(`/api/cohorts/${id}/shared`)).json).toEqual({ shared: [] });
  });
});

describe('the report', () => {
  test('has what members were told is shared, and nothing private', async () => {
    const { id, invitation } = await make('报表班');
    const cookie = await site.join('小红');
    const facts = [
      responded({ id: 'r1', at: NOW - 9, score: points(1) }),
      submitted({ id: 's1', at: NOW - 8 }),
      completed({ id: 'c1', at: NOW - 7 }),
      { ...reflected('n1', '只给自己看'), at: NOW - 1 },
    ];
    await post('/api/facts', { facts }, cookie);
    await enrol(invitation.code, cookie);
    await confirmAll(store.factChecks);
    const { json, text } = await get(`/api/cohorts/${id}/report`);
    expect(json).toEqual({
      at: NOW,
      outline: OUTLINE,
      assignments: [],
      members: [
        {
          learnerId: expect.any(String),
          nickname: '小红',
          joinedAt: NOW,
          standing: {
            lessons: [
              {
                state: 'completed',
                first: 80,
                best: 80,
                completedAt: NOW - 7,
                passedAt: NOW - 8,
                mastery: [100, null],
              },
              null,
            ],
            scenarios: [null],
            lastAt: NOW - 7,
          },
        },
      ],
    });
    expect(text).not.toContain('只给自己看');
  });

  test('follows new facts, and forgets who left', async () => {
    const { id, invitation } = await make('会变的班');
    const cookie = await site.join('小明');
    await enrol(invitation.code, cookie);
    const states = async () =>
      (await get(`/api/cohorts/${id}/report`)).json.members.map(
        ({ standing }: { standing: { lessons: ({ state: string } | null)[] } }) =>
          standing.lessons.map((lesson) => lesson?.state ?? 'new'),
      );
    expect(await states()).toEqual([['new', 'new']]);
    await post('/api/facts', { facts: [completed({ id: 'c2', at: NOW, lessonId: 'm1-b' })] }, cookie);
    expect(await states()).toEqual([['new', 'new']]);
    await confirmAll(store.factChecks);
    expect(await states()).toEqual([['new', 'completed']]);
    await site.call('DELETE', `/api/enrolments/${id}`, { cookie, sent: {} });
    expect(await states()).toEqual([]);
  });
});

describe('a recovery code from the trainer', () => {
  const codeFor = async (cohortId: string, member: string, cookie = leader) => {
    const { json } = await get('/api/learner', member);
    return post(`/api/cohorts/${cohortId}/members/${json.id}/recovery-code`, {}, cookie);
  };
  const claim = (cookie: string, username: string) =>
    post('/api/account', { username, password: 'correct horse' }, cookie);

  test('is for members with an account who have no role of their own, and is in the book', async () => {
    const { id, invitation } = await make('找回班');
    const [member, bare, outside, peer] = [
      await site.join('小红'),
      await site.join('小明'),
      await site.join('小刚'),
      await site.join('同事', 'facilitator'),
    ];
    for (const [cookie, name] of [
      [member, 'member-1'],
      [outside, 'outside-1'],
      [peer, 'peer-1'],
    ] as const)
      expect((await claim(cookie, name)).status).toBe(201);
    for (const cookie of [member, bare, peer]) await enrol(invitation.code, cookie);
    const given = await codeFor(id, member);
    expect([given.status, given.json.recoveryCode]).toEqual([
      201,
      expect.stringMatching(/^[2-9A-Z]{5}(-| )/),
    ]);
    expect((await codeFor(id, bare)).status).toBe(409);
    expect((await codeFor(id, outside)).status).toBe(404);
    expect((await codeFor(id, peer)).status).toBe(403);
    expect((await codeFor(id, member, await site.join('别的讲师', 'facilitator'))).status).toBe(404);
    const acts = (await store.audit.list(50)).filter(({ act }) => act === 'recovery-code.reset');
    expect(acts).toHaveLength(1);
    expect(JSON.stringify(acts)).not.toContain(given.json.recoveryCode);
  });
});

/** Names that browsers or spreadsheets might run. */
const CORPUS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('1')",
  '{{constructor.constructor("x")()}}',
  '=cmd|"/c calc"!A0',
  '+1+1',
  '@SUM(1)',
  '-2+3',
];

test.each(CORPUS)('a name like %s comes back as the text it is', async (name) => {
  const { id, invitation, ...cohort } = await make(name);
  expect(cohort.name).toBe(name);
  await enrol(invitation.code, await site.join(name));
  const { json, headers } = await get(`/api/cohorts/${id}/report`);
  expect(json.members[0].nickname).toBe(name);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers['x-content-type-options']).toBe('nosniff');
});
