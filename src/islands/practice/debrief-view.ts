import { type ComponentType, useEffect, useReducer } from 'react';
import type { DebriefViewProps } from './debrief-props.ts';

let view: ComponentType<DebriefViewProps> | undefined;
let failed = false;

/** Resolves when the debrief is here, or cannot be had. */
export async function fetchDebrief(): Promise<void> {
  try {
    view ??= (await import('./debrief/DebriefView.tsx')).DebriefView;
    failed = false;
  } catch {
    failed = true; // Without a network; the learner can ask again.
  }
}

/** @returns the debrief's view once it is here; `failed` when it could not be had; `retry` asks again. */
export function useDebriefView() {
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const retry = () => void fetchDebrief().then(refresh);
  useEffect(() => {
    if (!view) retry();
  }, []);
  return { View: view, failed: failed && !view, retry };
}
