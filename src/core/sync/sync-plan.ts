import type { Fact } from '../model/fact.ts';
import { jsonBytes } from './json-bytes.ts';
import type { FactRefusal, SyncAnswer } from './sync-answer.ts';

/** How far one device is with one learner's copy on a server. Losing it costs time, never a fact: all is asked and sent again. */
export interface SyncState {
  /** Everything the server numbered up to here is on this device. */
  cursor: number;
  /** Ask from here when the page is next opened: what came after it held facts this release could not read. */
  gapAt?: number | undefined;
  /** Has everything been asked for since there was last a reason to ask? */
  isPulled: boolean;
  /** Facts in one batch; fewer after the server found one too large. */
  most: number;
  /** Facts that were refused alone, left out until another one tells whether it was they. */
  suspects?: readonly string[];
  /** Suspects after which another one went through: each is sent alone once more, for the fault may have passed between the two. */
  again?: readonly string[];
  /** It was not: what is refused as a whole is believed. */
  isSure?: true;
}

/** What the server takes at once: `most` facts, `bytes` of body. */
export interface SyncLimits {
  most: number;
  bytes: number;
}

/** As `POST /api/facts` has them: 500 facts in 256 KiB, with room for the frame around them. */
export const SERVER_LIMITS: SyncLimits = { most: 500, bytes: 250_000 };
/** Browsers let a page that goes leave 64 KiB behind. */
export const FAREWELL_LIMITS: SyncLimits = { most: 500, bytes: 60_000 };

export type SyncStep =
  /** Ask for what other devices sent. */
  | { do: 'pull'; since: number }
  | { do: 'send'; facts: readonly Fact[] }
  /** One fact is larger than the server takes: keep it here, tell the learner, go on. */
  | { do: 'give-up'; fact: Fact }
  | { do: 'rest' };

/** What an answer means: the next state, and what is to be written down. */
export interface Heard {
  state: SyncState;
  /** Ids that need not be sent any more: the server has them, or will never take them. */
  settled: readonly string[];
  refused: readonly FactRefusal[];
  /** The server was set back, as by a backup: forget what counted as settled and send everything again. */
  startsOver?: true;
}

/** @param former what was written down at the last visit; absent at the first. */
export const beginSync = (former?: Pick<SyncState, 'cursor' | 'gapAt'>): SyncState => ({
  cursor: former?.gapAt ?? former?.cursor ?? 0,
  isPulled: false,
  most: SERVER_LIMITS.most,
});

/**
 * What to do next: first ask, so that what others sent is not sent back, then send what is not settled.
 * @param settled ids of facts that the server has or will never take.
 */
export function nextStep(
  state: SyncState,
  facts: Iterable<Fact>,
  settled: ReadonlySet<string>,
  limits: SyncLimits = SERVER_LIMITS,
): SyncStep {
  if (!state.isPulled) return { do: 'pull', since: state.cursor };
  const known = new Set([...settled, ...(state.suspects ?? [])]);
  return nextBatch(facts, known, { ...limits, most: Math.min(limits.most, state.most) });
}

/** The first facts that fit into one request. */
export function nextBatch(
  facts: Iterable<Fact>,
  settled: ReadonlySet<string>,
  limits: SyncLimits,
): Exclude<SyncStep, { do: 'pull' }> {
  const batch: Fact[] = [];
  let bytes = 0;
  for (const fact of facts) {
    if (settled.has(fact.id)) continue;
    bytes += jsonBytes(fact) + 1;
    if (bytes > limits.bytes && batch.length === 0) return { do: 'give-up', fact };
    if (bytes > limits.bytes || batch.length === limits.most) break;
    batch.push(fact);
  }
  return batch.length ? { do: 'send', facts: batch } : { do: 'rest' };
}

/** What the answer to a step means. Answers that say nothing of facts (`later`, `ended`) leave everything as it is. */
export function hear(state: SyncState, step: SyncStep, answer: SyncAnswer): Heard {
  if (step.do === 'pull' && answer.status === 'page') return heardPage(state, step.since, answer);
  if (step.do === 'send' && answer.status === 'saved') return heardSaved(state, step.facts, answer);
  if (step.do === 'send' && answer.status === 'too-large') return heardTooLarge(state, step.facts);
  return { state, settled: [], refused: [] };
}

function heardPage(
  state: SyncState,
  since: number,
  { facts, unreadable, seq, more }: Extract<SyncAnswer, { status: 'page' }>,
): Heard {
  const gapAt = state.gapAt ?? (unreadable > 0 ? since : undefined);
  return {
    // More to come without getting on would be asked for for ever.
    state: { ...state, gapAt, cursor: seq, isPulled: !more || seq <= since },
    settled: facts.map(({ id }) => id),
    refused: [],
  };
}

function heardSaved(
  state: SyncState,
  sent: readonly Fact[],
  { refused, before, seq }: Extract<SyncAnswer, { status: 'saved' }>,
): Heard {
  // Numbers only grow: who counts below what it once said has lost what came after.
  if (before !== undefined && before < state.cursor)
    return { state: beginSync(), settled: [], refused: [], startsOver: true };
  // Nobody else sent anything between the last page and this batch: the cursor may go on past it. Else ask again.
  const isAlone = before === state.cursor;
  const next =
    before === undefined || seq === undefined || !isAlone
      ? { ...state, isPulled: state.isPulled && before === undefined }
      : { ...state, cursor: seq };
  return { state: next, settled: sent.map(({ id }) => id), refused };
}

function heardTooLarge(state: SyncState, sent: readonly Fact[]): Heard {
  const [only] = sent;
  if (!only || sent.length > 1)
    return { state: { ...state, most: Math.ceil(sent.length / 2) }, settled: [], refused: [] };
  return giveUp(state, only);
}

/** A fact that the server will never take, for its size. */
export const giveUp = (state: SyncState, { id }: Fact): Heard => ({
  state,
  settled: [id],
  refused: [{ id, why: 'too-large' }],
});
