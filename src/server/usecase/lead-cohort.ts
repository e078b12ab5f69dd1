import { randomUUID } from 'node:crypto';
import { readUsername } from '#core/account/username.ts';
import { type Cohort, INVITATION_DAYS } from '#core/cohort/cohort.ts';
import type { Outline } from '#core/cohort/standing.ts';
import { NICKNAME_LIMIT, readCohortName } from '#core/text/nickname.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { AuditEntry, AuditLog } from '#server/port/audit-log.ts';
import type { Clock } from '#server/port/clock.ts';
import type { CohortStore, Leader } from '#server/port/cohort-store.ts';
import type { TransferCodes } from '#server/port/transfer-code-store.ts';
import {
  assignmentBodySchema,
  cohortNameBodySchema,
  facilitatorBodySchema,
  invitationBodySchema,
} from './cohort-body.schema.ts';
import type { GuessLimit } from './guess-limit.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

/** missing: no such cohort, or not theirs · absent: the cohort has no such thing · unknown: nobody who may lead · full. */
export type LeadOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'too-many'; waitMs: number }
  | { status: 'missing' | 'absent' | 'unknown' | 'full' }
  | { status: 'done'; cohort: Cohort };

export interface LeadCohortPlan {
  cohorts: CohortStore;
  accounts: Pick<AccountStore, 'findTrainer'>;
  /** Names and numbers of other trainers that were tried. */
  trainerGuesses: GuessLimit;
  audit: AuditLog;
  codes: Pick<TransferCodes, 'make'>;
  clock: Clock;
  /** What can be set. */
  outline: Outline;
}

const DAY_MS = 86_400_000;

/**
 * What somebody does who leads a cohort. Each act is entered in the audit log before it is done: one that cannot be entered
 * is not done. All functions throw what the stores throw.
 */
export function createLeadCohort(plan: LeadCohortPlan) {
  const { cohorts, accounts, trainerGuesses, audit, codes, clock, outline } = plan;
  const book = (leader: Leader, act: string, subjectId: string, detail: AuditEntry['detail'] = {}) =>
    audit.add({ id: randomUUID(), at: clock.now(), actorId: leader.id, act, subjectId, detail });

  const seen = async (leader: Leader, cohortId: string): Promise<LeadOutcome> => {
    const cohort = await cohorts.find(leader, cohortId);
    return cohort ? { status: 'done', cohort } : { status: 'missing' };
  };

  /** Look whether it is theirs, enter the act, do it, show the cohort as it is then. */
  async function act(
    leader: Leader,
    cohortId: string,
    entry: { act: string; detail?: AuditEntry['detail'] },
    work: (cohort: Cohort) => Promise<boolean | 'done' | 'missing' | 'full' | 'unknown'>,
  ): Promise<LeadOutcome> {
    const found = await cohorts.find(leader, cohortId);
    if (!found) return { status: 'missing' };
    await book(leader, entry.act, cohortId, entry.detail);
    const done = await work(found);
    if (done === true || done === 'done') return seen(leader, cohortId);
    return { status: done === false ? 'absent' : done };
  }

  const freshInvitation = (days: number, code = codes.make()) => ({
    code,
    expiresAt: clock.now() + days * DAY_MS,
  });

  return {
    find: seen,

    async make(leader: Leader, body: unknown): Promise<LeadOutcome> {
      const name = readName(body);
      if (name.status !== 'read') return name;
      const id = randomUUID();
      await book(leader, 'cohort.made', id);
      const invitation = freshInvitation(INVITATION_DAYS);
      const isMade = await cohorts.make(leader, { id, name: name.name, at: clock.now(), invitation });
      return isMade ? seen(leader, id) : { status: 'full' };
    },

    async rename(leader: Leader, cohortId: string, body: unknown): Promise<LeadOutcome> {
      const name = readName(body);
      if (name.status !== 'read') return name;
      return act(leader, cohortId, { act: 'cohort.renamed' }, () =>
        cohorts.rename(leader, cohortId, name.name),
      );
    },

    async remove(leader: Leader, cohortId: string): Promise<LeadOutcome> {
      const found = await cohorts.find(leader, cohortId);
      if (!found) return { status: 'missing' };
      await book(leader, 'cohort.removed', cohortId, { members: found.members });
      return (await cohorts.remove(leader, cohortId))
        ? { status: 'done', cohort: found }
        : { status: 'missing' };
    },

    async invite(leader: Leader, cohortId: string, body: unknown): Promise<LeadOutcome> {
      const parsed = invitationBodySchema.safeParse(body);
      if (!parsed.success) return malformed(invitationBodySchema, body);
      const { days, isNew } = parsed.data;
      const entry = { act: days ? 'invitation.set' : 'invitation.closed', detail: { days, isNew } };
      return act(leader, cohortId, entry, ({ invitation }) => {
        const kept = isNew ? undefined : invitation?.code;
        return cohorts.invite(leader, cohortId, days ? freshInvitation(days, kept) : undefined);
      });
    },

    /** By username or number. Nothing of what was tried in vain is entered: it may be anything, a password too. */
    async addFacilitator(
      leader: Leader,
      cohortId: string,
      body: unknown,
      address: string | undefined,
    ): Promise<LeadOutcome> {
      const parsed = facilitatorBodySchema.safeParse(body);
      if (!parsed.success) return malformed(facilitatorBodySchema, body);
      if (!(await cohorts.find(leader, cohortId))) return { status: 'missing' };
      const who = parsed.data.who.trim();
      const name = readUsername(who);
      const username = name.status === 'read' ? name.key : undefined;
      const look = () => accounts.findTrainer({ id: who, username });
      const guess = { account: leader.id, address };
      const tried = await trainerGuesses.attempt(guess, look, (found) => found === undefined);
      if (tried.status === 'too-many') return tried;
      const learnerId = tried.found;
      if (learnerId === undefined) return { status: 'unknown' };
      return act(leader, cohortId, { act: 'facilitator.added', detail: { learnerId } }, () =>
        cohorts.addFacilitator(leader, cohortId, learnerId),
      );
    },

    removeMember: (leader: Leader, cohortId: string, learnerId: string) =>
      act(leader, cohortId, { act: 'member.removed', detail: { learnerId } }, () =>
        cohorts.removeMember(leader, cohortId, learnerId),
      ),

    async assign(leader: Leader, cohortId: string, body: unknown): Promise<LeadOutcome> {
      const parsed = assignmentBodySchema.safeParse(body);
      if (!parsed.success) return malformed(assignmentBodySchema, body);
      const { dueAt, ...what } = parsed.data;
      const there = what.kind === 'scenario' ? outline.scenarios : outline.lessons;
      if (!there.some(({ id }) => id === what.activityId))
        return { status: 'malformed', problem: noActivity(what) };
      return act(leader, cohortId, { act: 'assignment.set', detail: what }, () =>
        cohorts.assign(leader, cohortId, {
          ...what,
          id: randomUUID(),
          setAt: clock.now(),
          ...(dueAt !== undefined && { dueAt }),
        }),
      );
    },

    unassign: (leader: Leader, cohortId: string, assignmentId: string) =>
      act(leader, cohortId, { act: 'assignment.removed' }, () =>
        cohorts.unassign(leader, cohortId, assignmentId),
      ),
  };
}

const malformed = (schema: Parameters<typeof wrongShape>[0], body: unknown): LeadOutcome => ({
  status: 'malformed',
  problem: wrongShape(schema, body, 'body'),
});

/** A cohort's name is made safe to show as a nickname is. */
function readName(
  body: unknown,
): { status: 'read'; name: string } | { status: 'malformed'; problem: Sentence } {
  const parsed = cohortNameBodySchema.safeParse(body);
  if (!parsed.success)
    return { status: 'malformed', problem: wrongShape(cohortNameBodySchema, body, 'body') };
  const read = readCohortName(parsed.data.name);
  if (read.status === 'read') return { status: 'read', name: read.nickname };
  return { status: 'malformed', problem: BAD_NAME };
}

const BAD_NAME: Sentence = {
  zh: `请给班级写一个名字，最多${NICKNAME_LIMIT}个字。`,
  en: `Give the class a name of ${NICKNAME_LIMIT} characters at most.`,
};

const noActivity = ({ kind, activityId }: { kind: string; activityId: string }): Sentence => ({
  zh: `课程里没有编号为${JSON.stringify(activityId)}的${kind === 'scenario' ? '模拟练习' : '课'}。请刷新页面，从列表里选。`,
  en: `The course has no ${kind === 'scenario' ? 'role-play' : 'lesson'} ${JSON.stringify(activityId)}. Reload the page and choose from the list.`,
});
