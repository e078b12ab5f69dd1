import { revisionOf } from '#catalog/revision.ts';
import type { PublishedWorksheet } from '#catalog/worksheets.ts';
import type { Language } from '#core/model/text.ts';
import { inLanguage } from '#core/text/in-language.ts';
import type { Worksheet } from '#core/worksheet/worksheet.ts';
import { worksheetStrings } from '#i18n/worksheet.ts';
import type { WorksheetProps } from '#islands/worksheet/worksheet-props.ts';

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
