import { hasConfirmedNeed, openSlip } from '../codes.ts';
import { MOVES } from '../moves.ts';
import { isAtLeast } from '../reveal.ts';
import type { Run, TalkState } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { CommitStep, ErrorCode, MoveTag, Quality } from '../scenario-move.ts';
import type { TopicPhase } from '../scenario-talk.ts';
import { trustOf } from '../values.ts';
import type { Answer } from './talk-reveals.ts';

/** The table of simulators.md §1.8: how good a move is where the learner leads. */

export interface Situation<T> {
  scenario: Scenario<T>;
  phase: TopicPhase<T>;
  /** Before the move; whoever it addresses is on stage already. */
  run: Run;
  talk: TalkState;
  tag: MoveTag;
  topic: string;
  elements: readonly string[];
  /** 1 = the first move of the phase. */
  number: number;
  answer: Answer<T>;
  /** The bait on the table asks for this tag. */
  isAskedFor: boolean;
}

/** What the table says of a move. */
export interface Verdict {
  quality: Quality;
  /** Is the customer's line said? */
  gives?: boolean;
  /** Topics taken up: their stated needs are confirmed, and they are fresh no more. */
  takesUp?: readonly string[];
  /** It is the topic's feeling that is taken up; what was said stays fresh. */
  soothes?: boolean;
  code?: ErrorCode;
  flags?: readonly string[];
  commit?: CommitStep;
  patienceCost?: number;
}

type Rule = <T>(at: Situation<T>) => Verdict;

const weak: Verdict = { quality: 'weak' };
const hasGiven = <T>({ answer }: Situation<T>) => answer.given !== undefined;
const isFirst = <T>({ talk, tag, topic }: Situation<T>) => !talk.counts[`${tag}/${topic}`];
const usesOf = <T>({ talk, tag }: Situation<T>) => talk.counts[tag] ?? 0;
const isStated = <T>({ run }: Situation<T>) =>
  Object.values(run.needs).some((step) => isAtLeast(step, 'stated'));

const reachesOut: Rule = (at) => {
  if (!isStated(at) || !isFirst(at)) {
    return at.tag === 'ask_consequence' ? { ...weak, patienceCost: 3 } : weak;
  }
  return { quality: 'expert', gives: true };
};

/** Asked for by the bait; `wait` may also let a line come by itself. */
const asked: Rule = (at) => {
  if (at.isAskedFor) return { quality: 'expert', gives: true };
  return at.tag === 'wait' && hasGiven(at) ? { quality: 'ok', gives: true } : weak;
};

const pitches: Rule = ({ scenario, run, tag }) => {
  const isConfirmed = hasConfirmedNeed(scenario, run);
  if (scenario.simulator === 'sales-doctor') {
    return { quality: isConfirmed ? 'weak' : 'error', code: 'E7' };
  }
  return { quality: tag === 'pitch_benefit' && isConfirmed ? 'ok' : 'weak' };
};

const RULES: Partial<Record<MoveTag, Rule>> = {
  greet_agenda: (at) => {
    if (usesOf(at) > 0) return weak;
    return { quality: at.number <= 2 ? 'expert' : at.number <= 4 ? 'ok' : 'weak' };
  },
  ask_open: (at) => {
    if (!isFirst(at)) return weak;
    return hasGiven(at) ? { quality: 'expert', gives: true } : { quality: 'ok' };
  },
  ask_detail: (at) => {
    if (hasGiven(at)) return { quality: at.talk.open.includes(at.topic) ? 'expert' : 'ok', gives: true };
    return isFirst(at) && !at.answer.hesitates ? { quality: 'ok' } : weak;
  },
  ask_closed: (at) => (hasGiven(at) || isFirst(at) ? { quality: 'ok', gives: true } : weak),
  ask_consequence: reachesOut,
  ask_payoff: reachesOut,
  data_request: (at) => {
    if (trustOf(at.run.values) < 40) return weak;
    if (hasGiven(at)) return { quality: at.elements.includes('purpose') ? 'expert' : 'ok', gives: true };
    return at.topic === at.phase.walk?.topic && isFirst(at) ? { quality: 'ok' } : weak;
  },
  observe: (at) => {
    const isOpenly = at.elements.includes('purpose') || at.elements.includes('consent');
    if (hasGiven(at)) return { quality: isOpenly ? 'expert' : 'ok', gives: true };
    return isFirst(at) && trustOf(at.run.values) >= 40 ? { quality: 'ok' } : weak;
  },
  paraphrase: (at) =>
    at.talk.fresh.includes(at.topic) ? { quality: 'expert', gives: true, takesUp: [at.topic] } : weak,
  reflect: (at) => {
    if (at.talk.feelings.includes(at.topic)) {
      return { quality: 'expert', gives: true, takesUp: [at.topic], soothes: true };
    }
    return usesOf(at) === 0 ? { quality: 'ok' } : weak;
  },
  summarise: (at) => {
    const fresh = at.phase.topics.map(({ id }) => id).filter((id) => at.talk.fresh.includes(id));
    const isOpen = Object.values(at.run.needs).includes('stated');
    if (fresh.length < 2 && !(fresh.length === 1 && isOpen)) return weak;
    return { quality: 'expert', takesUp: fresh.slice(0, 2) };
  },
  acknowledge: (at) => (usesOf(at) < 2 ? { quality: 'ok', gives: true } : weak),
  offer_choice: (at) =>
    isStated(at) && isFirst(at) && usesOf(at) < 2 ? { quality: 'expert', gives: true } : weak,
  disclose: (at) => (usesOf(at) === 0 ? { quality: 'expert', flags: ['own_interest'] } : weak),
  inform_brief: (at) => {
    if (at.isAskedFor) return { quality: 'expert' };
    return usesOf(at) === 0 ? { quality: 'ok' } : weak;
  },
  compare_fact: (at) => {
    if (hasGiven(at)) return { quality: 'expert', gives: true };
    return isFirst(at) ? { quality: 'ok' } : weak;
  },
  wait: asked,
  refuse_kindly: asked,
  propose_next: (at) => ({
    quality: isStated(at) ? 'expert' : 'ok',
    commit: at.scenario.simulator === 'sales-doctor' ? 'data' : 'next_talk',
  }),
  repair: (at) => {
    const isOwn = at.scenario.ownFault && usesOf(at) === 0;
    return openSlip(at.run) !== undefined || isOwn ? { quality: 'expert' } : weak;
  },
  quantify: (at) => (at.elements.includes('source') ? { quality: 'ok' } : { quality: 'error', code: 'E4' }),
  pitch_benefit: pitches,
  pitch_advantage: pitches,
  pitch_feature: pitches,
};

/** Judge a move by the table; baits come after. Tags without a line of their own are weak, dangers errors. */
export function verdictOn<T>(at: Situation<T>): Verdict {
  const { danger, code } = MOVES[at.tag];
  if (danger) return { quality: 'error', ...(code && { code }) };
  return RULES[at.tag]?.(at) ?? weak;
}
