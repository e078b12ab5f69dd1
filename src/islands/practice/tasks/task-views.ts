import { type ComponentType, useEffect, useReducer } from 'react';
import type { TaskKind, TaskViewProps } from './task-view.ts';

type View = ComponentType<TaskViewProps<TaskKind>>;

/** The table ties each kind to its own view, which the type system cannot follow through one map. */
const asView = (view: unknown) => view as View;

const views: Partial<Record<TaskKind, View>> = {};
const failed = new Set<TaskKind>();

const loaders: Record<TaskKind, () => Promise<View>> = {
  pitch: () => import('./PitchView.tsx').then((module) => asView(module.PitchView)),
  advert: () => import('./AdvertView.tsx').then((module) => asView(module.AdvertView)),
  walk: () => import('./WalkView.tsx').then((module) => asView(module.WalkView)),
  board: () => import('./BoardView.tsx').then((module) => asView(module.BoardView)),
  dataroom: () => import('./DataroomView.tsx').then((module) => asView(module.DataroomView)),
  desk: () => import('./DeskView.tsx').then((module) => asView(module.DeskView)),
};

/** Resolves when the view of a kind of task is here, or cannot be had. Called ahead of the task by who knows the way. */
export async function fetchTaskView(kind: TaskKind): Promise<void> {
  try {
    views[kind] ??= await loaders[kind]();
    failed.delete(kind);
  } catch {
    // Without a network; the learner can ask again.
    failed.add(kind);
  }
}

/** @returns the view of a kind of task once it is here; `failed` when it could not be had; `retry` asks again. */
export function useTaskView(kind: TaskKind): { View?: View; failed: boolean; retry: () => void } {
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const retry = () => void fetchTaskView(kind).then(refresh);
  useEffect(() => {
    if (!views[kind]) retry();
  }, [kind]);
  const View = views[kind];
  return { ...(View && { View }), failed: failed.has(kind) && !View, retry };
}
