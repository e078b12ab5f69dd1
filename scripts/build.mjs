// Builds the product: dist/client (pages and files), dist/server (on-demand routes), dist/main.mjs (our server),
// dist/previous (hashed files of the build before), dist/revisions (what facts are scored anew by, for the server only),
// dist/headers.json (a policy per path), dist/outline.json (the course for reports), dist/withheld.json, dist/build.json.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { archiveRules, UNPUBLISHED } from '../src/catalog/lint/archive.ts';
import { driftRules } from '../src/catalog/lint/drift.ts';
import { findingLine } from '../src/catalog/lint/finding.ts';
import { readOperator } from '../src/core/model/operator.ts';
import { BUDGETS, FILE_BUDGETS } from './budgets.mjs';
import { nameAhead } from './build/ahead.mjs';
import { bundleServer } from './build/bundle.mjs';
import { compressFolder } from './build/compress.mjs';
import { pagePolicy, policy, SVG_POLICY } from './build/csp.mjs';
import { addressOf, filesBelow } from './build/files.mjs';
import { keepFormer, shelveFormer } from './build/former.mjs';
import { writeOutline } from './build/outline.mjs';
import { writeRevisions } from './build/revisions.mjs';
import { overBudget, scriptTable, weigh, weighUsed } from './build/weigh.mjs';
import { filesOver, fileTable, weighFiles } from './build/weigh-files.mjs';
import { writeWithheld } from './build/withheld.mjs';
import { contentMistakes } from './content-check.mjs';
import { readCourse, scenariosOf } from './read-course.mjs';
import { root, run } from './run.mjs';
import { sourceStamp } from './stamp.mjs';

/**
 * Published ids that vanished without a word, and published revisions that nobody has any more: records name them. What is
 * not published yet is the lint's matter.
 * @param {ReturnType<typeof readCourse>} files
 */
function lostToRecords(files) {
  return [...driftRules(files, scenariosOf(files)), ...archiveRules(files)]
    .filter(({ rule }) => !UNPUBLISHED.includes(rule))
    .map((found) => findingLine({ ...found, severity: 'error' }));
}

/** Who runs this copy stands in every page: a wrong setting ends the build before it begins. @returns {string[]} */
function operatorMistakes(env = process.env) {
  const { operator, mistakes } = readOperator(env);
  const lines = mistakes.map(
    ({ name, value, problem, remedy }) => `${name} "${value}" ${problem}: ${remedy}.`,
  );
  const { logo } = operator;
  if (logo && !existsSync(join(root, 'public', logo)))
    lines.push(`LOGO "${logo}" is not there: put the picture at public${logo}.`);
  return lines;
}

/** The build cannot be served; the message says what to mend. */
export class BuildError extends Error {
  name = 'BuildError';
}

const dist = join(root, 'dist');
const client = join(dist, 'client');
const shelf = join(root, '.astro/former');
const packed = join(root, '.astro/packed');

/**
 * Build everything. dist/.stamp is written last: without it dist is unfinished and nobody serves it.
 * @throws {BuildError | import('./build/csp.mjs').BlockedMarkupError}
 */
export async function build() {
  const wrongSettings = operatorMistakes();
  if (wrongSettings.length) throw new BuildError(wrongSettings.join('\n'));
  const mistakes = [...contentMistakes(join(root, 'content'))];
  const files = mistakes.length === 0 ? readCourse(join(root, 'content')) : undefined;
  if (files) mistakes.push(...lostToRecords(files));
  if (!files || mistakes.length)
    throw new BuildError(`The content has ${mistakes.length} mistakes:\n${mistakes.join('\n')}`);
  const stamp = sourceStamp(root); // before: what changes while we build makes the result stale
  shelveFormer(dist, shelf);
  if (await run('astro', ['build'])) throw new BuildError('astro build failed; its own message stands above');
  await bundleServer(root, dist);
  writeRevisions(files, dist);
  keepFormer(dist, shelf);
  const pages = readPages();
  writeJson('headers.json', policies(pages));
  await compressFolder(client, packed);
  checkBudgets(pages);
  const course = readCourse(join(root, 'content'));
  writeOutline(course, dist);
  writeWithheld(course, dist);
  writeJson('build.json', { release: release() });
  writeFileSync(join(dist, '.stamp'), stamp);
}

/** Every page, with what its check will need named in it. @returns {{ file: string, html: string }[]} */
function readPages() {
  return filesBelow(client)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = nameAhead(client, readFileSync(join(client, file), 'utf8'));
      writeFileSync(join(client, file), html);
      return { file, html };
    });
}

/** By exact path; `*` is for everything that is no page. @param {ReturnType<typeof readPages>} pages */
function policies(pages) {
  /** @type {Record<string, string>} */
  const byPath = { '*': policy() };
  for (const { file, html } of pages) byPath[addressOf(file)] = pagePolicy(html, `dist/client/${file}`);
  for (const file of filesBelow(client)) if (file.endsWith('.svg')) byPath[addressOf(file)] = SVG_POLICY;
  return byPath;
}

/** Print what the heaviest page of each budget weighs; refuse the build when one is over. @param {ReturnType<typeof readPages>} pages */
function checkBudgets(pages) {
  const weighed = pages.map(({ file, html }) => ({
    address: addressOf(file),
    html,
    weight: { ...weigh(client, file, html), ...weighUsed(client, html) },
  }));
  for (const { kind, pages: pattern, limits } of BUDGETS) {
    const own = weighed.filter(({ address }) => pattern.test(address));
    const most = (/** @type {keyof import('./budgets.mjs').Weight} */ what) =>
      own.reduce((heavy, one) => (one.weight[what] > heavy.weight[what] ? one : heavy));
    if (own.length === 0) continue;
    console.log(`\nBudgets, heaviest ${kind}:`);
    for (const { what, atMost } of limits)
      console.log(
        `${most(what).weight[what].toLocaleString('en').padStart(8)}  of ${atMost.toLocaleString('en').padStart(6)}  ${what}  ${most(what).address}`,
      );
    console.log(
      ['Its scripts, bytes in brotli:', ...scriptTable(client, most('usedJsBytes').html)].join('\n'),
    );
  }
  const files = weighFiles(client, FILE_BUDGETS);
  if (files.length) console.log(['\nFiles, bytes in brotli:', ...fileTable(files)].join('\n'));
  const over = [
    ...weighed.flatMap(({ address, weight }) => overBudget(address, weight, BUDGETS)),
    ...filesOver(files),
  ];
  if (over.length) throw new BuildError(`Over budget (scripts/budgets.mjs):\n${over.join('\n')}`);
}

/** Short git commit, or the package version where there is no git (a downloaded archive). */
function release() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  try {
    const options = /** @type {const} */ ({
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], options).trim() || version;
  } catch {
    return version;
  }
}

/** @param {string} name @param {unknown} value */
const writeJson = (name, value) => writeFileSync(join(dist, name), `${JSON.stringify(value, null, 1)}\n`);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch((error) => {
    const expected = error.name === 'BuildError' || error.name === 'BlockedMarkupError';
    console.error(expected ? `\n${error.message}` : error);
    process.exit(1);
  });
}
