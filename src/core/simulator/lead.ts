import type { ActOf } from './act.ts';
import { walkOf } from './course.ts';
import { leaveTalk } from './flow.ts';
import {
  contradictionAt,
  hearContradiction,
  meetContradiction,
  raiseContradiction,
} from './judge/contradiction.ts';
import { judgeTalk, type TalkJudgement } from './judge/judge-talk.ts';
import { LEVELS } from './level.ts';
import { isAccepted } from './moves.ts';
import { kept, recordMove } from './record-move.ts';
import type { LogEntry, Run, RunPlan } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { TopicPhase } from './scenario-talk.ts';
import { trustOf } from './values.ts';

/** A move where the learner leads: judge it, let it act, and see whether a walk begins or the talk is over. */
export function lead<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  before: Run,
  phase: TopicPhase<T>,
  act: ActOf<'move.make'>,
): Run {
  const { tag, topic = '', elements } = act;
  const heard = hearContradiction(scenario, plan, before);
  const talked = judgeTalk(scenario, plan, heard, phase, { tag, topic, elements });
  const onTable = contradictionAt(scenario, plan, heard);
  const open = { ...talked.run, talk: talked.talk };
  const met = meetContradiction(onTable, open, talked.judged, onTable?.topic === topic);
  const place = { stageId: phase.id, turnId: String(before.step + 1) };
  const moved = recordMove(scenario, plan, met.run, act, kept(met.judged, act), place, extraOf(talked));
  if (moved.ended) return moved;
  const raised = talked.said.length > 0 ? raiseContradiction(scenario, plan, moved, topic) : moved;
  const next = { ...raised, step: raised.step + 1 };
  const last = moved.log.at(-1) as LogEntry;
  if (startsWalk(plan, phase, before, last)) return openWalk(scenario, next);
  return isTalkOver(phase, next, last) ? leaveTalk(scenario, plan, next, phase) : next;
}

function extraOf({ said, hesitates, bait }: TalkJudgement): Partial<LogEntry> {
  return { said, ...(hesitates && { hesitates }), ...(bait && { bait }) };
}

/** An agreed next step, or no move left. */
function isTalkOver<T>({ maxTurns }: TopicPhase<T>, run: Run, last: LogEntry): boolean {
  return run.step >= maxTurns || (last.move?.tag === 'propose_next' && last.commit?.accepted === true);
}

function startsWalk<T>({ level }: RunPlan, { walk }: TopicPhase<T>, before: Run, last: LogEntry): boolean {
  const { move } = last;
  return (
    walk !== undefined &&
    before.talk?.walked === false &&
    move !== undefined &&
    walk.tags.includes(move.tag) &&
    walk.topic === move.topic &&
    isAccepted(move.quality) &&
    trustOf(last.values) >= walk.minTrust + LEVELS[level].shift
  );
}

/** The learner is let in: whatever a spot needs beforehand has been granted with it. */
function openWalk<T>(scenario: Scenario<T>, run: Run): Run {
  const walk = walkOf(scenario);
  if (!walk || !run.talk) return run;
  const granted = walk.spots.flatMap(({ needs }) => (needs ? [needs] : []));
  const flags = [...new Set([...run.flags, ...granted])];
  return { ...run, flags, talk: { ...run.talk, walked: true }, aside: 'walk' };
}
