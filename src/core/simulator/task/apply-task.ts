import type { Act } from '../act.ts';
import { goBack, goOn } from '../flow.ts';
import type { Judged } from '../judged.ts';
import { entryOf, moveOf, record } from '../log-entry.ts';
import { open } from '../opening.ts';
import { isAtLeast } from '../reveal.ts';
import type { LogEntry, Run, RunPlan } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { Reveal } from '../scenario-move.ts';
import type { PitchTask, Task } from '../scenario-task.ts';
import { applyMove } from '../step.ts';
import { cardOf } from './judge-pitch.ts';
import type { PitchResult, TaskResult } from './task-result.ts';

/**
 * Let a task's result act on the run and go on.
 * @param result of `judgeTask`, or of a trace.
 * @param act    kept in the log.
 */
export function applyTask<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  task: Task<T>,
  act: Act,
  result: TaskResult,
): Run {
  const place = { stageId: task.id };
  const entry: LogEntry = { ...entryOf(run, act, place), result };
  if (task.kind === 'pitch' && result.kind === 'pitch') {
    const delivered = speak(scenario, plan, run, task, entry, result);
    return delivered.ended ? delivered : goOn(scenario, plan, delivered);
  }
  const { opened, ...known } = open(
    run,
    revealsOf(result),
    plan.level,
    result.kind === 'walk' ? 'walk' : undefined,
  );
  const codes = result.kind === 'dataroom' ? result.codes : [];
  const added = codes.map((code) => ({ code, move: run.moves, repaired: false }));
  const noted = { ...run, ...known, codes: added.length > 0 ? [...run.codes, ...added] : run.codes };
  const next = record(noted, { ...entry, opened, codes });
  return next.aside === 'walk' ? goBack(scenario, plan, next) : goOn(scenario, plan, next);
}

function revealsOf(result: TaskResult): Reveal[] {
  switch (result.kind) {
    case 'walk':
      return result.observed.map((id) => `finding.${id}`);
    case 'dataroom':
      return result.opened.map((id) => `finding.${id}`);
    case 'board':
      return [...result.heard];
    default:
      return [];
  }
}

/** The spoken pitch is one move: as good as the need behind its benefit is known. Its cards' codes count now. */
function speak<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  task: PitchTask<T>,
  entry: LogEntry,
  result: PitchResult,
): Run {
  const need = cardOf(task.benefits, result.benefit)?.need;
  const isKnown = need !== undefined && isAtLeast(run.needs[need], 'stated');
  const judged: Judged = {
    tag: isKnown ? 'pitch_benefit' : 'pitch_feature',
    topic: 'pitch',
    quality: isKnown ? 'expert' : 'weak',
    elements: [],
    spokenPitch: true,
  };
  const added = result.codes.map((code) => ({ code, move: run.moves + 1, repaired: false }));
  const coded = added.length > 0 ? { ...run, codes: [...run.codes, ...added] } : run;
  const moved = applyMove(scenario, plan, coded, judged, false);
  const spoken = { ...moved.run, uses: {} };
  return record(spoken, { ...entry, move: moveOf(judged), codes: result.codes });
}
