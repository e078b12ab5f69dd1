/** Facts as devices make them, through the client's own sessions. */
import { openCheck } from '#client/check-session.ts';
import { openRecord } from '#client/record/record.ts';
import { openRun } from '#client/run-session.ts';
import type { Fact } from '#core/model/fact.ts';
import type { KeyedItem } from '#core/model/item.ts';
import type { CheckContent } from '#core/model/lesson.ts';
import { randomFrom, shuffle } from '#core/model/random.ts';
import type { Response } from '#core/model/response.ts';
import type { Language } from '#core/model/text.ts';
import { scoreItem } from '#core/quiz/item-types.ts';
import type { Act } from '#core/simulator/act.ts';
import { expertRun } from '#core/simulator/expert-run.ts';
import type { PublishedWritten } from '#core/simulator/figures/draw-scenario.ts';
import type { Level } from '#core/simulator/scenario.ts';
import { RUBRIC } from '#core/simulator/score/score-run.ts';
import type { RunContext } from '#core/simulator/simulator.events.ts';
import { fakeDevice } from '../../client/faulty-storage.ts';

export const T0 = 1_795_000_000_000;
const live = () => ({ state: 'live' as const, ready: Promise.resolve(), takeOver() {}, release() {} });

async function recordAt(now: () => number) {
  const device = fakeDevice();
  return openRecord({ now, open: device.open, texts: device.texts });
}

/** @param seed decides what is answered; `skill`: share of items answered right. @returns facts as they are sent. */
export async function factsOfCheck(
  check: CheckContent,
  { seed, skill, attempts = 1 }: { seed: string; skill: number; attempts?: number },
): Promise<Fact[]> {
  let clock = T0;
  const now = () => (clock += 1_000);
  const record = await recordAt(now);
  const session = openCheck({ check, language: 'zh', record: Promise.resolve(record), now, lease: live });
  await session.saved();
  const random = randomFrom(seed);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await session.again();
    for (let step = 0; step < 20; step += 1) {
      const quiz = session.getSnapshot().quiz;
      const entry = quiz?.context.entries[quiz.context.cursor];
      if (!entry || quiz?.status === 'done') break;
      const response = random() < skill ? rightFor(entry.item) : anyFor(entry.item, random);
      session.send({ type: 'quiz.respond', itemId: entry.item.id, response });
      session.send({ type: 'quiz.check' });
      session.send({ type: 'quiz.next' });
    }
  }
  await session.saved();
  const facts = asSent(record.facts());
  session.close();
  record.close();
  return facts;
}

/** @param choose the next act, asked until the run is over. */
export async function factsOfRun(
  scenario: PublishedWritten<string>,
  { level, seed, language = 'zh' }: { level: Level; seed: string; language?: Language },
  choose: (context: RunContext) => Act,
): Promise<Fact[]> {
  let clock = T0;
  const now = () => (clock += 1_000);
  const record = await recordAt(now);
  const session = openRun({ scenario, language, record: Promise.resolve(record), now, lease: live });
  await session.saved();
  session.start({ level, seed });
  session.send({ type: 'prep.choose', cards: [] });
  for (;;) {
    const run = session.getSnapshot().run;
    if (run?.value !== 'playing') break;
    const { acts } = run.context;
    const act: Act = acts.length > 150 ? { type: 'run.leave' } : choose(run.context);
    if (!session.send({ type: 'act.make', act }))
      session.send({ type: 'act.make', act: { type: 'run.leave' } });
  }
  session.send({ type: 'outcome.read' });
  const ratings = Object.fromEntries(RUBRIC[scenario.simulator].map(({ id }) => [id, 2]));
  session.send({ type: 'rating.give', ratings });
  await session.saved();
  const facts = asSent(record.facts());
  session.close();
  record.close();
  return facts;
}

/** Through JSON, as they go over the wire. */
const asSent = (facts: readonly Fact[]): Fact[] => JSON.parse(JSON.stringify(facts));

/** The acts of the expert, one after the other. */
export function asExpert(): (context: RunContext) => Act {
  let acts: Act[] | undefined;
  return ({ plan, acts: done }) => {
    acts ??= expertRun(plan.scenario, plan);
    return acts[done.length] ?? { type: 'run.leave' };
  };
}

/** A response that earns the whole point, from the item's key. */
export function rightFor(item: KeyedItem): Response {
  const response = keyOf(item);
  const scored = scoreItem(response, item);
  if (scored.status !== 'scored' || scored.earned !== 1)
    throw new Error(`${item.id}: ${JSON.stringify(response)} is not right`);
  return response;
}

/** Any response that can be scored, the right one among them. */
export function anyFor(item: KeyedItem, random: () => number): Response {
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const each = (list: readonly { id: string }[], other: readonly { id: string }[]) =>
    Object.fromEntries(list.map(({ id }) => [id, draw(other).id]));
  const some = (list: readonly { id: string }[], choose: number | undefined) =>
    shuffle(list, String(random()))
      .slice(0, choose ?? 1 + Math.floor(random() * list.length))
      .map(({ id }) => id);
  switch (item.type) {
    case 'S':
    case 'SCN':
      return { optionId: draw(item.options.map(({ id }) => id)) };
    case 'M':
      return { optionIds: some(item.options, item.choose) };
    case 'TF':
      return { truth: random() < 0.5, reasonId: draw(item.reasons).id };
    case 'CAT':
      return { bins: each(item.cards, item.bins) };
    case 'MAT':
      return { pairs: each(item.left, item.right) };
    case 'ORD': {
      const given = item.cards.filter(({ id }) => id === item.given);
      const free = item.cards.filter(({ id }) => id !== item.given);
      return { order: [...given, ...shuffle(free, String(random()))].map(({ id }) => id) };
    }
    case 'NUM':
      return { typed: String(draw([item.key, ...item.slips.map(({ value }) => value), 7])) };
    case 'TXT':
      return { text: draw(['嗯', item.elements[0]?.anyOf.zh?.[0] ?? 'x', '您应该', 'model']) };
    case 'HOT':
      return {
        optionIds: some(
          item.spots.filter(({ still }) => !still),
          item.choose,
        ),
      };
  }
}

function keyOf(item: KeyedItem): Response {
  const right = (list: readonly { id: string; correct?: boolean }[]) =>
    list.filter(({ correct }) => correct).map(({ id }) => id);
  switch (item.type) {
    case 'S':
      return { optionId: right(item.options)[0] ?? '' };
    case 'SCN':
      return { optionId: item.options.find(({ credit }) => credit === 1)?.id ?? '' };
    case 'M':
      return { optionIds: right(item.options) };
    case 'TF':
      return { truth: item.truth, reasonId: right(item.reasons)[0] ?? '' };
    case 'CAT':
      return { bins: Object.fromEntries(item.cards.map(({ id, bin }) => [id, bin])) };
    case 'ORD':
      return { order: item.cards.map(({ id }) => id) };
    case 'MAT':
      return { pairs: Object.fromEntries(item.left.map(({ id, match }) => [id, match])) };
    case 'NUM':
      return { typed: String(item.key) };
    case 'TXT':
      return { text: item.elements.map(({ anyOf }) => anyOf.zh?.[0] ?? '').join('，') };
    case 'HOT':
      return { optionIds: right(item.spots) };
  }
}
