import { MOVES } from '../moves.ts';
import type { LogEntry, Run, RunPlan } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';
import { isOpenBefore } from './come-to-light.ts';
import { interruptAnswered } from './turns.ts';

/**
 * Why a move of the learner's own choice did what it did: `opened` it brought something · `danger` a move that is always an
 * error · `pitch` praise too early · `bait` the line thrown in was not met · `trust` only trust was missing · `repeated` the
 * same again · `early` something had to come first · `nothing` there was nothing to be had that way.
 */
export type FreeReason = 'opened' | 'danger' | 'pitch' | 'bait' | 'trust' | 'repeated' | 'early' | 'nothing';

export interface FreeMove<T> {
  reason: FreeReason;
  instead?: { tag: MoveTag; topic?: string };
  note?: T;
}

/** A move where the learner led, or an answer to an interruption. */
export function freeMove<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, entry: LogEntry): FreeMove<T> {
  const reason = reasonOf(scenario, run, entry);
  const interrupt = interruptAnswered(scenario, plan, run, entry);
  if (interrupt) {
    const tag = interrupt.good[0];
    return { reason, note: interrupt.note, ...(tag && { instead: { tag } }) };
  }
  const instead = entry.move?.quality === 'expert' ? undefined : insteadOf(scenario, run, entry);
  return { reason, ...(instead && { instead }) };
}

function reasonOf<T>({ topicPhase }: Scenario<T>, run: Run, entry: LogEntry): FreeReason {
  const { move, bait, opened, hesitates, codes } = entry;
  if (!move) return 'nothing';
  if (codes.includes('E7')) return 'pitch';
  if (MOVES[move.tag].danger || codes.length > 0) return 'danger';
  if (bait && bait.kind !== 'good' && move.quality !== 'expert') return 'bait';
  if (opened.length > 0 || move.quality === 'expert') return 'opened';
  if (hesitates) return 'trust';
  const isRepeated = run.log
    .slice(0, entry.index)
    .some(
      (one) => one.stageId === entry.stageId && one.move?.tag === move.tag && one.move.topic === move.topic,
    );
  if (isRepeated) return 'repeated';
  const waits = topicPhase?.reveals.some(
    ({ topic, tags, after, opens }) =>
      topic === move.topic &&
      tags.includes(move.tag) &&
      after !== undefined &&
      !isOpenBefore(run, entry.index, opens),
  );
  return waits ? 'early' : 'nothing';
}

/** What the bait asked for; else the first of the expert's moves whose topic still had something to tell at that moment. */
function insteadOf<T>({ topicPhase }: Scenario<T>, run: Run, entry: LogEntry): FreeMove<T>['instead'] {
  const { bait, move } = entry;
  if (!topicPhase || !move) return undefined;
  const asked = bait && bait.kind !== 'good' ? (topicPhase.baits[bait.index]?.good ?? []) : [];
  const answer = topicPhase.expert.find(([tag]) => asked.includes(tag));
  if (answer) return { tag: answer[0], topic: answer[1] };
  if (asked[0]) return { tag: asked[0], topic: move.topic };
  const found = topicPhase.expert.find(([tag, topic]) => canOpen(topicPhase, run, entry, tag, topic));
  return found && { tag: found[0], topic: found[1] };
}

function canOpen<T>(
  { reveals }: TopicPhase<T>,
  run: Run,
  { index }: LogEntry,
  tag: MoveTag,
  topic: string,
): boolean {
  return reveals.some(
    (line) =>
      line.topic === topic &&
      line.tags.includes(tag) &&
      !isOpenBefore(run, index, line.opens) &&
      (line.after ?? []).every((name) =>
        isOpenBefore(run, index, name.startsWith('need.') ? `${name}:stated` : name),
      ),
  );
}
