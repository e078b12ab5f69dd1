import type { Act, ActOf } from './act.ts';
import { goBack, goOn, leaveTalk, stationOf, turnOf } from './flow.ts';
import { forkOf } from './forks.ts';
import { judgeInterrupt } from './judge/judge-interrupt.ts';
import { judgeOption } from './judge/judge-option.ts';
import { judgePrompt } from './judge/judge-prompt.ts';
import { judgeTalk } from './judge/judge-talk.ts';
import type { Judged } from './judged.ts';
import { LEVELS } from './level.ts';
import { entryOf, moveOf, type Place, record } from './log-entry.ts';
import { isAccepted } from './moves.ts';
import type { LogEntry, Run, RunPlan } from './run.ts';
import type { Scenario, Sheet, TopicPhase, Turn } from './scenario.ts';
import { applyMove } from './step.ts';
import { trustOf } from './values.ts';

/** Playing a move: judge it, let it act, write it down, go on. */

/** Level 1. */
export function chooseOption<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  act: ActOf<'option.choose'>,
): Run {
  const turn = turnOf(scenario, plan, run) as Turn<T>;
  const judged = judgeOption(plan, run, turn, act.option);
  const next = move(scenario, plan, run, act, judged, placeOf(scenario, plan, run, turn));
  return next.ended ? next : goOn(scenario, plan, next);
}

/** Levels 2 and 3: an interruption, a line of the customer, or a topic of the learner's choice. */
export function makeMove<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, act: ActOf<'move.make'>): Run {
  if (run.aside === 'interrupt') return answerInterrupt(scenario, plan, run, act);
  const station = stationOf(scenario, plan, run);
  const turn = turnOf(scenario, plan, run);
  if (station?.kind === 'talk') return lead(scenario, plan, run, station.phase, act);
  if (station?.kind === 'sheet' && turn) return reply(scenario, plan, run, station.sheet, turn, act);
  throw new RangeError(`a move is not what ${station?.id ?? 'the end'} asks for; ask promptOf`);
}

function reply<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  sheet: Sheet<T>,
  turn: Turn<T>,
  act: ActOf<'move.make'>,
): Run {
  const { judged, asksSource } = judgePrompt(scenario, run, sheet, turn, act);
  const asked = asksSource ? { ...run, figureAsked: true } : run;
  const next = move(scenario, plan, asked, act, kept(judged, act), placeOf(scenario, plan, run, turn));
  return next.ended ? next : goOn(scenario, plan, next);
}

function lead<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  before: Run,
  phase: TopicPhase<T>,
  act: ActOf<'move.make'>,
): Run {
  const { tag, topic = '', elements } = act;
  const { judged, run, talk, said, hesitates, bait } = judgeTalk(scenario, plan, before, phase, {
    tag,
    topic,
    elements,
  });
  const place = { stageId: phase.id, turnId: String(before.step + 1) };
  const extra = { said, ...(hesitates && { hesitates }), ...(bait && { bait }) };
  const moved = move(scenario, plan, { ...run, talk }, act, kept(judged, act), place, extra);
  if (moved.ended) return moved;
  const next = { ...moved, step: moved.step + 1 };
  const last = moved.log.at(-1) as LogEntry;
  if (startsWalk(plan, phase, before, last)) return openWalk(scenario, next);
  return isTalkOver(phase, next, last) ? leaveTalk(scenario, plan, next, phase) : next;
}

/** Is the conversation at its end: an agreed next step, or no move left? */
export function isTalkOver<T>({ maxTurns }: TopicPhase<T>, run: Run, last: LogEntry): boolean {
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
  const walk = scenario.stages.find((stage) => stage.kind === 'walk');
  if (walk?.kind !== 'walk' || !run.talk) return run;
  const granted = walk.spots.flatMap(({ needs }) => (needs ? [needs] : []));
  const flags = [...new Set([...run.flags, ...granted])];
  return { ...run, flags, talk: { ...run.talk, walked: true }, aside: 'walk' };
}

function answerInterrupt<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, act: ActOf<'move.make'>): Run {
  const { judged, bait } = judgeInterrupt(scenario, act);
  const stageId = stationOf(scenario, plan, run)?.id ?? '';
  const place = { stageId, turnId: 'interrupt' };
  const next = move(scenario, plan, run, act, kept(judged, act), place, { bait });
  return next.ended ? next : goBack(scenario, plan, next);
}

/** A tag kept against what was heard is at most ok (level 3). */
function kept(judged: Judged, { kept }: ActOf<'move.make'>): Judged {
  return kept && judged.quality === 'expert' ? { ...judged, quality: 'ok' } : judged;
}

function placeOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, turn: Turn<T>): Place {
  const stageId = stationOf(scenario, plan, run)?.id ?? '';
  return { stageId, turnId: turn.id, forked: forkOf(turn, plan) !== undefined };
}

function move<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  act: Act,
  judged: Judged,
  place: Place,
  extra: Partial<LogEntry> = {},
): Run {
  const entry = entryOf(run, act, place);
  const { run: moved, ...outcome } = applyMove(scenario, plan, run, judged, place.stageId === 'rehearsal');
  const flags = judged.flags ?? [];
  return record(moved, { ...entry, ...extra, ...outcome, move: moveOf(judged), flags });
}
