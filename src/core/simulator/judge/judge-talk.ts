import { startOf } from '../course.ts';
import { onStage } from '../flow.ts';
import type { Judged } from '../judged.ts';
import type { Run, RunPlan, TalkState } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';
import { type BaitKind, baitAt, baited, canBait } from './baits.ts';
import { answerTo, statedNeedsOf } from './talk-reveals.ts';
import { type Verdict, verdictOn } from './talk-table.ts';

/** Levels 2 and 3, the learner leads: a move on a topic (simulators.md §1.8). */

export interface TalkMove {
  tag: MoveTag;
  topic: string;
  elements: readonly string[];
}

export interface TalkJudgement {
  judged: Judged;
  /** Whoever the move addresses is on stage. */
  run: Run;
  /** Where the conversation stands after the move. */
  talk: TalkState;
  /** Places of the reveal lines said in reply. */
  said: readonly number[];
  hesitates: boolean;
  bait?: { index: number; kind: BaitKind };
}

/** Patience it costs to turn to one of several persons twice running. */
const WAITING_COST = 2;

/** Judge one move. Persons without values of their own stand together; a second one with values ends the first talk. */
export function judgeTalk<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  before: Run,
  phase: TopicPhase<T>,
  move: TalkMove,
): TalkJudgement {
  const { tag, topic, elements } = move;
  const number = before.step + 1;
  const onTable = baitAt(phase, before, number);
  const { run, talk } = addressed(scenario, before, phase, topic);
  const by = phase.topics.find(({ id }) => id === topic)?.by;
  const isClosed = by !== undefined && talk.closed.includes(by);
  const answer = answerTo(phase, run, plan.level, tag, topic);
  const isAskedFor = onTable?.bait.good.includes(tag) ?? false;
  const at = { scenario, phase, run, talk, tag, topic, elements, number, answer, isAskedFor };
  let verdict: Verdict = isClosed ? { quality: 'weak' } : verdictOn(at);
  let bait: TalkJudgement['bait'];
  if (onTable && !isClosed && canBait(tag)) {
    const met = baited(verdict, onTable.bait, tag);
    verdict = met.verdict;
    bait = { index: onTable.index, kind: met.kind };
  }
  const isWaiting = scenario.simulator === 'roi-selling' && by !== undefined && by === talk.lastBy;
  const given = verdict.gives && verdict.quality !== 'error' ? answer.given : undefined;
  return {
    judged: judgedOf(phase, run, move, verdict, given?.line.opens, isWaiting ? WAITING_COST : 0),
    run,
    talk: talkAfter(phase, talk, move, verdict, given?.line, by),
    said: given ? [given.index] : [],
    hesitates: answer.hesitates,
    ...(bait && { bait }),
  };
}

/** The first move on a topic of another person with values of his own brings him on stage and closes the first one's. */
function addressed<T>(
  scenario: Scenario<T>,
  run: Run,
  phase: TopicPhase<T>,
  topic: string,
): { run: Run; talk: TalkState } {
  const talk = run.talk as TalkState;
  const by = phase.topics.find(({ id }) => id === topic)?.by;
  const first = run.person;
  if (!by || !first || by === first || talk.closed.includes(by) || !startOf(scenario, by))
    return { run, talk };
  return { run: onStage(scenario, run, by), talk: { ...talk, counts: {}, closed: [...talk.closed, first] } };
}

function judgedOf<T>(
  phase: TopicPhase<T>,
  run: Run,
  { tag, topic, elements }: TalkMove,
  { quality, takesUp = [], code, flags, commit, patienceCost = 0 }: Verdict,
  given: string | undefined,
  waiting: number,
): Judged {
  const confirmed = [...new Set(takesUp.flatMap((id) => statedNeedsOf(phase, run, id)))];
  const opens = [...confirmed.map((id) => `need.${id}:confirmed`), ...(given ? [given] : [])];
  const concern = phase.topics.find(({ id }) => id === topic)?.concern;
  const cost = patienceCost + waiting;
  return {
    tag,
    topic,
    quality,
    elements,
    ...(concern && { concern }),
    ...(opens.length > 0 && { opens }),
    ...(flags && { flags }),
    ...(code && { code }),
    ...(commit && { commit }),
    ...(cost > 0 && { patienceCost: cost }),
  };
}

/** Topics opened, things said and taken up, feelings, counts. */
function talkAfter<T>(
  phase: TopicPhase<T>,
  talk: TalkState,
  { tag, topic }: TalkMove,
  { takesUp = [], soothes }: Verdict,
  given: TopicPhase<T>['reveals'][number] | undefined,
  by: string | undefined,
): TalkState {
  const asks = tag === 'ask_open' || tag === 'ask_detail';
  const { lastBy: _, ...rest } = talk;
  return {
    ...rest,
    open: union(talk.open, [...(asks ? [topic] : []), ...(given?.unlocks ?? [])]),
    fresh: union(soothes ? talk.fresh : without(talk.fresh, takesUp), given ? [topic] : []),
    feelings: union(soothes ? without(talk.feelings, [topic]) : talk.feelings, feltIn(phase, given)),
    counts: counted(talk.counts, tag, topic),
    ...(by !== undefined && { lastBy: by }),
  };
}

function feltIn<T>({ feelings }: TopicPhase<T>, given: { feel?: string } | undefined): string[] {
  return given?.feel && feelings.includes(given.feel) ? [given.feel] : [];
}

function counted(counts: TalkState['counts'], tag: MoveTag, topic: string): TalkState['counts'] {
  const key = `${tag}/${topic}`;
  return { ...counts, [tag]: (counts[tag] ?? 0) + 1, [key]: (counts[key] ?? 0) + 1 };
}

function union(list: readonly string[], more: readonly string[]): readonly string[] {
  const fresh = more.filter((member) => !list.includes(member));
  return fresh.length === 0 ? list : [...new Set([...list, ...fresh])];
}

function without(list: readonly string[], gone: readonly string[]): readonly string[] {
  return gone.length === 0 ? list : list.filter((member) => !gone.includes(member));
}
