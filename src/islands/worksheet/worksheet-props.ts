import type { Language } from '#core/model/text.ts';
import type { Worksheet } from '#core/worksheet/worksheet.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';

export interface WorksheetProps {
  sheet: Worksheet<string>;
  revision: string;
  language: Language;
  strings: WorksheetStrings;
}
