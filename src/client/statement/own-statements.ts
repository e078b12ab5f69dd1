import type { Fact } from '#core/model/fact.ts';
import { sha1 } from '#core/statement/sha1.ts';
import type { Statement } from '#core/statement/statement.ts';
import { statementOf } from '#core/statement/statement-of.ts';

export interface OwnStatements {
  /** The server's name for the learner, or where it knows none, the device's. */
  learnerId: string;
  /** Scheme and host without a closing slash. */
  origin: string;
  /** Epoch ms, UTC. */
  now: number;
}

/** A learner's own record as xAPI statements, in the order of time; made on the device, sent nowhere. */
export const statementsOf = (
  facts: readonly Fact[],
  { learnerId, origin, now }: OwnStatements,
): Statement[] =>
  [...facts]
    .sort((a, b) => a.at - b.at)
    .flatMap((fact) => statementOf(fact, now, { origin, learnerId, sha1 }) ?? []);
