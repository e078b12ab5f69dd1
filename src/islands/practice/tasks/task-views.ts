import { type ComponentType, useEffect, useReducer } from 'react';
import type { TaskKind, TaskViewProps } from './task-view.ts';

type View = ComponentType<TaskViewProps<TaskKind>>;

/** The table ties each kind to its own view, which the type system cannot follow through one map. */
const asView = (view: unknown) => view as View;

const views: Partial<Record<TaskKind, View>> = {};
const failed = new Set<TaskKind>();

/** How to fetch the views of some tasks. */
export type TaskViewLoaders = Partial<Record<TaskKind, () => Promise<unknown>>>;

const loaders: TaskViewLoaders = {};

/** Says where the views of a simulator's tasks are; its page can then come to load these and no others. */
export function knowTaskViews(known: TaskViewLoaders): void {
  Object.assign(loaders, known);
}

/** Resolves when the view of a kind of task is here, or cannot be had. Called ahead of the task by who knows the way. */
export async function fetchTaskView(kind: TaskKind): Promise<void> {
  try {
    const View = views[kind] ?? (await loaders[kind]?.());
    if (View) views[kind] = asView(View);
    failed.delete(kind);
  } catch {
    // Without a network; the learner can ask again.
    failed.add(kind);
  }
}

/** @returns the view of a kind of task once it is here; `failed` when it could not be had; `retry` asks again. */
export function useTaskView(kind: TaskKind): { View?: View; failed: boolean; retry: () => void } {
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const View = views[kind];
  const retry = () => void fetchTaskView(kind).then(refresh);
  useEffect(() => {
    // What was fetched ahead may have come between drawing and now: what counts is what was drawn.
    if (!View) retry();
  }, [kind]);
  return { ...(View && { View }), failed: failed.has(kind) && !View, retry };
}
