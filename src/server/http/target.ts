/** The request target of a request line, taken apart without trusting it. */
export type Target =
  | { status: 'read'; path: string; query: string }
  /** `reason` is for tests and logs; the client gets one sentence for all of them. */
  | { status: 'malformed'; reason: 'form' | 'length' | 'escape' | 'character' | 'segment' };

const LONGEST = 2048;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\x00-\x1f\x7f\\]/;

/**
 * Split a request target into decoded path and raw query.
 * @param raw as on the request line. Example: `/learn/m2-fab-pitch/?from=map`.
 * @returns `path` decoded once, `%2F` left as it is, so that an escaped slash never becomes a folder;
 *          `query` with its question mark or ''. Never throws.
 */
export function readTarget(raw: string): Target {
  if (raw.length > LONGEST) return { status: 'malformed', reason: 'length' };
  // `*`, absolute URLs (a proxy's form) and `//host` (another site's address) have no place here.
  if (!raw.startsWith('/') || raw.startsWith('//')) return { status: 'malformed', reason: 'form' };
  const hash = raw.indexOf('#');
  const whole = hash === -1 ? raw : raw.slice(0, hash);
  const mark = whole.indexOf('?');
  const path = decode(mark === -1 ? whole : whole.slice(0, mark));
  if (path === undefined) return { status: 'malformed', reason: 'escape' };
  if (FORBIDDEN.test(path)) return { status: 'malformed', reason: 'character' };
  if (path.split('/').some((segment) => segment === '.' || segment === '..'))
    return { status: 'malformed', reason: 'segment' };
  return { status: 'read', path, query: mark === -1 ? '' : whole.slice(mark) };
}

function decode(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}
