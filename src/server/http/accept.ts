/** What a request says it accepts: content codings and the copy it already holds. */
export type Coding = 'br' | 'gzip';

const KNOWN: readonly Coding[] = ['br', 'gzip'];
const REMEMBERED_AT_MOST = 200;
const remembered = new Map<string, readonly Coding[]>();

/**
 * Rank the codings a client accepts, best first; at equal quality brotli before gzip (fewer bytes).
 * @param header the `accept-encoding` header; `undefined` or '' = identity only.
 * @see RFC 9110, 12.5.3.
 */
export function rankCodings(header: string | undefined): readonly Coding[] {
  if (!header) return [];
  const known = remembered.get(header);
  if (known) return known;
  const ranked = rank(header);
  // Browsers send a handful of values; whoever invents more of them must not fill the memory.
  if (remembered.size < REMEMBERED_AT_MOST) remembered.set(header, ranked);
  return ranked;
}

function rank(header: string): readonly Coding[] {
  const quality = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const q = parameters.find((text) => text.startsWith('q='));
    quality.set(name, q ? Number(q.slice(2)) || 0 : 1);
  }
  const of = (coding: Coding) => quality.get(coding) ?? quality.get('*') ?? 0;
  return KNOWN.filter((coding) => of(coding) > 0).sort((a, b) => of(b) - of(a));
}

/**
 * Does the client hold this very representation?
 * @param header the `if-none-match` header: a list of etags, perhaps weakened by a proxy, or `*`.
 * @param etag   ours, with its quotes.
 * @see RFC 9110, 13.1.2 (weak comparison).
 */
export function holdsCopy(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag);
}
