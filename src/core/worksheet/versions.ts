import type { Fact, FactOf } from '../model/fact.ts';
import { groupBy, inOrder, ofType } from '../progress/fact-order.ts';

export type SheetVersion = FactOf<'worksheet.saved'>;

/** One sheet with everything that was ever kept of it. */
export interface SheetDocument {
  documentId: string;
  /** Newest first; never empty. Versions of two devices both stay. */
  versions: readonly SheetVersion[];
}

/** @returns the sheets of one worksheet, the one kept last first. A fold over facts: any order, any repetition gives the same. */
export function documentsOf(facts: Iterable<Fact>, worksheetId: string): SheetDocument[] {
  const own = ofType(inOrder(facts), 'worksheet.saved')
    .filter((fact) => fact.worksheetId === worksheetId)
    .reverse();
  const documents = groupBy(own, ({ documentId }) => documentId);
  return [...documents].map(([documentId, versions]) => ({ documentId, versions }));
}
