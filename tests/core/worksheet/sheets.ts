import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inLanguage } from '#core/text/in-language.ts';
import { worksheetSchema } from '#core/worksheet/worksheet.schema.ts';
import type { Worksheet } from '#core/worksheet/worksheet.ts';

/** A worksheet of the course in one language, as the page has it. */
export function sheetOf(id: string, language: 'zh' | 'en' = 'zh'): Worksheet<string> {
  const text = readFileSync(new URL(`../../../content/worksheets/${id}.yaml`, import.meta.url), 'utf8');
  const { status: _, ...sheet } = worksheetSchema.parse(parse(text));
  return inLanguage(sheet, language) as unknown as Worksheet<string>;
}
