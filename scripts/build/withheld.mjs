// Writes dist/withheld.json: fields of worksheets for the owner's eyes alone, which the server keeps back when a sheet is shared.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFieldsOf } from '../../src/core/worksheet/withheld.ts';
import { worksheetsOf } from '../read-course.mjs';

/**
 * Of all worksheets, drafts too: who filled one in while it was live keeps it.
 * @param {import('../../src/catalog/lint/course-files.ts').CourseFiles} files
 * @returns {import('../../src/core/worksheet/withheld.ts').Withheld}
 */
export const withheldOf = (files) =>
  Object.fromEntries(
    worksheetsOf(files)
      .map((sheet) => /** @type {const} */ ([sheet.id, privateFieldsOf(sheet)]))
      .filter(([, fields]) => fields.length > 0),
  );

/** @param {Parameters<typeof withheldOf>[0]} files @param {string} dist */
export function writeWithheld(files, dist) {
  writeFileSync(join(dist, 'withheld.json'), `${JSON.stringify(withheldOf(files))}\n`);
}
