import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The arrow: core ← (catalog, search, client, server) ← (app, islands, components) ← layouts ← pages.
 * A folder may import itself and what is named here; `types` may be imported as types only.
 */
const RULES: Record<string, { values: string[]; types?: string[]; packages: RegExp }> = {
  core: { values: [], packages: /^(xstate|zod)$/ },
  catalog: { values: ['core'], types: ['i18n'], packages: /^(astro:content|node:crypto|yaml)$/ },
  client: { values: ['core'], packages: /^(xstate|d3-dsv|uqr|@simplewebauthn\/browser)$/ },
  server: {
    values: ['core'],
    packages:
      /^(node:.*|uqr|zod|kysely(\/migration)?|pg|better-auth(\/plugins\/generic-oauth)?|@simplewebauthn\/server)$/,
  },
  i18n: { values: [], types: ['core'], packages: /^$/ },
  islands: {
    values: ['core', 'client'],
    types: ['i18n'],
    packages: /^(react|react-dom|@xstate\/react|xstate)(\/.*)?$/,
  },
  components: {
    values: ['core', 'catalog', 'islands', 'i18n', 'layouts', 'styles'],
    packages: /^(astro:content|lucide-static\/.*)$/,
  },
  layouts: { values: ['core', 'components', 'i18n', 'styles'], packages: /^$/ },
  styles: { values: [], packages: /^$/ },
  pages: {
    values: ['core', 'catalog', 'components', 'i18n', 'layouts'],
    types: ['server'],
    packages: /^astro$/,
  },
  'app.ts': { values: ['core', 'server'], packages: /^node:/ },
  'content.config.ts': { values: ['core'], packages: /^(astro:content|astro\/loaders)$/ },
  'env.d.ts': { values: [], types: ['server', 'catalog', 'core', 'i18n'], packages: /^$/ },
};

/**
 * The floors of `server`, from the ground up: a folder may import itself and what is named here, and only floors below it
 * can be named, so that no two need each other.
 */
const SERVER_FLOORS: Record<string, { values: string[]; types?: string[] }> = {
  port: { values: [] },
  usecase: { values: ['port'] },
  store: { values: ['port'] },
  content: { values: ['port'] },
  lrs: { values: ['port'] },
  inbox: { values: ['port'] },
  auth: { values: ['port', 'usecase', 'store'] },
  backup: { values: ['port', 'store', 'auth'] },
  http: { values: ['port', 'usecase', 'auth'], types: ['lrs'] },
};

const root = new URL('..', import.meta.url).pathname;
const src = join(root, 'src');

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*${}\s,]+?\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(IMPORT)].map((match) => ({
    from: relative(src, path),
    to: match[2] ?? match[3] ?? '',
    typeOnly: Boolean(match[1]) || path.endsWith('.d.ts'),
  }));
}

/** Below `src`, `core/model/item.ts`; undefined for a package. */
function pathOf(from: string, to: string): string | undefined {
  if (to.startsWith('#')) return to.slice(1);
  return to.startsWith('.') ? normalize(join(dirname(from), to)) : undefined;
}

/** `core`, `client` … for a file of ours; undefined for a package. */
const folderOf = (from: string, to: string): string | undefined => pathOf(from, to)?.split('/')[0];

const sources = filesUnder(src).filter((path) => ['.ts', '.tsx', '.astro', '.mjs'].includes(extname(path)));
const imports = sources.flatMap(importsOf);

function violations(): string[] {
  return imports.flatMap(({ from, to, typeOnly }) => {
    const own = from.split('/')[0] ?? '';
    const rule = RULES[own];
    if (!rule) return [`${from}: no rule for the folder ${own}; add one to tests/architecture.test.ts`];
    const target = folderOf(from, to);
    if (target === undefined) return rule.packages.test(to) ? [] : [`${from} imports the package ${to}`];
    if (target === own || rule.values.includes(target)) return [];
    if (typeOnly && rule.types?.includes(target)) return [];
    return [`${from} imports ${to}`];
  });
}

/** `store` for `server/store/engine.ts`; undefined outside of the server's folders. */
const floorOf = (path: string | undefined): string | undefined => path?.match(/^server\/([^/]+)\//)?.[1];

function floorViolations(): string[] {
  return imports.flatMap(({ from, to, typeOnly }) => {
    const [own, target] = [floorOf(from), floorOf(pathOf(from, to))];
    if (own === undefined || target === undefined || own === target) return [];
    const floor = SERVER_FLOORS[own];
    if (!floor) return [`${from}: no floor for the folder ${own}; add one to tests/architecture.test.ts`];
    const allowed = typeOnly ? [...floor.values, ...(floor.types ?? [])] : floor.values;
    return allowed.includes(target) ? [] : [`${from} imports ${to}`];
  });
}

describe('layers', () => {
  test('no file imports outward, so the core runs in Node, phone and worker alike', () => {
    expect(violations()).toEqual([]);
  });

  test('no folder of the server imports one above it, so none of them goes round in a circle', () => {
    expect(floorViolations()).toEqual([]);
    const names = Object.keys(SERVER_FLOORS);
    for (const [name, { values, types = [] }] of Object.entries(SERVER_FLOORS))
      expect(names.slice(0, names.indexOf(name))).toEqual(expect.arrayContaining([...values, ...types]));
  });

  test('the check sees imports at all (it would pass on an empty list)', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(folderOf('core/quiz/draw.ts', '../model/item.ts')).toBe('core');
    expect(folderOf('islands/me/Me.tsx', '#server/http/x.ts')).toBe('server');
    expect(floorOf(pathOf('server/store/x.ts', '../backup/y.ts'))).toBe('backup');
  });

  test('zod stays with authors and server: browser code imports no *.schema.ts, not even through core', () => {
    const bySource = Map.groupBy(imports, (one) => one.from);
    const reached = new Map<string, string>();
    const queue = sources
      .map((path) => relative(src, path))
      .filter((path) => /^(islands|client)\//.test(path));
    for (const path of queue) reached.set(path, path);
    for (const path of queue)
      for (const one of bySource.get(path) ?? []) {
        const target = one.typeOnly ? undefined : pathOf(one.from, one.to);
        if (!target || reached.has(target)) continue;
        reached.set(target, `${reached.get(path)} → ${target}`);
        queue.push(target);
      }
    expect([...reached].filter(([path]) => path.endsWith('.schema.ts')).map(([, way]) => way)).toEqual([]);
  });

  test('the core reads no clock, no chance, no console, no DOM', () => {
    const impure =
      /\b(Date\.now|new Date\(\)|Math\.random|console\.|window\.|document\.|localStorage|fetch\()/;
    const found = sources
      .filter((path) => relative(src, path).startsWith('core/'))
      .flatMap((path) => {
        const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        const match = code.match(impure);
        return match ? [`${relative(root, path)}: ${match[0]}`] : [];
      });
    expect(found).toEqual([]);
  });

  test('no drawers: utils, lib and helpers hide the design', () => {
    const drawers = sources
      .map((path) => relative(src, path))
      .filter((path) => /(^|\/)(utils?|lib|helpers?|common)\//.test(path));
    expect(drawers).toEqual([]);
  });

  test('nothing in the tree names one machine or a registry', () => {
    const tracked = ['package.json', 'package-lock.json', '.npmrc', 'astro.config.mjs', 'README.md'];
    const found = tracked.filter((file) => {
      try {
        return /(^|[^A-Za-z0-9_.])\/(work|root)\/|"resolved": "http/m.test(
          readFileSync(join(root, file), 'utf8'),
        );
      } catch {
        return false;
      }
    });
    expect(found).toEqual([]);
  });
});
