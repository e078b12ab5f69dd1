import type { Clock } from '#server/port/clock.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import type { SignedTexts } from '#server/port/signed-texts.ts';
import { mergeBodySchema } from './account-body.schema.ts';
import type { Sentence } from './sentence.ts';
import { TICKET_PURPOSE } from './welcome.ts';
import { wrongShape } from './wrong-shape.ts';

export type MergeOutcome =
  | { status: 'malformed'; problem: Sentence }
  /** over: the ticket is no good, or the former learner is gone or has an account. */
  | { status: 'over' | 'unknown-learner' | 'merged' };

export interface MergeLearnersPlan {
  merges: MergeStore;
  texts: SignedTexts;
  clock: Clock;
}

/** Add what a device had sent as somebody else to who is signed in now. @returns a function of the session and the parsed body. */
export function createMergeLearners({ merges, texts, clock }: MergeLearnersPlan) {
  return async (session: Session, body: unknown): Promise<MergeOutcome> => {
    const parsed = mergeBodySchema.safeParse(body);
    if (!parsed.success) return { status: 'malformed', problem: wrongShape(mergeBodySchema, body, 'body') };
    const at = clock.now();
    const ticket = texts.read(TICKET_PURPOSE, parsed.data.ticket, at);
    const [formerId, generation, intoId] = ticket?.parts ?? [];
    if (!formerId || !generation || intoId !== session.learnerId) return { status: 'over' };
    const former = { learnerId: formerId, generation: Number.parseInt(generation, 36) };
    const done = await merges.merge(former, session, at);
    return { status: done === 'known' ? 'merged' : done };
  };
}
