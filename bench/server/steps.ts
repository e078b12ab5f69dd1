/**
 * Routes of the bench beside the product's: what a save does up to a point, then an answer as long as a save's. Each takes the
 * same request to its last byte, through the same listener; the difference between two is what the step costs.
 */
import type { Identity, SignedSession } from '#server/auth/identity.ts';
import type { ApiAnswer, ApiCall } from '#server/http/api.ts';
import { parseBody } from '#server/http/api-body.ts';
import type { Clock } from '#server/port/clock.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import { createSaveFacts } from '#server/usecase/save-facts.ts';
import { cpuSoFar } from './cpu.ts';
import type { RawInsert } from './raw.ts';

const JSON_ANSWER = '{"stored":1,"known":0,"refused":[],"before":1000,"seq":1001}';

/** Takes everything and keeps nothing. */
const nowhere: FactStore = {
  append: async ({ facts: { length } }) => ({
    status: 'appended',
    stored: length,
    known: 0,
    conflicts: [],
    before: 1000,
    seq: 1000 + length,
  }),
  pull: async () => undefined,
};

/** A call as the API gets it, before it knows the route. */
type Call = Omit<ApiCall, 'params'>;

export interface StepsPlan {
  identity: Identity;
  clock: Clock;
  raw: RawInsert;
  databaseUrl: string | undefined;
}

export function benchSteps({ identity, clock, raw, databaseUrl }: StepsPlan) {
  const check = createSaveFacts({ facts: nowhere, clock });
  const who = (call: Call) => identity.currentLearner(call, clock.now()) as SignedSession;
  const answered = (json: string): ApiAnswer => ({ status: 200, json });
  const steps: Record<string, (call: Call) => Promise<ApiAnswer>> = {
    '/api/cpu': async () => answered(JSON.stringify(cpuSoFar(databaseUrl))),
    '/api/empty': async () => answered(JSON_ANSWER),
    '/api/cookie': async (call) => answered(who(call) ? JSON_ANSWER : ''),
    '/api/parse': async (call) => answered(who(call) && parseBody(call) ? JSON_ANSWER : ''),
    '/api/check': async (call) => {
      const { status: _, ...rest } = await check(who(call), parseBody(call)?.value);
      return answered(JSON.stringify(rest));
    },
    '/api/raw': async (call) => {
      await raw.insert(who(call).learnerId, String(call.body));
      return answered(JSON_ANSWER);
    },
  };
  return steps;
}
