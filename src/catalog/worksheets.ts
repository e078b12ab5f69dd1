import { getCollection } from 'astro:content';
import type { Text } from '#core/model/text.ts';
import type { Worksheet } from '#core/worksheet/worksheet.ts';
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
