import type { ActOf } from '../act.ts';
import type { DeskRow, DeskTask } from '../scenario-task.ts';
import type { DeskResult } from './task-result.ts';

/** Rows of months, per cent and small change weigh nothing in the share of right tags. */
const TAGGED_FROM = 1_000;
/** How far a figure may be off. */
const TOLERANCE = 0.01;

type Desk = ActOf<'desk.close'>;

/** Judge a filled model desk: figures, tags, cases, the problem chosen. */
export function judgeDesk<T>(task: DeskTask<T>, act: Desk): DeskResult {
  const money = task.rows.filter(({ kind }) => kind !== 'range' && kind !== 'sensitivity');
  const range = task.rows.find(({ kind }) => kind === 'range');
  const sensitivity = task.rows.find(({ kind }) => kind === 'sensitivity');
  const cases = range ? act.rows[range.id] : 0;
  return {
    kind: 'desk',
    slips: money.filter((row) => !isRight(row, act.rows[row.id])).length,
    salesAsProfit: money.some((row) => isSales(row, act.rows[row.id])),
    tagShare: tagShareOf(task, money, act),
    cases: typeof cases === 'number' ? cases : 0,
    sensitivity: sensitivity !== undefined && act.rows[sensitivity.id] === sensitivity.value,
    problem: problemOf(task, act.problem),
    alternativeRejected: act.rejected !== undefined && act.rejected === task.problem.reject,
  };
}

function isRight<T>({ value }: DeskRow<T>, given: number | string | undefined): boolean {
  return (
    typeof value === 'number' &&
    typeof given === 'number' &&
    Math.abs(given - value) <= Math.abs(value) * TOLERANCE + 1e-9
  );
}

/** Was a row filled with the turnover that its slips name as such? */
function isSales<T>({ slips }: DeskRow<T>, given: number | string | undefined): boolean {
  return slips.some(
    ({ value, sales }) =>
      sales === true &&
      typeof value === 'number' &&
      typeof given === 'number' &&
      Math.abs(given - value) <= Math.abs(value) * TOLERANCE,
  );
}

function tagShareOf<T>({ tags }: DeskTask<T>, rows: readonly DeskRow<T>[], act: Desk): number {
  const counted = rows.flatMap(({ id, value }) => {
    const size = typeof value === 'number' ? Math.abs(value) : 0;
    return size > TAGGED_FROM && (tags[id] === 'A' || tags[id] === 'B') ? [{ id, size }] : [];
  });
  const all = counted.reduce((sum, { size }) => sum + size, 0);
  const right = counted
    .filter(({ id }) => act.tags[id] === tags[id])
    .reduce((sum, { size }) => sum + size, 0);
  return all === 0 ? 0 : right / all;
}

function problemOf<T>({ problem }: DeskTask<T>, chosen: string | undefined): DeskResult['problem'] {
  if (chosen === problem.main) return 'main';
  if (chosen !== undefined && problem.secondary.includes(chosen)) return 'secondary';
  return chosen === problem.symptom ? 'symptom' : 'none';
}
