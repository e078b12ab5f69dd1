import { readTransferCode } from '#core/sync/transfer-code.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Learner, Session } from '#server/port/learner-store.ts';
import type { TransferCodeStore, TransferCodes } from '#server/port/transfer-code-store.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import type { GuessLimit } from './guess-limit.ts';
import { transferCodeBodySchema } from './learner-body.schema.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

const CODE_LASTS_MS = 600_000;
const SPAN_MS = 600_000;
/** Codes one learner may ask for within the span. */
const MADE_AT_MOST = 20;

export type MakeOutcome =
  | { status: 'unknown-learner' }
  | { status: 'too-many'; waitMs: number }
  | { status: 'made'; code: string; expiresAt: number };

export type RedeemOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'too-many'; waitMs: number }
  /** No such code, used already, or over: which of them is not told. */
  | { status: 'wrong' }
  | { status: 'redeemed'; learner: Learner; session: Session };

export interface TransferCodePlan {
  store: TransferCodeStore;
  codes: TransferCodes;
  guesses: GuessLimit;
  clock: Clock;
}

/** A second device joins a learner: one device asks for a code, the other one redeems it, once, within ten minutes. */
export function createTransfer({ store, codes, guesses, clock }: TransferCodePlan) {
  const made = createAttemptLimit({ clock, most: MADE_AT_MOST, spanMs: SPAN_MS });

  async function make(session: Session): Promise<MakeOutcome> {
    const waitMs = made.waitMs(session.learnerId);
    if (waitMs) return { status: 'too-many', waitMs };
    made.count(session.learnerId);
    const code = codes.make();
    const at = clock.now();
    const expiresAt = at + CODE_LASTS_MS;
    const isKept = await store.put(session, { hash: codes.hash(code), at, expiresAt });
    return isKept ? { status: 'made', code, expiresAt } : { status: 'unknown-learner' };
  }

  /** @param address who asks; undefined where that says nothing, as behind a proxy on the same machine. */
  async function redeem(body: unknown, address: string | undefined): Promise<RedeemOutcome> {
    const parsed = transferCodeBodySchema.safeParse(body);
    if (!parsed.success)
      return { status: 'malformed', problem: wrongShape(transferCodeBodySchema, body, 'body') };
    const code = readTransferCode(parsed.data.code);
    const take = async () => (code ? store.take(codes.hash(code), clock.now()) : undefined);
    const tried = await guesses.attempt({ address }, take, (taken) => taken === undefined);
    if (tried.status === 'too-many') return tried;
    return tried.found ? { status: 'redeemed', ...tried.found } : { status: 'wrong' };
  }

  return { make, redeem };
}

export type Transfer = ReturnType<typeof createTransfer>;
