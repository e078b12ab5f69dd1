import type { Fact } from '#core/model/fact.ts';
import type { Clock } from '#server/port/clock.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { factsBodySchema } from './facts-body.schema.ts';
import { readFact } from './read-fact.ts';
import type { Sentence } from './sentence.ts';
import { wrongShape } from './wrong-shape.ts';

/** One fact of a batch that was not taken. Final for this fact: sending it again changes nothing. */
export interface RefusedFact extends Sentence {
  /** Its place in the batch, from 0. */
  index: number;
  id?: string;
  /** 400: no fact of a shape this release knows · 409: another body lies under its id. */
  status: 400 | 409;
}

export type SaveOutcome =
  | { status: 'malformed'; problem: Sentence }
  | { status: 'unknown-learner' }
  | {
      status: 'saved';
      stored: number;
      known: number;
      refused: readonly RefusedFact[];
      /** Cursor of the learner's facts before and after; absent when none of the batch could be taken. */
      before?: number;
      seq?: number;
    };

export interface SaveFactsPlan {
  facts: FactStore;
  clock: Clock;
}

/**
 * Save a batch of a learner's facts: each is taken, known already, or refused by itself.
 * @returns a function of the session and the parsed body. It throws what `FactStore.append` throws; then nothing may be
 *          counted as saved, and the same batch may be sent again.
 */
export function createSaveFacts({ facts: store, clock }: SaveFactsPlan) {
  return async (session: Session, body: unknown): Promise<SaveOutcome> => {
    const parsed = factsBodySchema.safeParse(body);
    if (!parsed.success) return { status: 'malformed', problem: wrongShape(factsBodySchema, body, 'body') };
    const { facts, places, refused } = sort(parsed.data.facts);
    if (facts.length === 0) return { status: 'saved', stored: 0, known: 0, refused };
    const done = await store.append({ session, receivedAt: clock.now(), facts });
    if (done.status !== 'appended') return done;
    const { stored, known, conflicts, before, seq } = done;
    for (const place of conflicts)
      refused.push({ index: places[place] ?? 0, id: facts[place]?.id ?? '', status: 409, ...CONFLICT });
    return { status: 'saved', stored, known, refused, before, seq };
  };
}

const CONFLICT: Sentence = {
  zh: '这个编号下已有另一份内容。先到的那份保留，这一份另外存着备查，不再重发。',
  en: 'Another body lies under this id. The first one stands; this one is kept aside and need not be sent again.',
};

function sort(values: readonly unknown[]) {
  const facts: Fact[] = [];
  const places: number[] = [];
  const refused: RefusedFact[] = [];
  for (const [index, value] of values.entries()) {
    const read = readFact(value, `facts[${index}]`);
    if (read.status === 'read') {
      facts.push(read.fact);
      places.push(index);
    } else
      refused.push({ index, ...(read.id !== undefined && { id: read.id }), status: 400, ...read.problem });
  }
  return { facts, places, refused };
}
