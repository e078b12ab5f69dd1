import { Practice } from './Practice.tsx';
import type { PracticeProps } from './practice-props.ts';
import { knowTaskViews } from './tasks/task-views.ts';

knowTaskViews({
  walk: () => import('./tasks/WalkView.tsx').then((module) => module.WalkView),
  board: () => import('./tasks/BoardView.tsx').then((module) => module.BoardView),
});

/** A scenario of sales-doctor, with its tasks: walk and diagnosis. */
export function DoctorPractice(props: PracticeProps) {
  return <Practice {...props} />;
}
