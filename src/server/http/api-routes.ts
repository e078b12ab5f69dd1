import type { Identity } from '#server/auth/identity.ts';
import type { Clock } from '#server/port/clock.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { LearnerStore } from '#server/port/learner-store.ts';
import { createSaveFacts, type SaveOutcome } from '#server/usecase/save-facts.ts';
import type { Sentence } from '#server/usecase/sentence.ts';
import { createStartLearner } from '#server/usecase/start-learner.ts';
import type { ApiAnswer, ApiCall, ApiRoutes } from './api.ts';
import type { WarnLog } from './error-log.ts';
import { REFUSALS } from './refusals.ts';

export interface RoutesPlan {
  facts: FactStore;
  learners: LearnerStore;
  identity: Identity;
  clock: Clock;
  logWarning: WarnLog;
  /** Where learners may send a mistake they found: a mail address or a web address. */
  reportTo?: string | undefined;
}

/** A session's cookie is renewed at a save once it is this old. */
const RENEWED_AFTER_MS = 30 * 86_400_000;

/** Parse, call, serialise: one function for each route. */
export function createRoutes(plan: RoutesPlan): ApiRoutes {
  const { facts, learners, identity, clock, logWarning, reportTo } = plan;
  const saveFacts = createSaveFacts({ facts, clock });
  const startLearner = createStartLearner({ learners, clock });
  return {
    'POST /api/learner': async (call, session) => {
      // Asked twice, by a second tab or after a lost answer: who is known already stays who they are.
      const known = session && (await learners.find(session));
      if (known) return { status: 200, json: JSON.stringify(shown(known)) };
      const body = parse(call);
      if (!body) return malformed(NO_JSON);
      const done = await startLearner(body.value);
      if (done.status === 'malformed') return malformed(done.problem);
      const headers = ['set-cookie', identity.issue(done.session, clock.now())];
      return { status: 201, json: JSON.stringify(shown(done.learner)), headers };
    },
    'GET /api/learner': async (_call, session) => {
      const learner = session && (await learners.find(session));
      return learner ? { status: 200, json: JSON.stringify(shown(learner)) } : { refusal: REFUSALS.unknown };
    },
    'POST /api/facts': async (call, session) => {
      const body = parse(call);
      if (!body) return malformed(NO_JSON);
      if (!session) return { refusal: REFUSALS.unknown };
      const done = await saveFacts(session, body.value);
      if (done.status === 'malformed') return malformed(done.problem);
      if (done.status === 'unknown-learner') return { refusal: REFUSALS.unknown };
      const conflicts = done.refused.filter(({ status }) => status === 409).length;
      if (conflicts) logWarning({ requestId: call.requestId, event: 'fact.quarantined', count: conflicts });
      const isOld = clock.now() - session.issuedAt > RENEWED_AFTER_MS;
      const headers = isOld ? ['set-cookie', identity.issue(session, clock.now())] : [];
      return { status: 200, json: saved(done), headers };
    },
    'GET /api/facts': async ({ query }, session) => {
      const since = readSince(query);
      if (since === undefined) return malformed(BAD_SINCE);
      const page = session && (await facts.pull(session, since));
      if (!page) return { refusal: REFUSALS.unknown };
      // The bodies are JSON already.
      const { bodies, seq, more } = page;
      return { status: 200, json: `{"facts":[${bodies.join(',')}],"seq":${seq},"more":${more}}` };
    },
    // The pages are built before anybody knows who runs them.
    'GET /api/contact': () => ({ status: 200, json: JSON.stringify({ reportTo: reportTo ?? null }) }),
  };
}

const shown = ({ id, nickname }: { id: string; nickname: string }) => ({ id, nickname });

function saved({ status: _, ...rest }: Extract<SaveOutcome, { status: 'saved' }>): string {
  return JSON.stringify(rest);
}

const malformed = (problem: Sentence): ApiAnswer => ({ refusal: { status: 400, ...problem } });

const NO_JSON: Sentence = {
  zh: '送来的内容不是JSON。请刷新页面后再试。',
  en: 'The request body is not JSON. Reload the page and try again.',
};

const BAD_SINCE: Sentence = {
  zh: 'since要写一个不小于0的整数，就是上一次得到的seq；从头取写0。',
  en: 'since must be a whole number from 0 on: the seq of the last answer, or 0 for everything.',
};

function parse({ body }: ApiCall): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(String(body ?? '')) };
  } catch {
    return undefined;
  }
}

/** @returns the cursor; undefined when it is none. */
function readSince(query: string): number | undefined {
  const text = new URLSearchParams(query).get('since') ?? '0';
  const since = Number(text);
  return /^\d{1,16}$/.test(text) && Number.isSafeInteger(since) ? since : undefined;
}
