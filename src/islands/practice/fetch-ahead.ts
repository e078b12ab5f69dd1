import type { Scenario } from '#core/simulator/scenario.ts';
import { fetchDebrief } from './debrief-view.ts';
import { faceUrl } from './persons.ts';
import { fetchTaskView } from './tasks/task-views.ts';

/** Faces asked for; kept so that the browser keeps them. */
const faces: HTMLImageElement[] = [];

/** What the run will need later, so that it can be played to its end without a network. Level 3 asks for its own. */
export function fetchAhead({ stages, persons }: Pick<Scenario<string>, 'stages' | 'persons'>): void {
  for (const { kind } of stages) if (kind !== 'sheet') void fetchTaskView(kind);
  for (const { art } of persons) if (art) fetchFace(art);
  void fetchDebrief();
}

/** One file holds a face in all its moods. */
function fetchFace(art: string): void {
  const face = new Image();
  face.src = faceUrl(art, 'neutral');
  faces.push(face);
}
