import type { Outline } from '#core/cohort/standing.ts';
import type { Withheld } from '#core/worksheet/withheld.ts';
import type { BlobStore } from '#server/port/blob-store.ts';
import type { CohortStore } from '#server/port/cohort-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { FoldStore } from '#server/port/fold-store.ts';
import type { GuessCountStore, GuessName } from '#server/port/guess-count-store.ts';
import { type MistakeStore, OPEN_AT_MOST } from '#server/port/mistake-store.ts';
import type { OutboxStore } from '#server/port/outbox-store.ts';
import type { TransferCodeStore, TransferCodes } from '#server/port/transfer-code-store.ts';
import { createAttemptLimit } from '#server/usecase/attempt-limit.ts';
import { createGuessLimit } from '#server/usecase/guess-limit.ts';
import {
  type GuessRules,
  INVITATIONS,
  PASSWORDS,
  TRAINERS,
  TRANSFER_CODES,
} from '#server/usecase/guess-rules.ts';
import { createReportMistake } from '#server/usecase/report-mistake.ts';
import { createResetByFacilitator, type ResetByFacilitator } from '#server/usecase/reset-by-facilitator.ts';
import { createSaveFacts, type SaveOutcome } from '#server/usecase/save-facts.ts';
import type { Sentence } from '#server/usecase/sentence.ts';
import { createTransfer } from '#server/usecase/transfer-code.ts';
import { createWelcome } from '#server/usecase/welcome.ts';
import { type AccountRoutesPlan, createAccountRoutes } from './account-routes.ts';
import { type AdminRoutesPlan, createAdminRoutes } from './admin-routes.ts';
import { type ApiRoutes, refuseUnknown } from './api.ts';
import { malformed, NO_JSON, parseBody, tooMany } from './api-body.ts';
import { createBlobRoutes } from './blob-routes.ts';
import { createCohortRoutes } from './cohort-routes.ts';
import { type CompanyRoutesPlan, createCompanyRoutes } from './company-routes.ts';
import type { WarnLog } from './error-log.ts';
import { createLearnerRoutes } from './learner-routes.ts';
import { createPasskeyRoutes, type PasskeyRoutesPlan } from './passkey-routes.ts';
import { REFUSALS } from './refusals.ts';
import { createSignInRoutes } from './sign-in-routes.ts';
import { createStatementRoutes } from './statement-routes.ts';

export interface RoutesPlan
  extends Omit<AccountRoutesPlan & PasskeyRoutesPlan & CompanyRoutesPlan, 'guesses' | 'welcome'>,
    Omit<AdminRoutesPlan, 'mistakes' | 'clock' | 'audit' | 'resetRecovery'> {
  /** In place of the accounts' own; for tests. */
  resetRecovery?: ResetByFacilitator;
  facts: FactStore;
  transferCodes: TransferCodeStore;
  codes: TransferCodes;
  guessCounts: GuessCountStore;
  guessName: GuessName;
  mistakes: MistakeStore;
  outbox: OutboxStore;
  /** Where the site is, for addresses in what is told to others; without a closing slash. */
  origin: string;
  blobs: BlobStore;
  cohorts: CohortStore;
  folds: FoldStore;
  /** What there is to be done in the course, for reports and assignments. */
  outline: Outline;
  /** What of worksheets is for the owner alone. */
  withheld?: Withheld | undefined;
  logWarning: WarnLog;
  /** Where learners may send a mistake they found: a mail address or a web address. */
  reportTo?: string | undefined;
  /** What one learner's pictures may take, MB; 50 when not set. */
  blobQuotaMb?: number | undefined;
}

/** A room behind one address can report what it found in a lesson; a script cannot go on for long. */
const REPORTS = { most: 30, spanMs: 10 * 60_000 };
/** Bytes: the longest words, every sign of them escaped, and room for the rest. */
const REPORT_BYTES = 32 * 1024;

/** A session's cookie is renewed at a save once it is this old. */
const RENEWED_AFTER_MS = 30 * 86_400_000;

/** Parse, call, serialise: one function for each route. */
export function createRoutes(plan: RoutesPlan): ApiRoutes {
  const { facts, learners, mistakes, transferCodes, codes, identity, clock, logWarning, reportTo } = plan;
  const { blobs, blobQuotaMb } = plan;
  const saveFacts = createSaveFacts({ facts, clock });
  const limitOf = (rules: GuessRules) =>
    createGuessLimit({ counts: plan.guessCounts, nameOf: plan.guessName, clock }, rules);
  const transfer = createTransfer({ store: transferCodes, codes, guesses: limitOf(TRANSFER_CODES), clock });
  const reportMistake = createReportMistake({ mistakes, clock });
  const reports = createAttemptLimit({ ...REPORTS, clock });
  const guesses = limitOf(PASSWORDS);
  const welcome = createWelcome(plan);
  return {
    ...createLearnerRoutes({ learners, transfer, identity, clock }),
    ...createAccountRoutes({ ...plan, guesses }),
    ...createCompanyRoutes({ ...plan, welcome }),
    ...createPasskeyRoutes({ ...plan, welcome }),
    ...createSignInRoutes({ ...plan, guesses, welcome }),
    ...createStatementRoutes(plan),
    ...createBlobRoutes({ blobs, learners, clock, quotaMb: blobQuotaMb }),
    ...createCohortRoutes({
      ...plan,
      invitationGuesses: limitOf(INVITATIONS),
      trainerGuesses: limitOf(TRAINERS),
    }),
    ...createAdminRoutes({ resetRecovery: createResetByFacilitator(plan), ...plan }),
    'POST /api/facts': async (call, session) => {
      const body = parseBody(call);
      if (!body) return malformed(NO_JSON);
      const done = await saveFacts(session, body.value);
      if (done.status === 'malformed') return malformed(done.problem);
      if (done.status === 'unknown-learner') return refuseUnknown(learners, session);
      const conflicts = done.refused.filter(({ status }) => status === 409).length;
      if (conflicts) logWarning({ requestId: call.requestId, event: 'fact.quarantined', count: conflicts });
      const isOld = clock.now() - session.issuedAt > RENEWED_AFTER_MS;
      const headers = isOld ? ['set-cookie', identity.issue(session, clock.now())] : [];
      return { status: 200, json: saved(done), headers };
    },
    'GET /api/facts': async ({ query }, session) => {
      const since = readSince(query);
      if (since === undefined) return malformed(BAD_SINCE);
      const page = await facts.pull(session, since);
      if (!page) return refuseUnknown(learners, session);
      // The bodies are JSON already.
      const { bodies, seq, more } = page;
      return { status: 200, json: `{"facts":[${bodies.join(',')}],"seq":${seq},"more":${more}}` };
    },
    // The pages are built before anybody knows who runs them.
    'GET /api/contact': () => ({
      status: 200,
      json: JSON.stringify({ reportTo: reportTo ?? null, companySignIn: plan.company?.name ?? null }),
    }),
    'POST /api/mistakes': async (call) => {
      if ((call.body?.length ?? 0) > REPORT_BYTES) return { refusal: REFUSALS.mistakeTooLarge };
      const body = parseBody(call);
      if (!body) return malformed(NO_JSON);
      const waitMs = reports.waitMs(call.address);
      if (waitMs) return tooMany(waitMs, REFUSALS.tooManyReports);
      reports.count(call.address);
      const done = await reportMistake(body.value);
      if (done.status === 'malformed') return malformed(done.problem);
      if (done.status === 'conflict') return { refusal: REFUSALS.mistakeConflict };
      if (done.status !== 'full') return { status: done.status === 'stored' ? 201 : 200, json: '{}' };
      logWarning({ requestId: call.requestId, event: 'mistake.refused', count: OPEN_AT_MOST });
      return { refusal: REFUSALS.inboxFull };
    },
  };
}

function saved({ status: _, ...rest }: Extract<SaveOutcome, { status: 'saved' }>): string {
  return JSON.stringify(rest);
}

const BAD_SINCE: Sentence = {
  zh: 'since要写一个不小于0的整数，就是上一次得到的seq；从头取写0。',
  en: 'since must be a whole number from 0 on: the seq of the last answer, or 0 for everything.',
};

/** @returns the cursor; undefined when it is none. */
function readSince(query: string): number | undefined {
  const text = new URLSearchParams(query).get('since') ?? '0';
  const since = Number(text);
  return /^\d{1,16}$/.test(text) && Number.isSafeInteger(since) ? since : undefined;
}
