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
 * says which of the two it was: taken, and the first is sent once more (`cleared`) and, refused again, set aside; refused too, a
 * few times, and it is no single fact.
 * @param answer `outdated`, or a fault of the server.
 * @returns what it means, and whether to go on with it or to believe the answer.
 */
export function doubt(
  state: SyncState,
  step: SyncStep,
  answer: SyncAnswer,
  { facts, settled, failures }: DoubtedQueue,
): Heard & { goesOn: boolean } {
  const nothing = { settled: [], refused: [] };
  const [only] = step.do === 'send' ? step.facts : [];
  if (step.do === 'send' && step.facts.length === 1 && only && state.again?.includes(only.id)) {
    const refused = [{ id: only.id, why: 'turned-back' as const }];
    return { state: withoutTried(state, [only.id]), settled: [only.id], refused, goesOn: true };
  }
  const isFirst = answer.status === 'later' && failures < FAULTS_BELIEVED;
  if (step.do !== 'send' || state.isSure || isFirst) return { state, ...nothing, goesOn: false };
  if (!only || step.facts.length > 1)
    return { state: { ...state, most: Math.ceil(step.facts.length / 2) }, ...nothing, goesOn: true };
  const suspects = [...(state.suspects ?? []), only.id];
  const others = nextBatch(facts, new Set([...settled, ...suspects]), SERVER_LIMITS);
  const goesOn = others.do === 'send' && suspects.length <= MOST_SUSPECTS;
  return { state: goesOn ? { ...state, most: 1, suspects } : believing(state), ...nothing, goesOn };
}

/** With suspects it was no single fact: nothing is doubted any more until the page is opened again. */
function believing({ suspects, ...state }: SyncState): SyncState {
  return suspects === undefined ? state : { ...state, most: SERVER_LIMITS.most, isSure: true };
}

/** A batch went through: if there are suspects, it was they, or a fault that has passed. @param heard what its answer means. */
export function cleared(heard: Heard): Heard {
  const { suspects, ...state } = heard.state;
  if (!suspects) return { ...heard, state: withoutTried(state, heard.settled) };
  return { ...heard, state: { ...state, again: [...(state.again ?? []), ...suspects] } };
}

/** Of these it is known now: whoever else was to be tried again is left. */
function withoutTried(state: SyncState, ids: readonly string[]): SyncState {
  if (!state.again) return state;
  const { again, ...rest } = state;
  const left = again.filter((id) => !ids.includes(id));
  return left.length > 0 ? { ...rest, again: left } : { ...rest, most: SERVER_LIMITS.most };
}
