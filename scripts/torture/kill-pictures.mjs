// Pictures in the rounds of kill-server.mjs: bytes that can be told from their id, so that half a picture is seen as one.

/**
 * What one device sent.
 * @typedef {object} SentPictures
 * @property {Map<string, Buffer>} acknowledged by id.
 * @property {Set<string>} unread acknowledged since they were last read back.
 */

/** @returns {SentPictures} */
export const noPictures = () => ({ acknowledged: new Map(), unread: new Set() });

/** @param {() => number} random @returns {{ id: string, bytes: Buffer }} a JPEG by its first bytes, 1 to 80 kB. */
function picture(random) {
  const digits = () =>
    Math.floor(random() * 0x1000000)
      .toString(16)
      .padStart(6, '0');
  const id = `0193a4d2-2222-7000-8000-${digits()}${digits()}`;
  const bytes = Buffer.alloc(1_000 + Math.floor(random() * 79_000), id);
  bytes.set([0xff, 0xd8, 0xff]);
  return { id, bytes };
}

/**
 * @param {import('./kill-server.mjs').Call} call @param {string} cookie @param {SentPictures} pictures @param {() => number} random
 * @returns {Promise<boolean>} false when the server is gone.
 */
export async function sendPicture(call, cookie, { acknowledged, unread }, random) {
  const { id, bytes } = picture(random);
  const reply = await call('PUT', `/api/blobs/${id}`, cookie, bytes).catch(() => undefined);
  if (!reply) return false;
  if (reply.status === 201) {
    acknowledged.set(id, bytes);
    unread.add(id);
  } else if (reply.status !== 503) throw new Error(`unexpected answer ${reply.status}: ${reply.text}`);
  return true;
}

/**
 * Read back what was acknowledged since the last time, or all of it.
 * @param {import('./kill-server.mjs').Call} call @param {string} cookie @param {SentPictures} pictures @param {boolean} all
 * @returns {Promise<string[]>} those that are not there, or not as they were sent.
 */
export async function lostPictures(call, cookie, { acknowledged, unread }, all) {
  const lost = [];
  for (const id of all ? acknowledged.keys() : unread) {
    const reply = await call('GET', `/api/blobs/${id}`, cookie);
    const isWhole = reply.status === 200 && acknowledged.get(id)?.equals(reply.bytes);
    if (!isWhole) lost.push(`picture ${id}: ${reply.status}, ${reply.bytes.length} bytes`);
  }
  unread.clear();
  return lost;
}
