import type { ActOf } from '../act.ts';
import { open } from '../opening.ts';
import { findingId } from '../reveal.ts';
import type { Run, RunPlan } from '../run.ts';
import type { BoardTask } from '../scenario-task.ts';
import type { BoardResult } from './task-result.ts';

/** Judge a diagnosis. A phone call is heard before anything is laid down. */
export function judgeBoard<T>(
  task: BoardTask<T>,
  plan: RunPlan,
  run: Run,
  act: ActOf<'board.close'>,
): BoardResult {
  const heard = act.phoned ? [task.phone.opens] : [];
  const { findings } = open(run, heard, plan.level);
  const isShown = (finding: string) => Object.hasOwn(findings, findingId(finding));
  const supports = (task.evidence[act.cause ?? ''] ?? []).map(findingId);
  const laid = new Set(act.evidence.map(findingId));
  const isRejected = act.rejected.some((id) => {
    const cause = task.causes.find((one) => one.id === id);
    return task.reject.includes(id) && id !== act.cause && (cause?.rejectedBy ?? []).every(isShown);
  });
  const areDecided = (task.decisions ?? []).every(({ person, best }) => act.decisions?.[person] === best);
  return {
    kind: 'board',
    ...(act.cause && { cause: act.cause }),
    evidence: supports.filter((finding) => laid.has(finding) && isShown(finding)),
    alternativeRejected: isRejected && areDecided,
    heard,
  };
}
