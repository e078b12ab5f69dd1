import type { Fact, FactType } from './fact.ts';

/** Facts that belong to their owner alone: what a learner wrote down for themselves. */
const PRIVATE: ReadonlySet<FactType> = new Set<FactType>(['reflection.saved', 'worksheet.saved']);

/** May nobody but the owner read this fact (no cohort, no admin, no statement), unless the owner shares that one? */
export const isPrivateFact = ({ type }: Pick<Fact, 'type'>): boolean => PRIVATE.has(type);
