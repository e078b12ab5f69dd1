// The editor's conscience: `npm run lint:content` reads the whole course and says what an editor would.
// `-- --report` prints the state of the course as tables, `-- --publish` writes down what learners' records may name.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { run as typographyOf } from 'zhlint';
import { textsBelow } from '../src/catalog/lint/course-files.ts';
import { findingLine } from '../src/catalog/lint/finding.ts';
import { lintCourse } from '../src/catalog/lint/lint.ts';
import { reportOf } from '../src/catalog/lint/report.ts';
import { contentMistakes } from './content-check.mjs';
import { publish } from './publish-content.mjs';
import { readCourse, scenariosOf } from './read-course.mjs';

/** zhlint with the house rules: full-width marks, and no blank where Chinese meets Latin. */
const STYLE = {
  fullwidthPunctuation: '，。：；？！“”‘’（）',
  halfwidthPunctuation: '',
  noSpaceBetweenFullwidthContent: true,
  spaceBetweenHalfwidthContent: false,
  spaceBetweenMixedwidthContent: false,
  noSpaceBeforePauseOrStop: true,
  spaceAfterHalfwidthPauseOrStop: undefined,
  noSpaceAfterFullwidthPauseOrStop: true,
  spaceOutsideHalfwidthQuotation: undefined,
  noSpaceOutsideFullwidthQuotation: true,
  noSpaceInsideQuotation: true,
  spaceOutsideHalfwidthBracket: undefined,
  noSpaceOutsideFullwidthBracket: true,
  noSpaceInsideBracket: true,
};

/** @param {string} text @returns {string} of the same length, so that a place stays a place. */
const masked = (text) =>
  text.replace(/[A-Za-z][A-Za-z.,:;’'& -]*[A-Za-z.]|\([\d.,+−×÷=% ]+\)/g, (part) => 'x'.repeat(part.length));

/** @type {import('../src/catalog/lint/language.ts').LanguageTools} */
export const tools = {
  // Titles and names in Latin letters, and sums, keep the marks of their own.
  typography: (text) =>
    (typographyOf(masked(text), { rules: STYLE }).validations ?? []).map(
      ({ index, message }) => `${message} (字符${index + 1})`,
    ),
  fingerprint: (text) => createHash('sha1').update(text).digest('hex').slice(0, 12),
};

function main() {
  const content = join(import.meta.dirname, '..', 'content');
  const mistakes = contentMistakes(content);
  if (mistakes.length > 0) return fail(mistakes);
  const files = readCourse(content);
  if (process.argv.includes('--publish')) {
    console.log(publish(files, join(content, '..')));
    return;
  }
  const findings = lintCourse(files, scenariosOf(files), tools);
  if (process.argv.includes('--report')) console.log(reportOf(files, findings));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const texts = files.lessons.reduce(
    (sum, { items, head }) => sum + textsBelow(items.data).length + textsBelow(head.data).length,
    0,
  );
  for (const finding of findings) console.log(findingLine(finding));
  console.log(
    `${files.lessons.length} lessons, ${texts} texts in two languages: ${errors.length} findings, ${findings.length - errors.length} warnings.`,
  );
  if (errors.length > 0) process.exitCode = 1;
}

/** @param {string[]} lines */
function fail(lines) {
  console.error(lines.join('\n'));
  process.exitCode = 1;
}

if (process.argv[1]?.endsWith('lint-content.mjs')) main();
