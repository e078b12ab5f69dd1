import { parseFact } from '../model/fact.guard.ts';
import type { Fact, FactOf } from '../model/fact.ts';
import { isPrivateFact, type PrivateType } from '../model/private-fact.ts';
import { isListOf, isName, isRecord, isString, isTime } from '../model/shape.ts';

/** What a learner lets one cohort read although it is private, as it travels. Times are epoch ms, UTC. */
export interface Share {
  factId: string;
  sharedAt: number;
}

export type PrivateFact = FactOf<PrivateType>;

/** A shared note or version of a worksheet, as those who lead the cohort see it. */
export interface SharedThing {
  learnerId: string;
  nickname: string;
  sharedAt: number;
  fact: PrivateFact;
}

/**
 * So many private things one learner may share with one cohort at a time: a note for each lesson and the worksheets beside,
 * and too few for one learner to crowd the others out of `SHARED_AT_MOST`.
 */
export const SHARES_AT_MOST = 50;

/** So many of a cohort are told, the newest. */
export const SHARED_AT_MOST = 200;

const isShare = (value: unknown): value is Share =>
  isRecord(value) && isName(value.factId) && isTime(value.sharedAt);

/** An answer of the API, narrowed. @returns undefined when it is not of its shape. */
export const readShares = (json: unknown): Share[] | undefined =>
  isRecord(json) && isListOf(json.shares, isShare) ? json.shares : undefined;

/** The same; facts of a shape that this release does not know are left out. */
export function readSharedThings(json: unknown): SharedThing[] | undefined {
  if (!isRecord(json) || !Array.isArray(json.shared)) return undefined;
  return json.shared.flatMap((value: unknown): SharedThing[] => {
    if (!isRecord(value) || !isName(value.learnerId) || !isString(value.nickname)) return [];
    const { learnerId, nickname, sharedAt } = value;
    const fact = privateOf(parseFact(value.fact));
    return fact && isTime(sharedAt) ? [{ learnerId, nickname, sharedAt, fact }] : [];
  });
}

/** @returns the fact when it is private. */
export const privateOf = (fact: Fact | undefined): PrivateFact | undefined =>
  fact && isPrivateFact(fact) ? (fact as PrivateFact) : undefined;
