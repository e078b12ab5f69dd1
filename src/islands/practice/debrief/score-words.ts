import { dialogueShare } from '#core/simulator/score/caps.ts';
import { PASS_SCORE } from '#core/simulator/score/score-run.ts';
import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { capital } from './wording.ts';

/** What is said beside a score. */

type Props = Pick<DebriefViewProps, 'passed' | 'score' | 'plan' | 'branchOf' | 'run' | 'strings'>;

const MINUTE = 60_000;

/** Passed or not and why, and what was agreed. */
export function verdictOn(props: Props): string {
  const { passed, comma, semicolon } = props.strings;
  const came = outcome(props);
  return props.passed ? `${passed}${comma}${came}` : `${capital(came)}${semicolon}${passText(props)}`;
}

/** Why it is no pass. */
function passText({ score, plan, branchOf, strings }: Props): string {
  if (score.score < PASS_SCORE) return fill(strings.short, { n: points(PASS_SCORE - score.score) });
  if (branchOf) return strings.overBranch;
  if (plan.level === 1) return strings.overGuided;
  return plan.level === 3 ? strings.overExpert : strings.overCode;
}

function outcome({ run, strings }: Props): string {
  if (run.ended) return strings.ended[run.ended];
  return run.flags.includes('rational_no') ? strings.honestNo : strings.ladder[run.ladder];
}

/** Which try it was, how long it took. */
export function scoreDetails({
  past,
  plan,
  attemptId,
  branchOf,
  acts,
  score,
  strings,
}: DebriefViewProps): string[] {
  const own = past.filter(({ level }) => level === plan.level);
  const first = own.find((run) => !run.branchOf) ?? own[0];
  const best = Math.max(score.score, ...own.map((run) => run.score));
  const isFirst = !branchOf && (!first || first.attemptId === attemptId);
  const lastMs = acts.at(-1)?.atMs;
  return [
    strings.passLine,
    ...(branchOf ? [fill(strings.fromRound, { n: branchOf.acts + 1 })] : []),
    isFirst ? strings.isFirst : fill(strings.firstScore, { n: points(first?.score ?? score.score) }),
    ...(isFirst && own.length < 2
      ? []
      : [best === score.score ? strings.isBest : fill(strings.bestScore, { n: points(best) })]),
    fill(strings.rounds, { n: acts.length }),
    ...(lastMs === undefined ? [] : [fill(strings.minutes, { n: Math.max(1, Math.round(lastMs / MINUTE)) })]),
  ];
}

/** Why a cap holds. */
export function capText(
  { run, score, strings }: DebriefViewProps,
  { reason, cap }: { reason: string; cap: number },
) {
  const text = strings.caps[reason as keyof DebriefViewProps['strings']['caps']] ?? reason;
  const same = score.codes.filter(({ code }) => code === reason);
  const isRepaired = same.length === 1 && same[0]?.repaired === true;
  const share = Math.round(dialogueShare(run) * 100);
  return fill(text, { cap, share }) + (isRepaired ? strings.repaired : '');
}
