// A device, as the server sees it: what it sends and asks for.

/** @param {number} port */
export const caller =
  (port) =>
  (/** @type {string} */ path, /** @type {unknown} */ sent, cookie = '') =>
    fetch(`http://localhost:${port}${path}`, {
      headers: { origin: `http://localhost:${port}`, cookie, 'content-type': 'application/json' },
      ...(sent !== undefined && { method: 'POST', body: JSON.stringify(sent) }),
    });

/** A fact as big as its text. @param {string} id @param {string} text */
export const note = (id, text) => ({
  id,
  v: 1,
  at: 1_795_000_000_000,
  deviceId: 'torture',
  language: 'zh',
  type: 'reflection.saved',
  lessonId: 'm1-six-beliefs',
  blockId: 'tomorrow',
  text,
});

/** Ids of all facts the server has of a learner. @param {ReturnType<typeof caller>} call @param {string} cookie */
export async function idsOf(call, cookie) {
  /** @type {Set<string>} */
  const there = new Set();
  for (let since = 0, more = true; more; ) {
    const page = await (await call(`/api/facts?since=${since}`, undefined, cookie)).json();
    for (const { id } of page.facts) there.add(id);
    since = page.seq;
    more = page.more;
  }
  return there;
}
