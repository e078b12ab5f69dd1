import { Practice } from './Practice.tsx';
import type { PracticeProps } from './practice-props.ts';
import { knowTaskViews } from './tasks/task-views.ts';

knowTaskViews({
  pitch: () => import('./tasks/PitchView.tsx').then((module) => module.PitchView),
  advert: () => import('./tasks/AdvertView.tsx').then((module) => module.AdvertView),
});

/** A scenario of fab-pitch, with its tasks: pitch and advert. */
export function FabPractice(props: PracticeProps) {
  return <Practice {...props} />;
}
