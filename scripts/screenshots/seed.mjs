// A server with people on it, made through its API as people make it: an admin, a trainer, a class of thirty with names of
// every kind, what they learned and showed, reports, contradictions, and a sign-in by the admin's one-time link.
import { execFileSync } from 'node:child_process';
import { checks, scenarioNow } from '../../tests/contract/content.ts';
import { asExpert, factsOfCheck, factsOfRun, T0 } from '../../tests/core/rescore/honest.ts';

const DAY_MS = 86_400_000;
export const PASSWORD = 'rain in march 2026';
export const CLASS = '2026秋季·华东区门店业务经理一班';

/** As people write them, and as nobody should: forty characters, markup, emoji, a word without a break, Arabic. */
const NAMES = [
  ...['林悦', '赵建平', '陈建国', '李秀梅', '刘敏', '周大勇', '王芳', '孙浩', '马丽', '何琳', '老吴', '小周'],
  '华东大区建材事业部第三门店群负责渠道与零售协同的业务经理欧阳思远（原江北一部，十月调入）代',
  '<b>加粗</b><img src=x onerror=alert(1)>',
  '🌧️小雨👩‍👩‍👧‍👦',
  'Maximiliana-Konstantina_Wolfeschlegelste',
  'محمد الأمين',
  '=1+1',
  ...['Anna', '阿强', '张伟', '张伟', '欧阳修远', '诸葛青', '小美', '丁一', '徐静', '高飞', '蒋文', '沈青'],
].map((name) => [...name].slice(0, 40).join(''));

/** One browser's worth of session: what it was told to remember, sent back. @param {string} origin */
function caller(origin) {
  let cookie = '';
  const send = async (
    /** @type {string} */ method,
    /** @type {string} */ path,
    /** @type {unknown} */ body,
  ) => {
    const headers = { 'content-type': 'application/json', origin, cookie };
    const reply = await fetch(`${origin}${path}`, {
      method,
      headers,
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    });
    cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  return {
    get: (/** @type {string} */ path) => send('GET', path, undefined),
    post: (/** @type {string} */ path, /** @type {unknown} */ body) => send('POST', path, body),
    session: () => ({ name: cookie.split('=', 1).join(), value: cookie.replace(/^[^=]*=/, '') }),
  };
}

/** @typedef {ReturnType<typeof caller>} Caller */
/** @typedef {{ origin: string, dataDir: string }} Server */
/** @typedef {{ name: string, value: string }} Session a browser's cookie */
/** @typedef {{ admin: Session, trainer: Session, cohortId: string, code: string, emptyId: string, closed: string, closedId: string }} Seeded */

/** @param {string} origin @param {string} nickname @param {string} [username] */
async function begin(origin, nickname, username) {
  const one = caller(origin);
  const { id } = await one.post('/api/learner', { nickname });
  if (username) await one.post('/api/account', { username, password: PASSWORD });
  return { ...one, id };
}

/** @param {Server} server @returns {Promise<Seeded>} cookies of sessions, ids, codes. */
export async function seed({ origin, dataDir }) {
  const admin = await begin(origin, '周敏', 'zhou.min');
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
  const said = execFileSync('node', ['src/app.ts', '--admin-link'], { env, encoding: 'utf8' });
  await admin.post('/api/admin-link/redeem', { token: /#admin=(\S+)/.exec(said)?.[1] });
  const trainer = await begin(origin, '王老师', 'wang.laoshi');
  await admin.post(`/api/admin/people/${trainer.id}/role`, { role: 'facilitator' });
  const cohort = await trainer.post('/api/cohorts', { name: CLASS });
  const code = cohort.invitation.code;
  const open = await trainer.post('/api/cohorts', { name: '刚建的班' });
  const shut = await trainer.post('/api/cohorts', { name: '去年的班<script>alert(1)</script>' });
  await trainer.post(`/api/cohorts/${shut.id}/invitation`, { days: 0, isNew: false });
  await assign(trainer, cohort.id);
  for (const [place, name] of NAMES.entries())
    await learner(origin, { name, place, code, cohortId: cohort.id });
  await report(origin);
  await allChecked(trainer, cohort.id);
  return {
    admin: admin.session(),
    trainer: trainer.session(),
    cohortId: cohort.id,
    code,
    emptyId: open.id,
    closed: shut.invitation.code,
    closedId: shut.id,
  };
}

/** @param {Caller} trainer @param {string} cohortId */
async function assign(trainer, cohortId) {
  const dueAt = (/** @type {number} */ days) => Date.now() + days * DAY_MS;
  for (const [kind, activityId, days] of /** @type {const} */ ([
    ['lesson', 'm1-attitude-is-a-choice', -3],
    ['check', 'm1-goals-plans-rehearsal', 7],
    ['scenario', 'f-a', -1],
  ]))
    await trainer.post(`/api/cohorts/${cohortId}/assignments`, { kind, activityId, dueAt: dueAt(days) });
  await trainer.post(`/api/cohorts/${cohortId}/assignments`, { kind: 'lesson', activityId: 'm2-fab-pitch' });
}

/**
 * One learner of the class; the further down the list, the less was done. Every sixth sends something twice with another
 * content, two show the trainer what they wrote.
 * @param {string} origin @param {{ name: string, place: number, code: string, cohortId: string }} who
 */
async function learner(origin, { name, place, code, cohortId }) {
  const one = await begin(origin, name, place < 10 ? `learner${place}` : undefined);
  await one.post('/api/enrolments', { code, told: 1 });
  const facts = [];
  for (const check of checks.slice(0, Math.round(checks.length * (1 - place / NAMES.length) ** 1.5)))
    facts.push(
      ...(await factsOfCheck(check, {
        seed: `${place}`,
        skill: 1 - (place % 5) / 8,
        attempts: 1 + (place % 2),
      })),
    );
  if (place % 2 === 0 && place < 24)
    facts.push(...(await factsOfRun(scenarioNow('f-a'), { level: 2, seed: `${place}` }, asExpert())));
  if (place % 3 === 0)
    facts.push(
      ...(await factsOfRun(scenarioNow('d-a'), { level: 2, seed: `${place}` }, () => ({
        type: 'run.leave',
      }))),
    );
  const since = Date.now() - (1 + (place % 9)) * DAY_MS - T0;
  const moved = facts.map((fact) => ({
    ...fact,
    at: fact.at + since,
    ...('startedAt' in fact && { startedAt: fact.startedAt + since }),
  }));
  for (let from = 0; from < moved.length; from += 50)
    await one.post('/api/facts', { facts: moved.slice(from, from + 50) });
  const first = moved.find(({ type }) => type === 'item.responded');
  if (place % 6 === 0 && first) await one.post('/api/facts', { facts: [{ ...first, elapsedMs: 1 }] });
  if (place < 2) await show(one, cohortId, place);
}

/** @param {Caller} one @param {string} cohortId @param {number} place 0: a note, 1: a worksheet */
async function show(one, cohortId, place) {
  const base = { v: 1, at: Date.now() - DAY_MS, deviceId: 'phone', language: 'zh' };
  const fact =
    place === 0
      ? {
          ...base,
          id: 'note-of-0',
          type: 'reflection.saved',
          lessonId: 'm1-goals-plans-rehearsal',
          blockId: 'first-entry',
          text: '先问马丽哪一步最费事，\n再说新品。上周的表，下次一起翻。',
        }
      : {
          ...base,
          id: 'sheet-of-1',
          type: 'worksheet.saved',
          worksheetId: 't-01',
          worksheetRevision: 'r',
          documentId: 'd',
          blobIds: [],
          fields: {
            goal: '90天，恒美的月销售额从40万做到44.8万',
            why: '马丽她们的奖金能厚一点',
            baseline: 400_000,
          },
        };
  await one.post('/api/facts', { facts: [fact] });
  await one.post(`/api/enrolments/${cohortId}/shares`, { factId: fact.id });
}

/** @param {string} origin */
async function report(origin) {
  const base = { lessonId: 'm2-fab-pitch', language: 'zh', revision: 'a878' };
  const words = [
    '第三段的单位写错了：是元，不是万元。',
    '第2题我选了B，说不对，可是课文里就是这么写的。<b>请看一下</b>',
    'The second picture does not load on my phone. '.repeat(8).trim(),
  ];
  for (const text of words)
    await caller(origin).post('/api/mistakes', { ...base, id: crypto.randomUUID(), words: text });
}

/** Scores count once the server has scored them itself: until the report is the same twice. @param {Caller} trainer @param {string} cohortId */
async function allChecked(trainer, cohortId) {
  let before = '';
  for (let tries = 0; tries < 60; tries += 1) {
    const { members } = await trainer.get(`/api/cohorts/${cohortId}/report`);
    const now = JSON.stringify(members);
    if (now === before && now.includes('completed')) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
}
