/** What lies at an address. */
export type Found<Name extends string> =
  | { status: 'found'; name: Name; params: Readonly<Record<string, string>> }
  /** The address is there, for other methods; HEAD goes wherever GET goes. */
  | { status: 'other-method'; methods: readonly string[] }
  | { status: 'missing' };

interface Entry<Name> {
  name: Name;
  /** By method. */
  method: string;
}

interface Pattern<Name> {
  /** A segment, or the name of the parameter that stands in its place. */
  parts: readonly { fixed?: string; param?: string }[];
  entries: Entry<Name>[];
}

const NONE: Readonly<Record<string, string>> = Object.freeze({});
/** What may stand in place of a parameter: ids and codes as we make them. Anything else is no address of ours. */
const VALUE = /^[A-Za-z0-9._~-]{1,128}$/;

/**
 * Look addresses up in a table of routes.
 * @param names `METHOD /path/:parameter/…`; addresses without parameters are found by one look and win over others.
 */
export function createRouteTable<Name extends string>(names: readonly Name[]) {
  const exact = new Map<string, Entry<Name>[]>();
  const patterns: Pattern<Name>[] = [];
  for (const name of names) {
    const [method = '', path = ''] = name.split(' ');
    entriesAt(exact, patterns, path).push({ name, method });
  }
  return {
    find(method: string, path: string): Found<Name> {
      const entries = exact.get(path);
      if (entries) return choose(entries, method, NONE);
      const segments = path.split('/');
      for (const { parts, entries } of patterns) {
        const params = match(parts, segments);
        if (params) return choose(entries, method, params);
      }
      return { status: 'missing' };
    },
  };
}

function entriesAt<Name extends string>(
  exact: Map<string, Entry<Name>[]>,
  patterns: Pattern<Name>[],
  path: string,
): Entry<Name>[] {
  if (!path.includes('/:')) {
    const known = exact.get(path) ?? [];
    exact.set(path, known);
    return known;
  }
  const parts = path
    .split('/')
    .map((part) => (part.startsWith(':') ? { param: part.slice(1) } : { fixed: part }));
  const same = patterns.find(({ parts: others }) => shape(others) === shape(parts));
  if (same) return same.entries;
  const added: Pattern<Name> = { parts, entries: [] };
  patterns.push(added);
  return added.entries;
}

const shape = (parts: Pattern<string>['parts']): string =>
  parts.map(({ fixed, param }) => fixed ?? `:${param}`).join('/');

function match(
  parts: Pattern<string>['parts'],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, { fixed, param }] of parts.entries()) {
    const segment = segments[index] as string;
    if (param === undefined ? segment !== fixed : !VALUE.test(segment)) return undefined;
    if (param !== undefined) params[param] = segment;
  }
  return params;
}

function choose<Name extends string>(
  entries: readonly Entry<Name>[],
  method: string,
  params: Readonly<Record<string, string>>,
): Found<Name> {
  const entry = entries.find((one) => one.method === method);
  if (entry) return { status: 'found', name: entry.name, params };
  const methods = entries.flatMap((one) => (one.method === 'GET' ? ['GET', 'HEAD'] : [one.method]));
  return { status: 'other-method', methods };
}
