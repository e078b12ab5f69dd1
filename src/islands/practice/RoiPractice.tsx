import { Practice } from './Practice.tsx';
import type { PracticeProps } from './practice-props.ts';
import { knowTaskViews } from './tasks/task-views.ts';

knowTaskViews({
  dataroom: () => import('./tasks/DataroomView.tsx').then((module) => module.DataroomView),
  desk: () => import('./tasks/DeskView.tsx').then((module) => module.DeskView),
});

/** A scenario of roi-selling, with its tasks: data room and desk. */
export function RoiPractice(props: PracticeProps) {
  return <Practice {...props} />;
}
