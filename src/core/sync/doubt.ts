import type { Fact } from '../model/fact.ts';
import type { SyncAnswer } from './sync-answer.ts';
import { nextBatch, SERVER_LIMITS, type SyncState, type SyncStep } from './sync-plan.ts';

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
 * says which of the two it was: taken, and the first is set aside (`hear`); refused too, a few times, and it is no single fact.
 * @returns what to go on with; undefined when the answer is to be believed.
 */
export function doubt(
  state: SyncState,
  step: SyncStep,
  answer: SyncAnswer,
  { facts, settled, failures }: DoubtedQueue,
): SyncState | undefined {
  if (step.do !== 'send' || state.isSure || !isOdd(answer, failures)) return undefined;
  const [only] = step.facts;
  if (!only || step.facts.length > 1) return { ...state, most: Math.ceil(step.facts.length / 2) };
  const suspects = [...(state.suspects ?? []), only.id];
  const others = nextBatch(facts, new Set([...settled, ...suspects]), SERVER_LIMITS);
  return others.do === 'send' && suspects.length <= MOST_SUSPECTS
    ? { ...state, most: 1, suspects }
    : undefined;
}

/** With suspects it was no single fact: nothing is doubted any more until the page is opened again. */
export function believe({ suspects, ...state }: SyncState): SyncState {
  return suspects === undefined ? state : { ...state, most: SERVER_LIMITS.most, isSure: true };
}

const isOdd = (answer: SyncAnswer, failures: number): boolean =>
  (answer.status === 'ended' && answer.why === 'outdated') ||
  (answer.status === 'later' && answer.isFault === true && failures >= FAULTS_BELIEVED);
