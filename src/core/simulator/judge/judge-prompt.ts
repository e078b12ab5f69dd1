import { openSlip } from '../codes.ts';
import type { Judged } from '../judged.ts';
import { MOVES } from '../moves.ts';
import type { Run } from '../run.ts';
import type { Option, Scenario, Sheet, Turn } from '../scenario.ts';
import type { MoveTag, Quality } from '../scenario-move.ts';
import { trustOf } from '../values.ts';
import { effectsOf, lacks } from './judge-option.ts';

/** Levels 2 and 3, the customer leads: a move compared with the hidden options of the turn (simulators.md §1.8). */

export interface PromptMove {
  tag: MoveTag;
  /** Elements and flags that the learner's sentence contains. */
  elements: readonly string[];
}

export interface PromptJudgement {
  judged: Judged;
  /** A figure came without its source for the first time: the customer asks for it. */
  asksSource?: true;
}

/** Share of the expert sentence that makes a move expert. */
const WHOLE_ENOUGH = 0.6;

/** Flags that follow an element where the option has both. */
const FOLLOWING: Readonly<Record<string, string>> = {
  owner_said: 'owner',
  stop_rule: 'stop',
  criteria_said: 'metric',
};

export function judgePrompt<T>(
  scenario: Scenario<T>,
  run: Run,
  sheet: Sheet<T>,
  turn: Turn<T>,
  { tag, elements }: PromptMove,
): PromptJudgement {
  const expert = turn.options.find(({ quality }) => quality === 'expert');
  if (expert && (expert.tag === tag || expert.accepts?.includes(tag))) {
    return likeExpert(run, expert, tag, elements);
  }
  const matched = (quality: Quality) =>
    turn.options.find((one) => one.tag === tag && one.quality === quality);
  const ok = matched('ok');
  if (ok) return { judged: effectsOf(ok) };
  const topic = expert?.topic ?? '';
  const isRehearsal = sheet.id === 'rehearsal';
  if (tag === 'repair' && !isRehearsal && openSlip(run) !== undefined)
    return free(tag, topic, 'expert', elements);
  const { danger, code } = MOVES[tag];
  if (danger) {
    const { judged } = free(tag, topic, 'error', elements);
    return { judged: { ...judged, ...(code && { code }) } };
  }
  const bad = matched('weak') ?? matched('error');
  if (bad) return { judged: effectsOf(bad) };
  return elsewhere(scenario, run, sheet, turn, tag, topic, elements);
}

/** The expert's move, as whole as the learner's sentence is. */
function likeExpert<T>(run: Run, expert: Option<T>, tag: MoveTag, given: readonly string[]): PromptJudgement {
  const all = effectsOf(expert);
  const elements = all.elements.filter((element) => given.includes(element));
  const flags = (all.flags ?? []).filter((flag) => {
    const leader = FOLLOWING[flag];
    return given.includes(leader !== undefined && all.elements.includes(leader) ? leader : flag);
  });
  const whole = all.elements.length + (all.flags?.length ?? 0);
  const isWhole = elements.length + flags.length >= whole * WHOLE_ENOUGH - 1e-9;
  const hasSource = all.elements.includes('source') || all.flags?.includes('source_said');
  const isSourceless =
    tag === 'quantify' && hasSource && !given.includes('source') && !given.includes('source_said');
  const quality = isWhole && !isSourceless && !lacks(expert, run) ? 'expert' : 'ok';
  const { effects, flags: _, ...rest } = all;
  const judged: Judged = {
    ...rest,
    tag,
    elements,
    quality,
    ...(flags.length > 0 && { flags }),
    ...(effects && quality === 'expert' && { effects }),
  };
  if (!isSourceless) return { judged };
  return run.figureAsked
    ? { judged: { ...judged, quality: 'error', code: 'E4' } }
    : { judged, asksSource: true };
}

const RESTING: readonly MoveTag[] = ['acknowledge', 'reflect', 'paraphrase', 'summarise'];

/** A move that no option of the turn has. */
function elsewhere<T>(
  scenario: Scenario<T>,
  run: Run,
  sheet: Sheet<T>,
  turn: Turn<T>,
  tag: MoveTag,
  topic: string,
  elements: readonly string[],
): PromptJudgement {
  if (tag === 'propose_next') {
    const { judged } = free(tag, topic, turn === sheet.turns.at(-1) ? 'ok' : 'weak', elements);
    const step = scenario.simulator === 'roi-selling' ? 'pilot' : 'next_talk';
    return { judged: { ...judged, commit: trustOf(run.values) < 60 ? 'order' : step } };
  }
  const isFirst = RESTING.includes(tag) && !run.uses[tag];
  return free(tag, topic, isFirst ? 'ok' : 'weak', elements);
}

function free(
  tag: MoveTag,
  topic: string,
  quality: Quality,
  elements: readonly string[],
): { judged: Judged } {
  return { judged: { tag, topic, quality, elements } };
}
