import type { Role } from '#core/account/role.ts';
import type { Identity, SignedSession } from '#server/auth/identity.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Learner, LearnerStore } from '#server/port/learner-store.ts';
import { CrowdedError } from '#server/port/password-accounts.ts';
import { StoreError } from '#server/port/store-error.ts';
import { ACCESS, isAllowed, type RouteName } from './access.ts';
import { ACCOUNT_REFUSALS } from './account-refusals.ts';
import type { FlatHeaders } from './headers.ts';
import { REFUSALS, type Refusal } from './refusals.ts';
import { createRouteTable } from './route-table.ts';

/** A request to a program's route, read to its end. */
export interface ApiCall {
  /** Raw query with its question mark, or ''. */
  query: string;
  /** What stands in the path in place of `:name`, by name; read as it is written there, not decoded. */
  params: Readonly<Record<string, string>>;
  cookie: string | undefined;
  body: Buffer | undefined;
  requestId: string;
  /** Whom the call is counted for, where calls are counted; never kept. */
  address: string;
  /** The headers `host` and `sec-fetch-site` as they came. */
  host?: string | undefined;
  fetchSite?: string | undefined;
  /** The header `x-learner`: whose copy the page means, where it says so. */
  meantFor?: string | undefined;
}

export type ApiAnswer =
  | { status: number; json: string; headers?: FlatHeaders }
  /** Something that is kept as it came. `headers` say how long it may be kept by others. */
  | { status: number; bytes: Uint8Array; type: string; headers: FlatHeaders }
  | { refusal: Refusal; headers?: FlatHeaders };

/** What a route finds: `session` in every route that is not for anyone, `viewer` in those for facilitators or admins. */
export type RouteArguments<Name extends RouteName> = (typeof ACCESS)[Name] extends 'anyone'
  ? [call: ApiCall, session: SignedSession | undefined]
  : (typeof ACCESS)[Name] extends 'learner'
    ? [call: ApiCall, session: SignedSession]
    : [call: ApiCall, session: SignedSession, viewer: Learner];

export type ApiRoutes = {
  readonly [Name in RouteName]: (...found: RouteArguments<Name>) => Promise<ApiAnswer> | ApiAnswer;
};

/**
 * Answer one request to `/api/…`.
 * @returns 'missing' for what the table does not name.
 * @throws what the route throws beyond a `StoreError`: our mistakes.
 */
export type Api = (
  method: string,
  path: string,
  call: Omit<ApiCall, 'params'>,
) => Promise<ApiAnswer | 'missing'>;

export interface ApiPlan {
  routes: ApiRoutes;
  identity: Identity;
  learners: Pick<LearnerStore, 'find' | 'wasRemoved' | 'wasMerged'>;
  clock: Clock;
  /** Somebody was here: called after an answer that was no refusal. */
  onSeen?: ((learnerId: string) => void) | undefined;
}

const table = createRouteTable(Object.keys(ACCESS) as RouteName[]);

type Any = (call: ApiCall, session?: SignedSession, viewer?: Learner) => Promise<ApiAnswer> | ApiAnswer;

/** These routes pass Astro by: it costs more than the rest of a save together (docs/decisions/0011). */
export function createApi({ routes, identity, learners, clock, onSeen }: ApiPlan): Api {
  return async (method, path, sent) => {
    const found = table.find(method === 'HEAD' ? 'GET' : method, path);
    if (found.status === 'missing') return 'missing';
    if (found.status === 'other-method')
      return { refusal: REFUSALS.method, headers: ['allow', found.methods.join(', ')] };
    const { name, params } = found;
    const call = { ...sent, params };
    const who = ACCESS[name];
    const session = identity.currentLearner(sent, clock.now());
    if (who !== 'anyone' && !session) return { refusal: REFUSALS.unknown };
    // A browser that was killed may have kept the cookie of a sign-in and forgotten what its pages had noted of it.
    if (session && sent.meantFor !== undefined && sent.meantFor !== session.learnerId)
      return { refusal: REFUSALS.otherLearner };
    const route = routes[name] as Any;
    try {
      if (!session || who === 'anyone') return await route(call, session);
      const viewer = who === 'learner' ? undefined : await admit(learners, session, who);
      const answer = viewer && 'refusal' in viewer ? viewer : await route(call, session, viewer);
      if (!('refusal' in answer)) onSeen?.(session.learnerId);
      return answer;
    } catch (error) {
      if (error instanceof StoreError) return troubled(error);
      if (error instanceof CrowdedError)
        return { refusal: ACCOUNT_REFUSALS.crowded, headers: ['retry-after', '5'] };
      throw error;
    }
  };
}

/** A role is looked up at each call: one that was taken away is gone at once, unlike a cookie. */
async function admit(
  learners: ApiPlan['learners'],
  session: SignedSession,
  who: Role,
): Promise<Learner | { refusal: Refusal }> {
  const viewer = await learners.find(session);
  if (!viewer) return refuseUnknown(learners, session);
  return isAllowed(viewer.role, who) ? viewer : { refusal: REFUSALS.forbidden };
}

/** What a session that the store does not take means: deleted or merged with a tombstone, or simply not known. */
export async function refuseUnknown(
  learners: Pick<LearnerStore, 'wasRemoved' | 'wasMerged'>,
  { learnerId }: Pick<SignedSession, 'learnerId'>,
): Promise<{ refusal: Refusal }> {
  if (!(await learners.wasRemoved(learnerId))) return { refusal: REFUSALS.unknown };
  return { refusal: (await learners.wasMerged(learnerId)) ? ACCOUNT_REFUSALS.merged : REFUSALS.removed };
}

function troubled({ trouble }: StoreError): ApiAnswer {
  if (trouble === 'full') return { refusal: REFUSALS.full };
  return { refusal: REFUSALS.unavailable, headers: ['retry-after', '5'] };
}
