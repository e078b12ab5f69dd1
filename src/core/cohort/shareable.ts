import type { Fact } from '../model/fact.ts';
import { isPrivateFact } from '../model/private-fact.ts';
import { inOrder } from '../progress/fact-order.ts';
import type { PrivateFact } from './shares.ts';

/**
 * What a learner may choose to share, newest first: of each place in a lesson what was written last there, of each worksheet
 * they keep the version saved last. A place emptied on purpose is not among them.
 */
export function shareable(facts: Iterable<Fact>): PrivateFact[] {
  const last = new Map<string, PrivateFact>();
  for (const fact of inOrder(facts)) {
    if (!isPrivateFact(fact)) continue;
    const own = fact as PrivateFact;
    const key = own.type === 'worksheet.saved' ? own.documentId : `${own.lessonId}#${own.blockId}`;
    last.delete(`${own.type} ${key}`);
    last.set(`${own.type} ${key}`, own);
  }
  return [...last.values()]
    .filter((own) => own.type !== 'reflection.saved' || own.text.trim() !== '')
    .reverse();
}
