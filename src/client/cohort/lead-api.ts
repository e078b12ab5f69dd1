import type { AssignmentKind, Cohort, CohortHead } from '#core/cohort/cohort.ts';
import { readCohort, readCohortHeads } from '#core/cohort/cohort-answer.ts';
import type { Report } from '#core/cohort/report.ts';
import { readReport } from '#core/cohort/report-answer.ts';
import { readSharedThings, type SharedThing } from '#core/cohort/shares.ts';
import { isRecord, isString } from '#core/model/shape.ts';
import type { HttpReply } from '#core/sync/sync-answer.ts';
import { ask, learnerIn, type SyncLearner } from '../sync/sync-api.ts';

/** signed-out · forbidden: no role for it · the others say why an act was not done. */
export type LeadRefusal =
  | 'offline'
  | 'busy'
  | 'signed-out'
  | 'forbidden'
  | 'missing'
  | 'bad'
  | 'full'
  | 'unknown'
  | 'too-many'
  | 'unclaimed'
  | 'role';
export type Led<T> = { status: 'done'; value: T } | { status: 'refused'; reason: LeadRefusal };

const REASONS: Readonly<Record<number, LeadRefusal>> = {
  400: 'bad',
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  409: 'full',
  410: 'signed-out',
  422: 'unknown',
  429: 'too-many',
};

function led<T>(reply: HttpReply | undefined, read: (json: unknown) => T | undefined): Led<T> {
  const value = reply && reply.status < 300 ? read(reply.json) : undefined;
  if (value !== undefined) return { status: 'done', value };
  return { status: 'refused', reason: reply ? (REASONS[reply.status] ?? 'busy') : 'offline' };
}

const at = (cohortId: string, rest = '') => `/api/cohorts/${cohortId}${rest}`;

/** Who is signed in on this device. */
export const askViewer = async (): Promise<SyncLearner | undefined> =>
  learnerIn(await ask('GET', '/api/learner'));

export const askCohorts = async (): Promise<Led<CohortHead[]>> =>
  led(await ask('GET', '/api/cohorts'), readCohortHeads);

export const makeCohort = async (name: string): Promise<Led<Cohort>> =>
  led(await ask('POST', '/api/cohorts', { name }), readCohort);

export const askCohort = async (cohortId: string): Promise<Led<Cohort>> =>
  led(await ask('GET', at(cohortId)), readCohort);

export const askReport = async (cohortId: string): Promise<Led<Report>> =>
  led(await ask('GET', at(cohortId, '/report')), readReport);

/** Notes and worksheets that members let those who lead the cohort read. */
export const askShared = async (cohortId: string): Promise<Led<SharedThing[]>> =>
  led(await ask('GET', at(cohortId, '/shared')), readSharedThings);

/** Give a member a new recovery code. @returns it; told this once. */
export async function resetCode(cohortId: string, learnerId: string): Promise<Led<string>> {
  const reply = await ask('POST', at(cohortId, `/members/${learnerId}/recovery-code`), {});
  if (reply?.status === 409) return { status: 'refused', reason: 'unclaimed' };
  if (reply?.status === 403) return { status: 'refused', reason: 'role' };
  return led(reply, (json) =>
    isRecord(json) && isString(json.recoveryCode) ? json.recoveryCode : undefined,
  );
}

/** What can be done to a cohort; each answers with the cohort as it is then. */
export type CohortAct =
  | { do: 'rename'; name: string }
  | { do: 'invite'; days: number; isNew: boolean }
  /** Username or number, as typed. */
  | { do: 'add-facilitator'; who: string }
  | { do: 'remove-member'; learnerId: string }
  | { do: 'assign'; kind: AssignmentKind; activityId: string; dueAt?: number }
  | { do: 'unassign'; assignmentId: string }
  | { do: 'remove' };

export async function actOn(cohortId: string, act: CohortAct): Promise<Led<Cohort>> {
  return led(await send(cohortId, act), readCohort);
}

function send(cohortId: string, act: CohortAct): Promise<HttpReply | undefined> {
  const { do: what, ...body } = act;
  switch (what) {
    case 'rename':
      return ask('POST', at(cohortId), body);
    case 'invite':
      return ask('POST', at(cohortId, '/invitation'), body);
    case 'add-facilitator':
      return ask('POST', at(cohortId, '/facilitators'), body);
    case 'assign':
      return ask('POST', at(cohortId, '/assignments'), body);
    case 'remove-member':
      return ask('DELETE', at(cohortId, `/members/${(body as { learnerId: string }).learnerId}`), {});
    case 'unassign':
      return ask(
        'DELETE',
        at(cohortId, `/assignments/${(body as { assignmentId: string }).assignmentId}`),
        {},
      );
    case 'remove':
      return ask('DELETE', at(cohortId), {});
  }
}
