import type { Identity, SignedSession } from '#server/auth/identity.ts';
import type { Clock } from '#server/port/clock.ts';
import { StoreError } from '#server/port/store-error.ts';
import { ACCESS, type RouteName } from './access.ts';
import type { FlatHeaders } from './headers.ts';
import { REFUSALS, type Refusal } from './refusals.ts';

/** A request to a program's route, read to its end. */
export interface ApiCall {
  /** Raw query with its question mark, or ''. */
  query: string;
  cookie: string | undefined;
  body: Buffer | undefined;
  requestId: string;
  /** Whom the call is counted for, where calls are counted; never kept. */
  address: string;
}

export type ApiAnswer =
  | { status: number; json: string; headers?: FlatHeaders }
  | { refusal: Refusal; headers?: FlatHeaders };

/** What answers a route. `session` is there for every route that the table gives to learners. */
export type ApiRoute = (call: ApiCall, session: SignedSession | undefined) => Promise<ApiAnswer> | ApiAnswer;
export type ApiRoutes = Readonly<Record<RouteName, ApiRoute>>;

/**
 * Answer one request to `/api/…`.
 * @returns 'missing' for what the table does not name.
 * @throws what the route throws beyond a `StoreError`: our mistakes.
 */
export type Api = (method: string, path: string, call: ApiCall) => Promise<ApiAnswer | 'missing'>;

export interface ApiPlan {
  routes: ApiRoutes;
  identity: Identity;
  clock: Clock;
}

/** These routes pass Astro by: it costs more than the rest of a save together (docs/decisions/0011). */
export function createApi({ routes, identity, clock }: ApiPlan): Api {
  return async (method, path, call) => {
    const name = `${method === 'HEAD' ? 'GET' : method} ${path}`;
    if (!Object.hasOwn(ACCESS, name)) return otherMethods(path) ?? 'missing';
    const who = ACCESS[name as RouteName];
    const session = identity.currentLearner(call, clock.now());
    if (who === 'learner' && !session) return { refusal: REFUSALS.unknown };
    try {
      return await routes[name as RouteName](call, session);
    } catch (error) {
      if (error instanceof StoreError) return troubled(error);
      throw error;
    }
  };
}

function otherMethods(path: string): ApiAnswer | undefined {
  const methods = Object.keys(ACCESS).flatMap((name) => {
    const [method = '', of] = name.split(' ');
    return of === path ? (method === 'GET' ? ['GET', 'HEAD'] : [method]) : [];
  });
  return methods.length ? { refusal: REFUSALS.method, headers: ['allow', methods.join(', ')] } : undefined;
}

function troubled({ trouble }: StoreError): ApiAnswer {
  if (trouble === 'full') return { refusal: REFUSALS.full };
  return { refusal: REFUSALS.unavailable, headers: ['retry-after', '5'] };
}
