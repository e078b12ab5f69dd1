/** A server in a few lines and devices that follow the plan, over a network that loses questions and answers. */
import type { Fact } from '#core/model/fact.ts';
import { isSameBody } from '#core/model/same-body.ts';
import { type HttpReply, readPage, readSaved } from '#core/sync/sync-answer.ts';
import { beginSync, giveUp, hear, nextStep, type SyncLimits, type SyncState } from '#core/sync/sync-plan.ts';

export const fact = (id: string, slips = 0): Fact => ({
  id,
  v: 1,
  at: 1_000,
  deviceId: 'device-1',
  language: 'zh',
  type: 'interaction.finished',
  lessonId: 'm2-fab-pitch',
  lessonRevision: 'r1',
  blockId: 'sort-1',
  slips,
});

export function smallServer(page = 3) {
  const kept = new Map<string, { seq: number; body: unknown }>();
  let seq = 0;
  return {
    kept,
    put(body: { id: string }): 'stored' | 'known' | 'conflict' {
      seq += 1;
      const present = kept.get(body.id);
      if (present) return isSameBody(present.body, body) ? 'known' : 'conflict';
      kept.set(body.id, { seq, body });
      return 'stored';
    },
    save(facts: readonly Fact[]): HttpReply {
      const before = seq;
      const refused = facts.flatMap((one, index) =>
        this.put(one) === 'conflict' ? [{ index, id: one.id, status: 409 }] : [],
      );
      return { status: 200, json: { refused, before, seq } };
    },
    pull(since: number): HttpReply {
      const rest = [...kept.values()].filter((row) => row.seq > since);
      const rows = rest.slice(0, page);
      const more = rest.length > page;
      const last = more ? (rows.at(-1)?.seq ?? since) : Math.max(since, seq);
      return { status: 200, json: { facts: rows.map(({ body }) => body), seq: last, more } };
    },
  };
}
export type SmallServer = ReturnType<typeof smallServer>;

/** `lost`: the question never came · `unheard`: it was done, and the answer was lost. */
export type Luck = 'heard' | 'lost' | 'unheard';

export class Device {
  readonly facts = new Map<string, Fact>();
  readonly refused = new Map<string, string>();
  settled = new Set<string>();
  state: SyncState = beginSync();
  readonly limits: SyncLimits;

  constructor(limits: SyncLimits = { most: 2, bytes: 10_000 }) {
    this.limits = limits;
  }

  add(one: Fact): void {
    if (!this.facts.has(one.id)) this.facts.set(one.id, one);
  }

  /** The page was closed and is opened again: what was written down is still there, or nothing is. */
  reopen(isForgotten: boolean): void {
    if (isForgotten) this.settled = new Set();
    this.state = beginSync(isForgotten ? undefined : this.state);
  }

  look(): void {
    this.state = { ...this.state, isPulled: false };
  }

  /** One step. @returns false when there was nothing to do. */
  step(server: SmallServer, luck: Luck = 'heard'): boolean {
    const step = nextStep(this.state, this.facts.values(), this.settled, this.limits);
    if (step.do === 'rest') return false;
    if (step.do === 'give-up') {
      this.#take(giveUp(this.state, step.fact));
      return true;
    }
    const reach = (ask: () => HttpReply) => {
      const reply = luck === 'lost' ? undefined : ask();
      return luck === 'heard' ? reply : undefined;
    };
    const answer =
      step.do === 'pull'
        ? readPage(reach(() => server.pull(step.since)))
        : readSaved(
            reach(() => server.save(step.facts)),
            step.facts,
          );
    if (answer.status === 'page') for (const one of answer.facts) this.add(one);
    this.#take(hear(this.state, step, answer));
    return true;
  }

  /** Until there is nothing to do; @throws when that does not come. */
  finish(server: SmallServer): void {
    for (let steps = 0; this.step(server); steps += 1) if (steps > 500) throw new Error('it never rests');
  }

  #take({ state, settled, refused, startsOver }: ReturnType<typeof hear>): void {
    this.state = state;
    if (startsOver) this.settled = new Set();
    for (const id of settled) this.settled.add(id);
    for (const { id, why } of refused) this.refused.set(id, why);
  }
}
