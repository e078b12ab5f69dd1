import type { Statement } from '#core/statement/statement.ts';
import type { LrsAnswer } from '#server/port/lrs.ts';

export interface Delivery {
  /** So many from the first on are settled: taken, or refused each by itself. */
  settled: number;
  /** Places of those refused, with what the LRS answered. */
  refused: readonly { index: number; code: number }[];
  /** Was any taken? */
  hasTaken: boolean;
  /** Why it went no further; absent = to the end. */
  stop?: Exclude<LrsAnswer, { status: 'taken' | 'refused' }>;
}

/**
 * Send statements in one go, and where the LRS refuses, in halves, down to the one it means: one bad statement costs
 * the others nothing.
 * @param send as `Lrs.send`.
 */
export async function deliver(
  statements: readonly Statement[],
  send: (part: readonly Statement[]) => Promise<LrsAnswer>,
): Promise<Delivery> {
  const refused: { index: number; code: number }[] = [];
  let settled = 0;
  let hasTaken = false;
  // From left to right, so that what is settled is always the beginning.
  const parts = statements.length ? [statements.length] : [];
  while (parts.length) {
    const size = parts.pop() as number;
    const answer = await send(statements.slice(settled, settled + size));
    if (answer.status === 'refused' && size > 1) {
      const half = Math.ceil(size / 2);
      parts.push(size - half, half);
      continue;
    }
    if (answer.status === 'shut' || answer.status === 'later')
      return { settled, refused, hasTaken, stop: answer };
    if (answer.status === 'refused') refused.push({ index: settled, code: answer.code });
    else hasTaken = true;
    settled += size;
  }
  return { settled, refused, hasTaken };
}

/**
 * After a long row of failures: is it the LRS, or the first statement? Its neighbour goes first. Where that is taken and the
 * first one fails a moment later, the first one is what the LRS stumbles over; it counts as refused, and the rest goes on.
 * @param statements the first, and one more if there is one.
 */
export async function probe(
  statements: readonly Statement[],
  send: (part: readonly Statement[]) => Promise<LrsAnswer>,
): Promise<Delivery> {
  const [first, second] = statements;
  if (!first || !second) return deliver(statements, send);
  const neighbour = await send([second]);
  if (neighbour.status !== 'taken') return deliver([first], send);
  const answer = await send([first]);
  if (answer.status === 'taken') return { settled: 2, refused: [], hasTaken: true };
  const code = answer.status === 'refused' ? answer.code : stumbledAt(answer.failure);
  if (code !== undefined) return { settled: 2, refused: [{ index: 0, code }], hasTaken: true };
  return { settled: 0, refused: [], hasTaken: true, stop: answer as NonNullable<Delivery['stop']> };
}

/** A failure that one statement can be the cause of; too many requests, an overload, a lost network are not. 504: none came. */
function stumbledAt(failure: string): number | undefined {
  if (failure === 'timeout') return 504;
  return /^5\d\d$/.test(failure) && failure !== '503' ? Number(failure) : undefined;
}
