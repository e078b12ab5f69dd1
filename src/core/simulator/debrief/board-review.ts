import type { ActOf } from '../act.ts';
import { findingId } from '../reveal.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { BoardTask } from '../scenario-task.ts';
import { taskDone } from './task-done.ts';

/** The diagnosis beside the right one. */
export interface BoardReview<T> {
  task: BoardTask<T>;
  act: ActOf<'board.close'>;
  chosen?: BoardTask<T>['causes'][number];
  root?: BoardTask<T>['causes'][number];
  /** Ids of findings for the root cause: laid and shown · shown but not laid · never shown. */
  laid: readonly string[];
  left: readonly string[];
  hidden: readonly string[];
  /** Alternatives worth rejecting, with the findings that speak against them. */
  alternatives: readonly {
    cause: BoardTask<T>['causes'][number];
    isRejected: boolean;
    hidden: readonly string[];
  }[];
}

export function boardReview<T>({ stages }: Scenario<T>, run: Run): BoardReview<T> | undefined {
  const task = stages.find((stage): stage is BoardTask<T> => stage.kind === 'board');
  const act = taskDone(run, 'board.close')?.act;
  if (!task || !act) return undefined;
  const root = task.causes.find(({ role }) => role === 'root');
  const chosen = task.causes.find(({ id }) => id === act.cause);
  const proof = (task.evidence[root?.id ?? ''] ?? []).map(findingId);
  const laid = act.evidence.map(findingId);
  const isShown = (id: string) => Object.hasOwn(run.findings, id);
  return {
    task,
    act,
    ...(chosen && { chosen }),
    ...(root && { root }),
    laid: proof.filter((id) => isShown(id) && laid.includes(id)),
    left: proof.filter((id) => isShown(id) && !laid.includes(id)),
    hidden: proof.filter((id) => !isShown(id)),
    alternatives: task.causes
      .filter(({ id }) => task.reject.includes(id))
      .map((cause) => ({
        cause,
        isRejected: act.rejected.includes(cause.id),
        hidden: (cause.rejectedBy ?? []).map(findingId).filter((id) => !isShown(id)),
      })),
  };
}
