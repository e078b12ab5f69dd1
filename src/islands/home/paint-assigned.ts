import { readAssigned } from '#client/cohort/assigned.ts';
import type { DeviceRecord } from '#client/record/record.ts';
import { assignmentState, tallyOf } from '#core/cohort/assignments.ts';
import { type Outline, standingOf } from '#core/cohort/standing.ts';
import { fill } from '#core/text/fill.ts';

/** What the page wrote about itself for this script (HomeView.astro). */
interface Assigned {
  line: string;
  lineOverdue: string;
  scenarios: Outline['scenarios'];
}

/** One line on the home page while something that was set is not done: how much, and how much of it is overdue. */
export function paintAssigned(record: DeviceRecord, lessons: readonly { id: string }[]): void {
  const place = document.querySelector<HTMLElement>('[data-assigned]');
  const link = place?.querySelector('a');
  if (!place || !link) return;
  const { line, lineOverdue, scenarios } = JSON.parse(place.dataset.assigned ?? '{}') as Assigned;
  const outline: Outline = { lessons: lessons.map(({ id }) => ({ id, objectives: [] })), scenarios };
  const paint = () => {
    const standing = standingOf(record.facts(), outline);
    const now = Date.now();
    const set = readAssigned().flatMap(({ assignments }) => assignments);
    const { open, overdue } = tallyOf(set.map((one) => assignmentState(one, standing, outline, now)));
    place.hidden = open + overdue === 0;
    link.textContent = fill(line, { n: open + overdue }) + (overdue ? fill(lineOverdue, { n: overdue }) : '');
  };
  paint();
  record.subscribe(paint);
}
