/** Cohorts in a few lines of memory. */
import { reaches } from '#core/account/role.ts';
import {
  ASSIGNMENTS_AT_MOST,
  type Assignment,
  COHORTS_AT_MOST,
  type Enrolment,
  type Invitation,
  MEMBERS_AT_MOST,
} from '#core/cohort/cohort.ts';
import { SHARED_AT_MOST, SHARES_AT_MOST } from '#core/cohort/shares.ts';
import type { Fact } from '#core/model/fact.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import type { CohortStore, Leader } from '#server/port/cohort-store.ts';
import type { Learner, Session } from '#server/port/learner-store.ts';
import type { Foldable } from './memory-folds.ts';

interface KeptCohort {
  id: string;
  name: string;
  madeAt: number;
  invitation?: Invitation;
  facilitators: Set<string>;
  enrolled: Map<string, { joinedAt: number; told: number }>;
  assignments: Map<string, Assignment>;
  /** Learner → fact → when. */
  shares: Map<string, Map<string, number>>;
}

const PAGE = 100;

/** Newest first. */
const inTime = <T extends { factId: string; sharedAt: number }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => b.sharedAt - a.sharedAt || (a.factId < b.factId ? -1 : 1)).slice(0, SHARED_AT_MOST);

export interface MemoryLearners {
  of(session: Session): Learner | undefined;
  get(learnerId: string): (Foldable & { learner: Learner; bodies: string[] }) | undefined;
  /** Facts that are not private and count. */
  counted(learnerId: string): { seq: number; body: string }[];
  /** Did another body come under this id? */
  isContradicted(learnerId: string, factId: string): boolean;
}

export function memoryCohorts({ of, get, counted, isContradicted }: MemoryLearners): CohortStore & {
  forget(learnerId: string): void;
  move(from: string, into: string): void;
} {
  const all = new Map<string, KeptCohort>();
  const leads = ({ id, role }: Leader, cohort: KeptCohort) => role === 'admin' || cohort.facilitators.has(id);
  const led = (leader: Leader, cohortId: string) => {
    const cohort = all.get(cohortId);
    return cohort && leads(leader, cohort) ? cohort : undefined;
  };
  const head = ({ id, name, madeAt, enrolled }: KeptCohort) => ({ id, name, madeAt, members: enrolled.size });
  const setAt = (a: Assignment, b: Assignment) => a.setAt - b.setAt || (a.id < b.id ? -1 : 1);
  const assignmentsOf = ({ assignments }: KeptCohort) => [...assignments.values()].sort(setAt);
  const facilitatorsOf = ({ facilitators }: KeptCohort) =>
    [...facilitators].sort().flatMap((learnerId) => {
      const nickname = get(learnerId)?.learner.nickname;
      return nickname === undefined ? [] : [{ learnerId, nickname }];
    });
  const takeOut = ({ enrolled, shares }: KeptCohort, learnerId: string) => {
    shares.delete(learnerId);
    return enrolled.delete(learnerId);
  };
  const factOf = (learnerId: string, factId: string) =>
    (get(learnerId)?.bodies ?? [])
      .map((body): Fact => JSON.parse(body))
      .find((fact) => fact.id === factId && isPrivateFact(fact));
  /** The learner's own shares with a cohort, or why there are none. */
  const sharesIn = (session: Session, cohortId: string) => {
    if (!of(session)) return 'unknown-learner';
    const cohort = all.get(cohortId);
    if (!cohort?.enrolled.has(session.learnerId)) return 'not-enrolled';
    const own = cohort.shares.get(session.learnerId) ?? new Map<string, number>();
    cohort.shares.set(session.learnerId, own);
    return own;
  };
  const openedBy = (code: string, at: number) =>
    [...all.values()].find(({ invitation }) => invitation?.code === code && invitation.expiresAt > at);
  const enrolmentIn = (cohort: KeptCohort, learnerId: string): Enrolment[] => {
    const place = cohort.enrolled.get(learnerId);
    if (!place) return [];
    const facilitators = facilitatorsOf(cohort).map(({ nickname }) => nickname);
    return [
      { cohortId: cohort.id, name: cohort.name, facilitators, ...place, assignments: assignmentsOf(cohort) },
    ];
  };
  const enrolmentsOf = (learnerId: string) =>
    [...all.values()]
      .flatMap((cohort) => enrolmentIn(cohort, learnerId))
      .sort((a, b) => a.joinedAt - b.joinedAt || (a.cohortId < b.cohortId ? -1 : 1));
  return {
    forget(learnerId) {
      for (const cohort of all.values()) {
        cohort.facilitators.delete(learnerId);
        takeOut(cohort, learnerId);
      }
    },
    move(from, into) {
      for (const { facilitators, enrolled, shares } of all.values()) {
        const place = enrolled.get(from);
        if (place && !enrolled.has(into)) enrolled.set(into, place);
        if (facilitators.has(from)) facilitators.add(into);
        facilitators.delete(from);
        enrolled.delete(from);
        const shared = [...(shares.get(from) ?? [])].filter(([factId]) => !isContradicted(into, factId));
        shares.set(into, new Map([...shared, ...(shares.get(into) ?? [])]));
        shares.delete(from);
      }
    },
    async make(leader, { id, name, at, invitation }) {
      if (
        [...all.values()].filter(({ facilitators }) => facilitators.has(leader.id)).length >= COHORTS_AT_MOST
      )
        return false;
      const facilitators = new Set([leader.id]);
      all.set(id, {
        id,
        name,
        madeAt: at,
        invitation,
        facilitators,
        enrolled: new Map(),
        assignments: new Map(),
        shares: new Map(),
      });
      return true;
    },
    list: async (leader) =>
      [...all.values()]
        .filter((cohort) => leads(leader, cohort))
        .sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1))
        .map(head),
    async find(leader, cohortId) {
      const cohort = led(leader, cohortId);
      if (!cohort) return undefined;
      const { invitation } = cohort;
      const facilitators = facilitatorsOf(cohort);
      return {
        ...head(cohort),
        ...(invitation && { invitation }),
        facilitators,
        assignments: assignmentsOf(cohort),
      };
    },
    async rename(leader, cohortId, name) {
      const cohort = led(leader, cohortId);
      if (cohort) cohort.name = name;
      return cohort !== undefined;
    },
    remove: async (leader, cohortId) => led(leader, cohortId) !== undefined && all.delete(cohortId),
    async invite(leader, cohortId, invitation) {
      const cohort = led(leader, cohortId);
      if (!cohort) return false;
      delete cohort.invitation;
      if (invitation) cohort.invitation = invitation;
      return true;
    },
    async addFacilitator(leader, cohortId, learnerId) {
      const cohort = led(leader, cohortId);
      if (!cohort) return 'missing';
      const other = get(learnerId)?.learner;
      if (!other || !reaches(other.role, 'facilitator')) return 'unknown';
      cohort.facilitators.add(learnerId);
      return 'done';
    },
    hasMember: async (leader, cohortId, learnerId) => led(leader, cohortId)?.enrolled.has(learnerId) ?? false,
    async removeMember(leader, cohortId, learnerId) {
      const cohort = led(leader, cohortId);
      return cohort !== undefined && takeOut(cohort, learnerId);
    },
    async assign(leader, cohortId, assignment) {
      const cohort = led(leader, cohortId);
      if (!cohort) return 'missing';
      const { kind, activityId, dueAt } = assignment;
      const same = [...cohort.assignments.values()].find(
        (one) => one.kind === kind && one.activityId === activityId,
      );
      if (!same && cohort.assignments.size >= ASSIGNMENTS_AT_MOST) return 'full';
      const { dueAt: _, ...kept } = same ?? assignment;
      cohort.assignments.set(kept.id, { ...kept, ...(dueAt !== undefined && { dueAt }) });
      return 'done';
    },
    unassign: async (leader, cohortId, assignmentId) =>
      led(leader, cohortId)?.assignments.delete(assignmentId) ?? false,
    async members(leader, cohortId) {
      const cohort = led(leader, cohortId);
      return (
        cohort &&
        [...cohort.enrolled]
          .sort(([a, { joinedAt: first }], [b, { joinedAt: second }]) => first - second || (a < b ? -1 : 1))
          .map(([learnerId, { joinedAt }]) => {
            const { learner, seq, checked, recounts } = get(learnerId) ?? {};
            const mark = [seq, checked, recounts].join();
            return { learnerId, nickname: learner?.nickname ?? '', joinedAt, mark };
          })
      );
    },
    async sharedFacts(leader, cohortId, learnerId, { since, until }) {
      if (!led(leader, cohortId)?.enrolled.has(learnerId)) return undefined;
      const rows = counted(learnerId).filter(({ seq }) => seq > since && seq <= until);
      const page = rows.slice(0, PAGE);
      const next = rows.length > PAGE ? page.at(-1)?.seq : undefined;
      return { bodies: page.map(({ body }) => body), ...(next !== undefined && { next }) };
    },
    async invitation(code, at) {
      const cohort = openedBy(code, at);
      if (!cohort) return undefined;
      const facilitators = facilitatorsOf(cohort).map(({ nickname }) => nickname);
      return { name: cohort.name, facilitators, expiresAt: cohort.invitation?.expiresAt ?? at };
    },
    async enrol(session, { code, at, told }) {
      if (!of(session)) return { status: 'unknown-learner' };
      const { learnerId } = session;
      const cohort = openedBy(code, at);
      if (!cohort) return { status: 'wrong' };
      const known = cohort.enrolled.get(learnerId);
      const isFull =
        cohort.enrolled.size >= MEMBERS_AT_MOST || enrolmentsOf(learnerId).length >= COHORTS_AT_MOST;
      if (!known && isFull) return { status: 'full' };
      cohort.enrolled.set(learnerId, { joinedAt: known?.joinedAt ?? at, told });
      const [enrolment] = enrolmentIn(cohort, learnerId);
      return enrolment ? { status: known ? 'known' : 'joined', enrolment } : { status: 'wrong' };
    },
    enrolments: async (session) => (of(session) ? enrolmentsOf(session.learnerId) : undefined),
    async leave(session, cohortId) {
      const cohort = of(session) && all.get(cohortId);
      return cohort !== undefined && takeOut(cohort, session.learnerId);
    },
    async share(session, { cohortId, factId, at }) {
      const own = sharesIn(session, cohortId);
      if (typeof own === 'string') return own;
      if (!factOf(session.learnerId, factId)) return 'no-fact';
      if (!own.has(factId) && own.size >= SHARES_AT_MOST) return 'full';
      own.set(factId, own.get(factId) ?? at);
      return 'done';
    },
    async endShare(session, { cohortId, factId }) {
      const own = sharesIn(session, cohortId);
      if (typeof own === 'string') return own;
      own.delete(factId);
      return 'done';
    },
    async shares(session, cohortId) {
      const own = sharesIn(session, cohortId);
      return typeof own === 'string'
        ? own
        : inTime([...own].map(([factId, sharedAt]) => ({ factId, sharedAt })));
    },
    async sharedPrivate(leader, cohortId) {
      const cohort = led(leader, cohortId);
      const all = [...(cohort?.shares ?? [])].flatMap(([learnerId, own]) =>
        [...own].flatMap(([factId, sharedAt]) => {
          const fact = factOf(learnerId, factId);
          const nickname = get(learnerId)?.learner.nickname ?? '';
          return fact ? [{ learnerId, nickname, sharedAt, fact, factId }] : [];
        }),
      );
      return cohort && inTime(all).map(({ factId: _, ...one }) => one);
    },
  };
}
