import type { Reply } from './Said.tsx';

/** A talk of a few turns: replies cannot be taken back, only the whole talk begun anew. */
export interface Talk {
  startTrust: number;
  turns: readonly { id: string; line: string; replies: readonly Reply[] }[];
  /** What came of it, highest trust first. */
  close: readonly { minTrust: number; text: string }[];
}

export interface Talked {
  /** Reply ids, one for each turn so far. */
  chosen: readonly string[];
  /** Index of the turn on stage; one less than `chosen` has while her answer is being read. */
  on: number;
}

export const NOT_TALKED: Talked = { chosen: [], on: 0 };

/** Is this what was kept of a talk? */
export const isTalked = (value: unknown): value is Talked =>
  typeof value === 'object' && value !== null && Array.isArray((value as Talked).chosen) && 'on' in value;

/** @returns the replies given, in order. */
export const repliesOf = ({ turns }: Talk, { chosen }: Talked): readonly Reply[] =>
  chosen.flatMap((id, index) => turns[index]?.replies.find((reply) => reply.id === id) ?? []);

/** Trust after the replies given, 0 to 100. */
export const trustOf = (talk: Talk, talked: Talked): number =>
  repliesOf(talk, talked).reduce(
    (trust, reply) => Math.min(100, Math.max(0, trust + reply.trust)),
    talk.startTrust,
  );

/** @returns 0 unwilling, 1 reserved, 2 willing, 3 trusting: the steps at which a role-play's customer commits herself (35, 50, 65). */
export const trustStep = (trust: number): number => [35, 50, 65].filter((least) => trust >= least).length;

/** Turns in which another reply would have won more trust. */
export const talkSlips = (talk: Talk, talked: Talked): number =>
  repliesOf(talk, talked).filter((given, index) =>
    talk.turns[index]?.replies.some((reply) => reply.trust > given.trust),
  ).length;

/** What came of the talk once the last reply is given. */
export function closeOf(talk: Talk, talked: Talked): string | undefined {
  if (talked.chosen.length < talk.turns.length) return undefined;
  const trust = trustOf(talk, talked);
  return (talk.close.find((one) => trust >= one.minTrust) ?? talk.close.at(-1))?.text;
}
