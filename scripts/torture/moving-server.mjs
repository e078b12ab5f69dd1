// The server's side of a moving record: accounts and nicknames made without a browser, and what their copies hold.

const PASSWORD = '三月的雨 2026';

/**
 * @typedef {{ cookie: string, id: string }} Known somebody as the server knows them.
 * @typedef {Known & { username: string, password: string }} Account
 */

/** @param {string} origin @param {string} method @param {string} path @param {{ cookie?: string, sent?: unknown }} [with_] */
async function call(origin, method, path, { cookie = '', sent } = {}) {
  const reply = await fetch(`${origin}${path}`, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...(sent !== undefined && { 'content-type': 'application/json' }),
    },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  });
  const set = reply.headers.get('set-cookie')?.split(';')[0];
  const text = await reply.text();
  // What is refused is told in words.
  return { status: reply.status, json: reply.ok ? JSON.parse(text) : text, cookie: set ?? cookie };
}

/** @param {string} origin @param {string} nickname @returns {Promise<Known>} */
export async function nicknameOn(origin, nickname) {
  const { json, cookie } = await call(origin, 'POST', '/api/learner', { sent: { nickname } });
  return { id: json.id, cookie };
}

/**
 * An account that has studied elsewhere.
 * @param {string} origin @param {string} username @param {readonly object[]} facts
 * @returns {Promise<Account>}
 */
export async function accountOn(origin, username, facts) {
  const { id, cookie: first } = await nicknameOn(origin, '小红');
  const account = { username, password: PASSWORD };
  const claimed = await call(origin, 'POST', '/api/account', { cookie: first, sent: account });
  if (claimed.status !== 201) throw new Error(`an account could not be made: ${claimed.status}`);
  const saved = await call(origin, 'POST', '/api/facts', { cookie: claimed.cookie, sent: { facts } });
  if (saved.status !== 200) throw new Error(`facts of the account were not kept: ${saved.status}`);
  return { id, cookie: claimed.cookie, ...account };
}

/** Ids in somebody's copy; undefined when there is none (any more). @param {string} origin @param {Known} who @returns {Promise<string[] | undefined>} */
export async function copyOf(origin, { cookie }) {
  const ids = [];
  for (let since = 0, more = true; more; ) {
    const { status, json } = await call(origin, 'GET', `/api/facts?since=${since}`, { cookie });
    if (status !== 200) return undefined;
    ids.push(...json.facts.map((/** @type {{ id: string }} */ { id }) => id));
    ({ seq: since, more } = json);
  }
  return ids.sort();
}

/** @param {string} id @param {string} text @returns a note that was written on some device. */
export const noteFact = (id, text) => ({
  ...{ v: 1, id, at: 1_760_000_000_000, deviceId: 'torture', language: 'zh' },
  ...{ type: 'reflection.saved', lessonId: 'm1-goals-plans-rehearsal', blockId: id, text },
});
