// Reads every YAML file of the course against its schema before the build, so that an author sees all mistakes at once,
// each with file, line, field, what is wrong and what to write instead (the sentence the schema carries for the field).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { courseSchema } from '#core/model/course.schema.ts';
import { glossarySchema, sourcesSchema } from '#core/model/glossary.schema.ts';
import { itemsFileSchema } from '#core/model/item.schema.ts';
import { lessonSchema } from '#core/model/lesson.schema.ts';
import { freeTextSchema } from '#core/simulator/free-text/free-text.schema.ts';
import { movesSchema, scenarioSchemaWith } from '#core/simulator/scenario.schema.ts';
import { worksheetSchema } from '#core/worksheet/worksheet.schema.ts';

/** @param {string} content @returns {readonly [RegExp, import('zod').ZodType][]} */
function schemasFor(content) {
  return [
    [/^course\.yaml$/, courseSchema],
    [/^glossary\.yaml$/, glossarySchema],
    [/^sources\.yaml$/, sourcesSchema],
    [/^lessons\/.*\/lesson\.yaml$/, lessonSchema],
    [/^lessons\/.*\/items\.yaml$/, itemsFileSchema],
    [/^scenarios\/free-text\.yaml$/, freeTextSchema],
    [/^scenarios\/moves\.yaml$/, movesSchema],
    [/^worksheets\/.*\.yaml$/, worksheetSchema],
    [/^scenarios\/.*\/.*\.yaml$/, scenarioSchemaWith(knownOf(content))],
  ];
}

/** Seed ids and lesson ids, for what scenarios point to. @param {string} content */
function knownOf(content) {
  const seeds = JSON.parse(readFileSync(join(content, 'coverage.json'), 'utf8'));
  const course = parseDocument(readFileSync(join(content, 'course.yaml'), 'utf8')).toJS();
  const lessons = (course?.modules ?? []).flatMap((module) => module.lessons ?? []);
  return {
    seeds: new Set(seeds.map((/** @type {{ id: string }} */ seed) => seed.id)),
    lessons: new Set(lessons.map((/** @type {{ id: string }} */ lesson) => lesson.id)),
  };
}

/** @param {string} folder @returns {string[]} */
function yamlBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return yamlBelow(path);
    return name.endsWith('.yaml') ? [path] : [];
  });
}

/**
 * @param {string} content the folder `content/`.
 * @returns {string[]} one message per mistake, none when all is well.
 */
export function contentMistakes(content) {
  const schemas = schemasFor(content);
  return yamlBelow(content).flatMap((path) => {
    const file = relative(content, path);
    const schema = schemas.find(([pattern]) => pattern.test(file))?.[1];
    return schema ? fileMistakes(`content/${file}`, readFileSync(path, 'utf8'), schema) : [];
  });
}

/**
 * @param {string} name as shown in messages.
 * @param {string} text the file.
 * @param {import('zod').ZodType} schema
 * @returns {string[]}
 */
export function fileMistakes(name, text, schema) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length)
    return document.errors.map(
      (error) =>
        `${name}:${lines.linePos(error.pos[0]).line}  is no valid YAML: ${error.message.split('\n')[0]} Quote a text that holds ": " or begins with a mark.`,
    );
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const line = lineOf(document, lines, path);
    const given = document.getIn(path);
    const value = given === null || typeof given === 'object' ? '' : ` ${JSON.stringify(given)}`;
    const wanted = describedAt(schema, path);
    return `${name}:${line}  ${path.join('.') || '(whole file)'}:${value} ${issue.message}${wanted ? `. ${wanted}` : ''}`;
  });
}

/** The line of a field; of the nearest one above it when the field is missing. */
function lineOf(document, lines, path) {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** The author's sentence of the field a path leads to, of the nearest one above it that has one. */
function describedAt(schema, path) {
  let current = [schema];
  let found = '';
  for (const step of path) {
    current = current.flatMap((one) => inner(one)).flatMap((one) => child(one, step));
    const described = current.map((one) => one.description).find(Boolean);
    if (described) found = described;
  }
  return found;
}

/** A schema without its wrappers (optional, default), its alternatives one by one. */
function inner(schema) {
  const { def } = schema._zod;
  if (def.innerType) return inner(def.innerType);
  if (def.options) return def.options.flatMap((option) => inner(option));
  if (def.type === 'pipe') return inner(def.in);
  return [schema];
}

function child(schema, step) {
  const { def } = schema._zod;
  if (def.type === 'object' && def.shape[step]) return [def.shape[step]];
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  return [];
}
