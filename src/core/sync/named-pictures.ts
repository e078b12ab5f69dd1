import type { Fact } from '../model/fact.ts';

/**
 * Pictures that syncing has to do with: those named by facts which the server has. A picture goes after its fact, so that none
 * lies there that nothing names.
 * @param settled ids of facts that the server has or will never take. @param refused those it will never take.
 * @returns each id once, in the order of the facts.
 */
export function namedPictures(
  facts: Iterable<Fact>,
  settled: ReadonlySet<string>,
  refused: Pick<ReadonlySet<string>, 'has'>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const fact of facts)
    if (fact.type === 'worksheet.saved' && settled.has(fact.id) && !refused.has(fact.id))
      for (const id of fact.blobIds) ids.add(id);
  return ids;
}
