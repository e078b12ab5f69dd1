import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { WalkTask } from '../scenario-task.ts';
import { taskDone } from './task-done.ts';

/** Spots that were noted as a judgement, and so told nothing. */
export function judgedSpots<T>({ stages }: Scenario<T>, run: Run): WalkTask<T>['spots'][number][] {
  const task = stages.find((stage): stage is WalkTask<T> => stage.kind === 'walk');
  const judged = (taskDone(run, 'walk.close')?.act.notes ?? []).filter(({ note }) => note === 'judging');
  return (task?.spots ?? []).filter(({ id }) => judged.some(({ spot }) => spot === id));
}
