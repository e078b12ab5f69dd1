import { type Enrolment, type InvitationShown, TOLD_VERSION } from '#core/cohort/cohort.ts';
import { readTransferCode } from '#core/sync/transfer-code.ts';
import type { Clock } from '#server/port/clock.ts';
import type { CohortStore } from '#server/port/cohort-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { enrolmentBodySchema } from './cohort-body.schema.ts';
import type { GuessLimit } from './guess-limit.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

export type LookOutcome =
  | { status: 'too-many'; waitMs: number }
  | { status: 'wrong' }
  | { status: 'found'; invitation: InvitationShown };

export type JoinOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'too-many'; waitMs: number }
  | { status: 'wrong' | 'full' | 'unknown-learner' }
  | { status: 'joined' | 'known'; enrolment: Enrolment };

export interface JoinCohortPlan {
  cohorts: Pick<CohortStore, 'invitation' | 'enrol'>;
  guesses: GuessLimit;
  clock: Clock;
}

/**
 * A learner joins a cohort by its code: sees first what it is and what will be shared, then joins.
 * @see createGuessLimit for how guessing is bounded; the address is undefined where it says nothing.
 */
export function createJoinCohort({ cohorts, guesses, clock }: JoinCohortPlan) {
  const WRONG = { status: 'wrong' } as const;

  async function look(typed: string, address: string | undefined): Promise<LookOutcome> {
    const code = readTransferCode(typed);
    const find = async () => (code ? cohorts.invitation(code, clock.now()) : undefined);
    const tried = await guesses.attempt({ address }, find, (found) => found === undefined);
    if (tried.status === 'too-many') return tried;
    if (!tried.found) return WRONG;
    return { status: 'found', invitation: { kind: 'cohort', ...tried.found, told: TOLD_VERSION } };
  }

  async function join(session: Session, body: unknown, address: string | undefined): Promise<JoinOutcome> {
    const parsed = enrolmentBodySchema.safeParse(body);
    if (!parsed.success)
      return { status: 'malformed', problem: wrongShape(enrolmentBodySchema, body, 'body') };
    const { code: typed, told } = parsed.data;
    if (told !== TOLD_VERSION) return { status: 'malformed', problem: OLD_SENTENCE };
    const code = readTransferCode(typed);
    const enrol = async () => (code ? cohorts.enrol(session, { code, at: clock.now(), told }) : WRONG);
    const tried = await guesses.attempt({ address }, enrol, ({ status }) => status === 'wrong');
    return tried.status === 'too-many' ? tried : tried.found;
  }

  return { look, join };
}

/** Nobody joins on a sentence that no longer says what is shared. */
const OLD_SENTENCE: Sentence = {
  zh: '这个页面上关于共享内容的说明是旧的。请刷新页面，看过新的说明再加入。',
  en: 'What this page says about sharing is out of date. Reload it, read what is shared now, and join then.',
};
