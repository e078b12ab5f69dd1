import type { ActOf, ActType } from '../act.ts';
import type { LogEntry, Run } from '../run.ts';

/** A task's entry with its act; undefined when the run ended before it. */
export function taskDone<A extends ActType>(
  run: Run,
  type: A,
): { entry: LogEntry; act: ActOf<A> } | undefined {
  const entry = run.log.find(({ act }) => act.type === type);
  return entry && { entry, act: entry.act as ActOf<A> };
}
