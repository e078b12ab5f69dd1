import { getCollection } from 'astro:content';
import type { Language, Text } from '#core/model/text.ts';
import { inLanguage } from '#core/text/in-language.ts';
import type { Worksheet } from '#core/worksheet/worksheet.ts';
import { worksheetStrings } from '#i18n/worksheet.ts';
import type { WorksheetProps } from '#islands/worksheet/worksheet-props.ts';
import { revisionOf } from './revision.ts';

export interface PublishedWorksheet {
  sheet: Worksheet<Text>;
  revision: string;
}

let published: Promise<PublishedWorksheet[]> | undefined;

async function readAll(): Promise<PublishedWorksheet[]> {
  const shown = import.meta.env.DEV ? ['live', 'draft'] : ['live'];
  const entries = await getCollection('worksheets', ({ data }) => shown.includes(data.status));
  return entries
    .map(({ data }) => {
      const { status: _, ...sheet } = data;
      return { sheet: sheet as Worksheet<Text>, revision: revisionOf(sheet) };
    })
    .sort((a, b) => (a.sheet.id < b.sheet.id ? -1 : 1));
}

/** @returns the worksheets that have a page, by number: live ones, in `npm run dev` drafts too. */
export function getWorksheets(): Promise<PublishedWorksheet[]> {
  if (import.meta.env.DEV) return readAll(); // an author's edit must show
  published ??= readAll();
  return published;
}

/** All that a worksheet needs on the device, in one language. */
export const worksheetFile = (
  { sheet, revision }: PublishedWorksheet,
  language: Language,
): WorksheetProps => ({
  sheet: inLanguage(sheet, language) as unknown as Worksheet<string>,
  ...{ revision, language },
  strings: worksheetStrings(language),
});

/** Address of a worksheet's file in one language; it changes with what is in it, so it may be cached for ever. */
export const worksheetAddress = (worksheet: PublishedWorksheet, language: Language) =>
  `/_content/worksheets/${worksheet.sheet.id}.${revisionOf(worksheetFile(worksheet, language))}.${language}.json`;
