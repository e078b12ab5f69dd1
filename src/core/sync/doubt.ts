import type { Fact } from '../model/fact.ts';
import type { SyncAnswer } from './sync-answer.ts';
import { type Heard, nextBatch, SERVER_LIMITS, type SyncState, type SyncStep } from './sync-plan.ts';

/** So often the server may fail over a batch before one of its facts is suspected: most faults are over at the next try. */
const FAULTS_BELIEVED = 2;

/** Bad ones side by side; beyond that whatever is sent is refused. */
const MOST_SUSPECTS = 4;

export interface DoubtedQueue {
  facts: Iterable<Fact>;
  /** Ids that need not be sent. */
  settled: ReadonlySet<string>;
  /** Tries that came to nothing since the last good one. */
  failures: number;
}

/**
 * A batch was refused as a whole, and not for a reason that passes: it may be one fact that some program on the way, or a fault
 * of the server, never lets through. It is looked for by halves. A fact that is refused alone is left out, and the next one
 * says which of the two it was: taken, and the first is set aside (`cleared`); refused too, a few times, and it is no single fact.
 * @param answer `outdated`, or a fault of the server.
 * @returns the next state, and whether to go on with it or to believe the answer.
 */
export function doubt(
  state: SyncState,
  step: SyncStep,
  answer: SyncAnswer,
  { facts, settled, failures }: DoubtedQueue,
): { state: SyncState; goesOn: boolean } {
  const isFirst = answer.status === 'later' && failures < FAULTS_BELIEVED;
  if (step.do !== 'send' || state.isSure || isFirst) return { state, goesOn: false };
  const [only] = step.facts;
  if (!only || step.facts.length > 1)
    return { state: { ...state, most: Math.ceil(step.facts.length / 2) }, goesOn: true };
  const suspects = [...(state.suspects ?? []), only.id];
  const others = nextBatch(facts, new Set([...settled, ...suspects]), SERVER_LIMITS);
  const goesOn = others.do === 'send' && suspects.length <= MOST_SUSPECTS;
  return { state: goesOn ? { ...state, most: 1, suspects } : believing(state), goesOn };
}

/** With suspects it was no single fact: nothing is doubted any more until the page is opened again. */
function believing({ suspects, ...state }: SyncState): SyncState {
  return suspects === undefined ? state : { ...state, most: SERVER_LIMITS.most, isSure: true };
}

/** A batch went through: if there are suspects, it was they. @param heard what its answer means. */
export function cleared(heard: Heard): Heard {
  const {
    state: { suspects, ...state },
    settled,
    refused,
  } = heard;
  if (!suspects) return heard;
  return {
    state: { ...state, most: SERVER_LIMITS.most },
    settled: [...settled, ...suspects],
    refused: [...refused, ...suspects.map((id) => ({ id, why: 'turned-back' as const }))],
  };
}
