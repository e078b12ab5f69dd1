import { createHash } from 'node:crypto';
import { parseFact } from '#core/model/fact.guard.ts';
import type { Statement } from '#core/statement/statement.ts';
import { statementOf } from '#core/statement/statement-of.ts';
import type { PublicFact } from '#server/port/outbox-store.ts';

const sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

/**
 * The statement of a fact as the store keeps it.
 * @param origin scheme and host without a closing slash, e.g. `https://course.example.com`.
 * @returns undefined when this release cannot read the fact, or it is nobody's to read.
 */
export function stateFact(fact: PublicFact, origin: string): Statement | undefined {
  const read = parseFact(JSON.parse(fact.body));
  return read && statementOf(read, fact.receivedAt, { origin, learnerId: fact.learnerId, sha1 });
}
