import { type Enrolment, type InvitationShown, TOLD_VERSION } from '#core/cohort/cohort.ts';
import { readTransferCode } from '#core/sync/transfer-code.ts';
import type { Clock } from '#server/port/clock.ts';
import type { CohortStore } from '#server/port/cohort-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import { enrolmentBodySchema } from './cohort-body.schema.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

const SPAN_MS = 600_000;
/** Wrong codes from one address within the span: a hall of 600 that mistypes shares one. Good codes are never counted. */
const WRONG_BY_ADDRESS = 300;
/**
 * Wrong codes from everywhere. 144 spans a day × 3,000 guesses against 6.5 × 10^11 codes of which 1,000 are open: one hit in
 * four years of attack without a pause, and what it opens is a place among learners who see nothing of each other.
 */
const WRONG_BY_ALL = 3_000;

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
  clock: Clock;
}

/**
 * A learner joins a cohort by its code: sees first what it is and what will be shared, then joins.
 * @see createTransfer for how guessing is bounded; the address is undefined where it says nothing.
 */
export function createJoinCohort({ cohorts, clock }: JoinCohortPlan) {
  const wrong = createAttemptLimit({ clock, most: WRONG_BY_ADDRESS, spanMs: SPAN_MS });
  const wrongByAll = createAttemptLimit({ clock, most: WRONG_BY_ALL, spanMs: SPAN_MS });
  const waitMs = (address: string | undefined) =>
    Math.max(wrongByAll.waitMs(''), address === undefined ? 0 : wrong.waitMs(address));
  const miss = (address: string | undefined) => {
    wrongByAll.count('');
    if (address !== undefined) wrong.count(address);
    return { status: 'wrong' } as const;
  };

  async function look(typed: string, address: string | undefined): Promise<LookOutcome> {
    const wait = waitMs(address);
    if (wait) return { status: 'too-many', waitMs: wait };
    const code = readTransferCode(typed);
    const found = code && (await cohorts.invitation(code, clock.now()));
    if (!found) return miss(address);
    return { status: 'found', invitation: { kind: 'cohort', ...found, told: TOLD_VERSION } };
  }

  async function join(session: Session, body: unknown, address: string | undefined): Promise<JoinOutcome> {
    const parsed = enrolmentBodySchema.safeParse(body);
    if (!parsed.success)
      return { status: 'malformed', problem: wrongShape(enrolmentBodySchema, body, 'body') };
    const { code: typed, told } = parsed.data;
    if (told !== TOLD_VERSION) return { status: 'malformed', problem: OLD_SENTENCE };
    const wait = waitMs(address);
    if (wait) return { status: 'too-many', waitMs: wait };
    const code = readTransferCode(typed);
    const done = code && (await cohorts.enrol(session, { code, at: clock.now(), told }));
    return !done || done.status === 'wrong' ? miss(address) : done;
  }

  return { look, join };
}

export type JoinCohort = ReturnType<typeof createJoinCohort>;

/** Nobody joins on a sentence that no longer says what is shared. */
const OLD_SENTENCE: Sentence = {
  zh: '这个页面上关于共享内容的说明是旧的。请刷新页面，看过新的说明再加入。',
  en: 'What this page says about sharing is out of date. Reload it, read what is shared now, and join then.',
};
