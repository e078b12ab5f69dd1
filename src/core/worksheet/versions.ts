import type { Fact, FactOf } from '../model/fact.ts';
import { isSameBody } from '../model/same-body.ts';
import { groupBy, inOrder, ofType } from '../progress/fact-order.ts';
import type { Fields } from './worksheet.ts';

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

/** A sheet as a device holds it between two versions. */
export interface Draft {
  fields: Fields;
  /** The version it grew from; absent for a new sheet. */
  base?: string | undefined;
}

/**
 * Which stands when a sheet is opened again: what this device left, or a version that somebody made elsewhere after that. The
 * one written last does; the other one is offered among the versions.
 * @param versions newest first.
 * @param draft    with the time it was written, epoch ms.
 */
export function standing(
  versions: readonly SheetVersion[],
  draft: Draft & { at: number },
): 'draft' | 'newest' {
  const [newest] = versions;
  return newest && newest.id !== draft.base && newest.at > draft.at ? 'newest' : 'draft';
}

/** @returns the version that holds a draft's fields already, the newest one or the one it grew from; undefined when none does. */
export const heldBy = (
  versions: readonly SheetVersion[],
  { fields, base }: Draft,
): SheetVersion | undefined =>
  versions.find(
    (version, place) => (place === 0 || version.id === base) && isSameBody(version.fields, fields),
  );
