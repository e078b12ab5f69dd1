import { randomUUID } from 'node:crypto';
import { NICKNAME_LIMIT, readNickname } from '#core/text/nickname.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Learner, LearnerStore, Session } from '#server/port/learner-store.ts';
import { learnerBodySchema } from './learner-body.schema.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

export type StartOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'started'; learner: Learner; session: Session };

export interface StartLearnerPlan {
  learners: LearnerStore;
  clock: Clock;
}

/** Begin to know somebody on the server: by a nickname, nothing else. @returns a function of the parsed body. */
export function createStartLearner({ learners, clock }: StartLearnerPlan) {
  return async (body: unknown): Promise<StartOutcome> => {
    const parsed = learnerBodySchema.safeParse(body);
    if (!parsed.success) return { status: 'malformed', problem: wrongShape(learnerBodySchema, body, 'body') };
    const read = readNickname(parsed.data.nickname);
    if (read.status === 'refused') return { status: 'malformed', problem: REFUSED[read.reason] };
    const begun = { id: randomUUID(), nickname: read.nickname, createdAt: clock.now() };
    const session = await learners.add(begun);
    return { status: 'started', learner: { ...begun, role: 'learner', isClaimed: false }, session };
  };
}

const REFUSED: Record<'empty' | 'too-long', Sentence> = {
  empty: { zh: '请写一个称呼。', en: 'Please give a nickname.' },
  'too-long': {
    zh: `称呼太长，最多${NICKNAME_LIMIT}个字。`,
    en: `The nickname is too long: ${NICKNAME_LIMIT} characters at most.`,
  },
};
