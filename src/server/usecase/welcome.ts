import type { SignedIn, SignInAnswer } from '#core/account/account.ts';
import type { Signed } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Learner, LearnerStore, Session } from '#server/port/learner-store.ts';
import type { SignedTexts } from '#server/port/signed-texts.ts';

export const TICKET_PURPOSE = 'merge';
const TICKET_LASTS_MS = 30 * 60_000;

export interface WelcomePlan {
  learners: Pick<LearnerStore, 'find'>;
  texts: SignedTexts;
  clock: Clock;
}

/** Somebody has signed in: who they are, and who this device was before. */
export interface Welcome {
  session: Session;
  answer: SignInAnswer;
}

/** What a learner's own pages are told of them. */
export const shownLearner = ({ id, nickname, role, isClaimed }: Learner): SignedIn => ({
  id,
  nickname,
  role,
  isClaimed,
});

/**
 * What every way of signing in ends with. The ticket names both learners, so that it is of use to nobody else, and is only
 * for a former one who has no account: two accounts are never made one.
 */
export function createWelcome({ learners, texts, clock }: WelcomePlan) {
  return async ({ learner, session }: Signed, before: Session | undefined): Promise<Welcome> => {
    const answer = { learner: shownLearner(learner) };
    if (!before || before.learnerId === learner.id) return { session, answer };
    const former = await learners.find(before);
    if (!former) return { session, answer };
    const parts = [before.learnerId, before.generation.toString(36), learner.id];
    const ticket = texts.make(TICKET_PURPOSE, parts, clock.now() + TICKET_LASTS_MS);
    const { id, nickname, isClaimed } = former;
    return { session, answer: { ...answer, former: { id, nickname, ...(!isClaimed && { ticket }) } } };
  };
}

export type CreateWelcome = ReturnType<typeof createWelcome>;
