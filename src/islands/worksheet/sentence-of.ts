import { fill } from '#core/text/fill.ts';
import type { SheetFinding } from '#core/worksheet/findings.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';

/** What a finding says to the writer. */
export function sentenceOf({ level, text }: SheetFinding, strings: WorksheetStrings): string {
  switch (level) {
    case 'missing':
      return fill(strings.notFilled, { label: text });
    case 'unreadable':
      return fill(strings.noNumber, { text });
    case 'too-long':
      return fill(strings.tooLong, { label: text });
    default:
      return text;
  }
}
