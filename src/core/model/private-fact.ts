import type { Fact, FactType } from './fact.ts';

/** Facts that belong to their owner alone: what a learner wrote down for themselves. */
export type PrivateType = 'reflection.saved' | 'worksheet.saved';

const PRIVATE: ReadonlySet<FactType> = new Set<PrivateType>(['reflection.saved', 'worksheet.saved']);

/** May nobody but the owner read this fact (no cohort, no admin, no statement), unless the owner shares that one? */
export const isPrivateFact = <T extends Pick<Fact, 'type'>>(fact: T): fact is T & { type: PrivateType } =>
  PRIVATE.has(fact.type);
