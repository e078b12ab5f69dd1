import type { Scenario } from '#core/simulator/scenario.ts';
import { fetchDebrief } from './debrief-view.ts';
import { fetchTaskView } from './tasks/task-views.ts';

/** What the run will need later, so that it can be played to its end without a network. Level 3 asks for its own. */
export function fetchAhead({ stages }: Scenario<string>): void {
  for (const { kind } of stages) if (kind !== 'sheet') void fetchTaskView(kind);
  void fetchDebrief();
}
