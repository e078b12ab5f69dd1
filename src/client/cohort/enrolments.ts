import { type Enrolment, type InvitationShown, TOLD_VERSION } from '#core/cohort/cohort.ts';
import { isEnrolment, readEnrolments, readInvitationShown } from '#core/cohort/cohort-answer.ts';
import type { HttpReply } from '#core/sync/sync-answer.ts';
import { syncsTo } from '../record/sync-mark.ts';
import { ask } from '../sync/sync-api.ts';
import { keepAssigned, readAssigned } from './assigned.ts';

export type JoinRefusal = 'offline' | 'busy' | 'wrong' | 'too-many' | 'full' | 'ended' | 'outdated';
export type Looked =
  | { status: 'found'; invitation: InvitationShown }
  | { status: 'refused'; reason: JoinRefusal };
export type Joined =
  | { status: 'joined' | 'known'; enrolment: Enrolment }
  | { status: 'refused'; reason: JoinRefusal };

const REASONS: Readonly<Record<number, JoinRefusal>> = {
  400: 'outdated',
  401: 'ended',
  404: 'wrong',
  409: 'full',
  410: 'ended',
  422: 'wrong',
  429: 'too-many',
};
const refused = (reply: HttpReply | undefined) =>
  ({ status: 'refused', reason: reply ? (REASONS[reply.status] ?? 'busy') : 'offline' }) as const;

/** What a code opens. @param code as typed. */
export async function lookInvitation(code: string): Promise<Looked> {
  // What cannot stand in an address is no code; the server's own reading of it decides the rest.
  const clean = code.normalize('NFKC').replace(/[^A-Za-z0-9]/g, '');
  if (!clean || clean.length > 40) return { status: 'refused', reason: 'wrong' };
  const reply = await ask('GET', `/api/invitations/${clean}`);
  const invitation = reply?.status === 200 ? readInvitationShown(reply.json) : undefined;
  if (!invitation) return refused(reply);
  // Another sentence than this page shows: nobody joins on that.
  return invitation.told === TOLD_VERSION
    ? { status: 'found', invitation }
    : { status: 'refused', reason: 'outdated' };
}

/** Join; syncing is on already. */
export async function enrol(code: string): Promise<Joined> {
  const reply = await ask('POST', '/api/enrolments', { code, told: TOLD_VERSION });
  if (!reply || reply.status > 201 || !isEnrolment(reply.json)) return refused(reply);
  const enrolment = reply.json;
  const others = readAssigned().filter(({ cohortId }) => cohortId !== enrolment.cohortId);
  keepAssigned(syncsTo() ?? '', [...others, enrolment]);
  return { status: reply.status === 201 ? 'joined' : 'known', enrolment };
}

/** Ask for the own places. @returns undefined without an answer; what was kept stands then. */
export async function askEnrolments(): Promise<readonly Enrolment[] | undefined> {
  const learnerId = syncsTo();
  if (!learnerId) return undefined;
  const reply = await ask('GET', '/api/enrolments');
  const enrolments = reply?.status === 200 ? readEnrolments(reply.json) : undefined;
  if (enrolments) keepAssigned(learnerId, enrolments);
  return enrolments;
}

/** @returns false when nothing has changed. */
export async function leaveCohort(cohortId: string): Promise<boolean> {
  const reply = await ask('DELETE', `/api/enrolments/${cohortId}`, {});
  // Not there means that it is done already.
  if (reply?.status !== 200 && reply?.status !== 404) return false;
  const rest = readAssigned().filter((one) => one.cohortId !== cohortId);
  keepAssigned(syncsTo() ?? '', rest);
  return true;
}
