import { hasReached } from '../commit.ts';
import type { Run } from '../run.ts';
import type { DeskResult } from '../task/task-result.ts';
import {
  acceptedOf,
  elementsIn,
  hasCode,
  hasTag,
  hasUnrepaired,
  isQuestion,
  levelOfMissing,
  taskResult,
} from './evidence.ts';

/** ROI selling: levels 0–4 by criterion (simulators.md, appendix B, SIM-3). */

export function scoreRoi(run: Run): Record<string, number> {
  const desk = taskResult(run, 'desk');
  const said = (flag: string, level: number) => (run.flags.includes(flag) ? level : Math.min(2, level));
  return {
    problem: said('problem_said', desk ? problemLevel(desk) : 0),
    baseline: said('source_said', desk ? shareLevel(desk.tagShare) : 0),
    arith: desk ? arithmeticLevel(desk) : 0,
    range: said('range_said', desk ? rangeLevel(desk) : 0),
    honest: honestLevel(run),
    meeting: meetingLevel(run),
    exec: executionLevel(run),
    decision: decisionLevel(run),
  };
}

function problemLevel({ problem, alternativeRejected }: DeskResult): number {
  if (problem === 'main') return alternativeRejected ? 4 : 3;
  return { secondary: 2, symptom: 1, none: 0 }[problem];
}

function shareLevel(share: number): number {
  if (share <= 0) return 0;
  return 1 + [0.4, 0.6, 0.8].filter((least) => share >= least - 1e-9).length;
}

function arithmeticLevel({ slips, salesAsProfit }: DeskResult): number {
  if (salesAsProfit) return slips <= 2 ? 1 : 0;
  if (slips >= 5) return 0;
  return slips >= 3 ? 1 : 4 - slips;
}

function rangeLevel({ cases, sensitivity }: DeskResult): number {
  if (cases >= 3) return sensitivity ? 4 : 3;
  return cases === 2 ? 2 : 0;
}

function honestLevel(run: Run): number {
  if (hasUnrepaired(run, 'E5')) return 0;
  const said = ['source_said', 'range_said', 'risk_said', 'own_interest'].filter((flag) =>
    run.flags.includes(flag),
  ).length;
  return hasCode(run, 'E4', 'E11') ? Math.min(1, said) : said;
}

function meetingLevel(run: Run): number {
  if (run.ended) return 0;
  const accepted = acceptedOf(run);
  const asked = accepted.filter((entry) => isQuestion(entry) || hasTag(entry, 'invite_calc')).length;
  const done = [run.flags.includes('owner_calc'), asked >= 2, run.flags.includes('summary')].filter(
    Boolean,
  ).length;
  if (done > 0) return 1 + done;
  return accepted.length >= 3 ? 1 : 0;
}

function executionLevel(run: Run): number {
  const inMeeting = acceptedOf(run).filter(({ stageId }) => stageId === 'meeting');
  const found = elementsIn(inMeeting, ['owner', 'metric', 'baseline', 'source', 'date', 'stop']);
  const any = inMeeting.some(({ move }) => move.elements.length > 0) ? 1 : 0;
  return Math.max(any, levelOfMissing(found, 6, 3));
}

function decisionLevel(run: Run): number {
  const isProposed = run.flags.includes('decision_pilot') || run.flags.includes('rational_no');
  if (isProposed) return hasReached(run.ladder, 'data') ? 4 : 3;
  return run.flags.includes('decision_full') ? 1 : 0;
}
