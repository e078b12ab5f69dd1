import type { Branch } from '#core/simulator/debrief/branches.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import type { PastRun } from '../past-runs.ts';

/** A tree of more lines than this cannot be read. */
const MOST = 7;

/**
 * The tries that are drawn: those at this level, this one among them even before the record has it; of many the first, the
 * best, what this one branches from, and the latest.
 */
export function triesOf(props: DebriefViewProps): PastRun[] {
  const { past, plan, attemptId, branchOf } = props;
  const own = past.filter(({ level }) => level === plan.level);
  const all = own.some((run) => run.attemptId === attemptId) ? own : [...own, thisRun(props)];
  if (all.length <= MOST) return all;
  const top = Math.max(...all.map(({ score }) => score));
  const kept = new Set([
    all.find((run) => !run.branchOf),
    all.find(({ score }) => score === top),
    all.find((run) => run.attemptId === branchOf?.attemptId),
    all.find((run) => run.attemptId === attemptId),
  ]);
  for (const run of all.toReversed()) if (kept.size < MOST) kept.add(run);
  return all.filter((run) => kept.has(run));
}

function thisRun({
  past,
  plan,
  attemptId,
  branchOf,
  acts,
  score,
  passed,
  ending,
  ...rest
}: DebriefViewProps): PastRun {
  return {
    ...{ attemptId, acts, passed, ending },
    at: (past.at(-1)?.at ?? 0) + 1,
    level: plan.level,
    seed: plan.seed,
    score: score.score,
    selfRating: rest.selfRating ?? {},
    prep: rest.prep,
    ...(branchOf && { branchOf }),
    replayable: true,
  };
}

/** What a try is called. */
export function nameOfTry(
  branch: Branch,
  branches: readonly Branch[],
  strings: DebriefViewProps['strings'],
): string {
  if (branch.branchOf) return fill(strings.tryBranch, { n: branch.branchOf.acts + 1 });
  const whole = branches.filter(({ branchOf }) => !branchOf);
  return branch.isFirst ? strings.tryFirst : fill(strings.tryWhole, { k: whole.indexOf(branch) + 1 });
}
