/** Facts for tests of the store. */
import type { FactOf } from '#core/model/fact.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { Session } from '#server/port/learner-store.ts';

/** @param slips tells two bodies under one id apart. */
export const finished = (id: string, slips = 0): FactOf<'interaction.finished'> => ({
  id,
  v: 1,
  at: 1_795_000_000_000,
  deviceId: 'device-1',
  language: 'zh',
  type: 'interaction.finished',
  lessonId: 'm2-fab-pitch',
  lessonRevision: 'a878',
  blockId: 'sort-1',
  slips,
});

/** Claims something, so that it is scored anew. */
export const completed = (id: string): FactOf<'lesson.completed'> => ({
  id,
  v: 1,
  at: 1_795_000_000_000,
  deviceId: 'device-1',
  language: 'zh',
  type: 'lesson.completed',
  lessonId: 'm2-fab-pitch',
  lessonRevision: 'a878',
  attemptId: 'a',
});

export const reflected = (id: string, text: string): FactOf<'reflection.saved'> => ({
  id,
  v: 1,
  at: 1_795_000_000_000,
  deviceId: 'device-1',
  language: 'zh',
  type: 'reflection.saved',
  lessonId: 'm1-six-beliefs',
  blockId: 'tomorrow',
  text,
});

/** Everything a device would get, page by page. */
export async function pullAll(
  facts: FactStore,
  session: Session,
  since = 0,
): Promise<{ bodies: string[]; seq: number }> {
  const bodies: string[] = [];
  let seq = since;
  for (;;) {
    const page = await facts.pull(session, seq);
    if (!page) throw new Error('the learner is gone');
    bodies.push(...page.bodies);
    seq = page.seq;
    if (!page.more) return { bodies, seq };
  }
}

/** The ids of what `pullAll` brought, sorted; an id twice stays twice. */
export const idsOf = (bodies: readonly string[]): string[] =>
  bodies.map((body) => JSON.parse(body).id).sort();
