import type { Act } from '#core/simulator/act.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { applyAct, beginRun } from '#core/simulator/engine.ts';
import { taskOf } from '#core/simulator/flow.ts';
import type { LogEntry, Run, RunPlan } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { applyTask } from '#core/simulator/task/apply-task.ts';
import type { TaskResult } from '#core/simulator/task/task-result.ts';
import { isTask, type MoveStep, type TaskStep, type Trace, type TraceStep } from './traces.ts';

/** Replaying a trace: its moves are acts, its tasks come with their result. */

/** The empty act of a task: a trace tells what came of it, not what was done. */
const TASK_ACTS: Readonly<Record<TaskStep['task'], Act>> = {
  pitch: { type: 'pitch.deliver', features: [], benefits: [], limitNamed: false, order: 'FAB' },
  advert: { type: 'advert.arrange', cards: [] },
  walk: { type: 'walk.close', notes: [] },
  board: { type: 'board.close', evidence: [], rejected: [], phoned: false },
  dataroom: { type: 'dataroom.close', items: [] },
  desk: { type: 'desk.close', rows: {}, tags: {} },
};

export interface Replayed {
  run: Run;
  /** What differed, in words. */
  differences: string[];
}

export function planOf({ level }: Trace): RunPlan {
  return { level, seed: DEFAULT_SEED };
}

export function replay(scenario: Scenario<string>, trace: Trace): Replayed {
  const plan = planOf(trace);
  let run = beginRun(scenario, plan);
  const differences: string[] = [];
  trace.steps.forEach((step, index) => {
    if (!isTask(step) && step.move) {
      differences.push(...compare(step, run.log.at(-1) as LogEntry, `step ${index} spoken pitch`));
      return;
    }
    run = take(scenario, plan, run, step);
    if (!isTask(step)) {
      const place = `step ${index} ${step.turn ?? ''} ${step.option ?? `${step.tag}.${step.topic ?? ''}`}`;
      differences.push(...compare(step, run.log.at(-1) as LogEntry, place));
    }
  });
  return { run, differences };
}

function take(scenario: Scenario<string>, plan: RunPlan, run: Run, step: TraceStep): Run {
  if (!isTask(step)) return applyAct(scenario, plan, run, actOf(step));
  const task = taskOf(scenario, plan, run);
  if (task?.kind !== step.task)
    throw new Error(`${step.task} expected, ${task?.kind ?? 'no task'} on the table`);
  const codes = step.codes ?? [];
  const result = { kind: step.task, heard: [], codes, ...step.result } as unknown as TaskResult;
  return applyTask(scenario, plan, run, task, TASK_ACTS[step.task], result);
}

function actOf(step: MoveStep): Act {
  const { turn, option, tag, topic, elements = [] } = step;
  if (option && turn) return { type: 'option.choose', turn, option };
  if (!tag) throw new Error('a move of a trace has an option or a tag');
  return { type: 'move.make', tag, elements, ...(topic && { topic }), ...(turn && { turn }) };
}

const NAMES = ['ability', 'benevolence', 'integrity', 'patience', 'interest'] as const;

/** How an entry of the log differs from the step of a trace. */
function compare(step: MoveStep, entry: LogEntry, place: string): string[] {
  const values = NAMES.flatMap((name, index) => {
    const wanted = step.values[index] as number;
    const got = entry.values[name];
    return Math.abs(wanted - got) > 0.02 ? [`${place}: ${name} ${got.toFixed(2)}, trace ${wanted}`] : [];
  });
  const got = {
    quality: entry.move?.quality,
    trust: entry.trust,
    opened: inOrder(
      entry.opened.map((reveal) => reveal.replace(/^finding\./, 'fact.')),
      step,
    ),
    code: entry.move?.spokenPitch ? undefined : entry.codes[0],
    commit: entry.commit,
  };
  const wanted = {
    quality: step.quality,
    trust: step.trust,
    opened: inOrder(step.opened ?? [], step),
    code: step.code,
    commit: step.commit,
  };
  const rest = (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((key) => {
    const [a, b] = [JSON.stringify(got[key]), JSON.stringify(wanted[key])];
    return a === b ? [] : [`${place}: ${key} ${a}, trace ${b}`];
  });
  return [...values, ...rest];
}

/** Reveals of an option stand in its order; where the learner leads, needs confirmed and the line said have none. */
function inOrder(reveals: readonly string[], step: MoveStep): readonly string[] {
  return step.option ? reveals : [...reveals].sort();
}

/** How a run's end differs from the trace's, score apart. */
export function compareEnd({ end }: Trace, run: Run): string[] {
  const needs = Object.fromEntries(Object.entries(run.needs).filter(([, step]) => step !== 'hidden'));
  const got = {
    ended: run.ended ?? null,
    ladder: run.ladder,
    needs: sorted(needs),
    facts: Object.keys(run.findings).sort(),
    codes: run.codes.map(({ code }) => code),
  };
  const wanted = {
    ended: end.ended,
    ladder: end.ladder,
    needs: sorted(end.needs),
    facts: [...end.facts].sort(),
    codes: end.codes,
  };
  return (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((key) => {
    const [a, b] = [JSON.stringify(got[key]), JSON.stringify(wanted[key])];
    return a === b ? [] : [`end: ${key} ${a}, trace ${b}`];
  });
}

function sorted(record: Record<string, string>): [string, string][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
