import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Options, parse, tokenizer } from 'acorn';
// @ts-expect-error its package leaves its types out of `exports`
import DoIUse from 'doiuse';
import postcss from 'postcss';
import { describe, expect, test } from 'vitest';
import { browserFloor } from '../scripts/browser-floor.mjs';
import { filesBelow } from '../scripts/build/files.mjs';
import { readElements } from '../scripts/build/html.mjs';

/**
 * The built site against the oldest browsers it promises (scripts/browser-floor.mjs). A learner on one of them would
 * meet what is found here as a blank board or a lost answer.
 */
const client = join(import.meta.dirname, '../dist/client');

/** What the styles may use although some floor browser lacks it, wholly or in part, and why nobody loses by it. */
const ENHANCEMENTS: Record<string, string> = {
  // names of caniuse, as doiuse tells them
  'css-clip-path': 'only basic shapes on HTML elements, which every floor browser has',
  'css-masks': 'doiuse takes clip-path for it',
  'css-display-contents': "Astro's own wrapper, which has no role that old Safari could hide",
  'css-paged-media': 'print only',
  'css-resize': 'iOS has no grip on a text area; it grows by rows',
  'css-text-indent': 'a plain length; each-line and hanging are what is missing',
  'css-touch-action': 'pan-y, which every floor browser has; and the swipe is an extra beside two buttons',
  multicolumn: 'break-inside, for print',
  'text-decoration': 'a thinner line under links',
  // our own names, see NEW_CSS
  'text-wrap': 'headings break less evenly',
  'text-autospace': 'no thin gap between Chinese and Latin',
  'text-spacing-trim': 'brackets at a line start stand a little inward',
  'field-sizing': 'a text area keeps its rows and scrolls',
  'content-visibility': 'print only: a closed criterion prints its level without the quoted words',
  'css-content-visibility': 'the same, under the name of caniuse',
};

/** Newer than the floor and unknown to doiuse. */
const NEW_CSS: Record<string, RegExp> = {
  'text-wrap': /\btext-wrap(-style)?:(balance|pretty|stable)/,
  'text-autospace': /\btext-autospace:/,
  'text-spacing-trim': /\btext-spacing-trim:/,
  'view-transitions': /@view-transition|::view-transition|\bview-transition-(name|class):/,
  'anchor-positioning': /\b(anchor-name|position-anchor|position-area):|\banchor\(/,
  'starting-style': /@starting-style|\btransition-behavior:|\ballow-discrete\b/,
  scope: /@scope\b/,
  'field-sizing': /\bfield-sizing:/,
  'interpolate-size': /\binterpolate-size:|\bcalc-size\(/,
  'light-dark': /\blight-dark\(/,
  'scroll-driven': /\b(animation|scroll|view)-timeline(-name)?:/,
  'content-visibility': /\bcontent-visibility:/,
  scrollbars: /\bscrollbar-(color|width|gutter):/,
  popover: /:popover-open|::backdrop\b.*popover/,
  'user-valid': /:user-(in)?valid/,
  'if and functions': /:\s*if\(|@function\b|\bsibling-(index|count)\(/,
  'text-box': /\btext-box(-trim|-edge)?:/,
  'auto-phrase': /\bword-break:auto-phrase/,
};

/** Newer than the floor, so a call would throw. `A.b` is a static call, `.b` a method by its name. */
const TOO_NEW = [
  'Promise.withResolvers',
  'Promise.try',
  'Array.fromAsync',
  'Object.groupBy',
  'Map.groupBy',
  'URL.canParse',
  'URL.parse',
  'Math.sumPrecise',
  'RegExp.escape',
  'Uint8Array.fromBase64',
  'Iterator.from',
  'AbortSignal.any',
  'scheduler.yield',
  '.isSubsetOf',
  '.isSupersetOf',
  '.isDisjointFrom',
  '.symmetricDifference',
  '.isWellFormed',
  '.toWellFormed',
  '.startViewTransition',
  '.moveBefore',
  '.setHTMLUnsafe',
  '.checkVisibility',
  '.toBase64',
  '.getOrInsert',
];
// Names that also belong to older objects, so they count only where they are called on an iterator or a set that the
// code makes on the spot: `new Set(…).union(`, `.values().map(`.
const ON_NEW_OBJECTS =
  /new Set\((?:[^()]|\([^()]*\))*\)\.(?:union|intersection|difference)\(|\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|flatMap|reduce|toArray|forEach|some|every|find)\(/g;

/** @returns feature names of the CSS that some floor browser lacks, with the first line that uses each. */
async function tooNewCss(css: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const plugin = new DoIUse({
    browsers: browserFloor.browserslist,
    onFeatureUsage: ({ feature, usage }: { feature: string; usage: unknown }) => {
      found[feature] ??= String(usage).slice(0, 120);
    },
  });
  await postcss(plugin).process(css, { from: undefined });
  for (const [feature, pattern] of Object.entries(NEW_CSS)) {
    const use = pattern.exec(css.replace(/:\s+/g, ':'));
    if (use) found[feature] ??= use[0];
  }
  return found;
}

/** @returns why the code does not parse in that edition of the language, if it does not. */
function syntaxError(code: string, ecmaVersion: Options['ecmaVersion'], sourceType: 'module' | 'script') {
  try {
    parse(code, { ecmaVersion, sourceType });
  } catch (error) {
    return (error as Error).message;
  }
}

/** Code with strings, comments and patterns blanked, so that only what runs is searched. */
function codeOnly(code: string): string {
  const parts: string[] = [];
  for (const token of tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' }))
    parts.push(
      ['string', 'template', 'regexp'].includes(token.type.label) ? '""' : code.slice(token.start, token.end),
    );
  return parts.join(' ').replace(/ ?([.()?!&|,;=[\]{}]) ?/g, '$1');
}

/** @returns APIs newer than the floor that are used without asking first whether they are there. */
function tooNewApis(code: string): string[] {
  const text = codeOnly(code);
  const named = TOO_NEW.filter((api) => {
    const name = api.replace('.', '\\.');
    const called = new RegExp(`${api.startsWith('.') ? '' : '\\b'}${name}\\(`);
    const asked = new RegExp(`${name}(\\?\\.|&&|\\?[^.]|\\)\\{)|typeof [\\w.]*${name}\\b`);
    return called.test(text) && !asked.test(text);
  });
  return [...named, ...(text.match(ON_NEW_OBJECTS) ?? [])];
}

const files = filesBelow(client);
const pages = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, elements: readElements(readFileSync(join(client, file), 'utf8')) }));
const scripts = files
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, code: readFileSync(join(client, file), 'utf8') }));
const inlineScripts = (page: (typeof pages)[number]) =>
  page.elements.filter(
    ({ name, attributes }) =>
      name === 'script' && !attributes.has('src') && !/json/.test(attributes.get('type') ?? ''),
  );

describe('the built site runs on the oldest browsers it promises', () => {
  test('there is a built site to look at (npm run build)', () => {
    expect(pages.length).toBeGreaterThan(3);
    expect(scripts.length).toBeGreaterThan(3);
  });

  test('styles: whatever a floor browser lacks is on the list of enhancements, with what is lost', async () => {
    const styles = new Set(
      pages.flatMap(({ elements }) =>
        elements.filter(({ name }) => name === 'style').map(({ text }) => text ?? ''),
      ),
    );
    const sheets = files
      .filter((file) => file.endsWith('.css'))
      .map((file) => readFileSync(join(client, file), 'utf8'));
    const found = await tooNewCss([...styles, ...sheets].join('\n'));
    expect(Object.fromEntries(Object.entries(found).filter(([feature]) => !ENHANCEMENTS[feature]))).toEqual(
      {},
    );
  });

  test('scripts parse as ES2022 and call nothing newer than the floor without asking', () => {
    const wrong = scripts.flatMap(({ file, code }) =>
      [syntaxError(code, 2022, 'module'), ...tooNewApis(code)]
        .filter((what) => what)
        .map((what) => `${file}: ${what}`),
    );
    expect(wrong).toEqual([]);
  });

  test('inline scripts obey the same rules; the early one is ES5, for it must still run below the floor', () => {
    const wrong = pages.flatMap((page) => {
      const [early, ...others] = inlineScripts(page).map(({ text }) => text ?? '');
      const later = others.flatMap((code) => [syntaxError(code, 2022, 'module'), ...tooNewApis(code)]);
      return [syntaxError(early ?? '', 5, 'script'), ...later]
        .filter(Boolean)
        .map((what) => `${page.file}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('each rule sees what it is for', () => {
  test.each([
    ['css-nesting', '.a { .b { color: red } }'],
    ['view-transitions', '::view-transition-old(root) { color: red }'],
    ['anchor-positioning', '.a { anchor-name: --x }'],
    ['text-wrap', 'h1 { text-wrap: balance }'],
    ['light-dark', ':root { color: light-dark(black, white) }'],
    ['field-sizing', 'textarea { field-sizing: content }'],
  ])('styles: %s', async (feature, css) => {
    expect(Object.keys(await tooNewCss(css))).toContain(feature);
  });

  test('styles: what the floor knows passes', async () => {
    expect(await tooNewCss('.a:has(b) { color: oklch(0.5 0.1 30); inset: 0; gap: 1px }')).toEqual({});
  });

  test.each(['const a = using;{ using b = c() }', 'const { a, a } = b', 'x = /[a--b]/v'])(
    'syntax: %s',
    (code) => {
      expect(syntaxError(code, 2022, 'module')).toBeTruthy();
    },
  );

  test.each(['(() => {})()', 'let a = 1', 'try {} catch {}', 'var a = `b`', 'var a = {b}'])(
    'early script: %s is not ES5',
    (code) => {
      expect(syntaxError(code, 5, 'script')).toBeTruthy();
    },
  );

  test.each([
    ['const {promise} = Promise.withResolvers()', ['Promise.withResolvers']],
    ['Object.groupBy(a, b)', ['Object.groupBy']],
    ['await Array.fromAsync(a)', ['Array.fromAsync']],
    ['new Set(a).union(b)', ['new Set(a).union(']],
    ['new Map(a).values().map(f)', ['.values().map(']],
    ['if(URL.canParse(a))b()', ['URL.canParse']],
    ['document.startViewTransition(f)', ['.startViewTransition']],
    ['URL.canParse?.(a)', []],
    ['typeof Promise.try==="function"&&Promise.try(f)', []],
    ['document.startViewTransition?document.startViewTransition(f):f()', []],
    ['"Object.groupBy(a)"', []],
    ['[...a.values()].map(f)', []],
    ['structuredClone(a)', []],
  ])('calls: %s', (code, found) => {
    expect(tooNewApis(code)).toEqual(found);
  });
});
