import type { ActOf } from '../act.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { DeskRow, DeskTask } from '../scenario-task.ts';
import { taskDone } from './task-done.ts';

/** A row of money that is more than 1 % off. */
export interface DeskSlip<T> {
  row: DeskRow<T>;
  /** What stood there; undefined = nothing. */
  given?: number | string;
  /** Why people write that, where the sheet knows the mistake. */
  why?: T;
}

/** The filled model desk beside the right one. */
export interface DeskReview<T> {
  task: DeskTask<T>;
  act: ActOf<'desk.close'>;
  slips: readonly DeskSlip<T>[];
  /** Rows that count for the share of right sources and were marked wrongly or not at all, the largest first. */
  wrongTags: readonly { row: DeskRow<T>; given?: string; right: string }[];
  /** Number of cases written down. */
  cases: number;
  /** The row that moves the result most: chosen, and right. */
  sensitivity: { given?: DeskRow<T>; right?: DeskRow<T> };
}

/** How far a figure may be off, and from what size on a row's source counts; as when the desk is judged. */
const TOLERANCE = 0.01;
const TAGGED_FROM = 1_000;

export function deskReview<T>({ stages }: Scenario<T>, run: Run): DeskReview<T> | undefined {
  const task = stages.find((stage): stage is DeskTask<T> => stage.kind === 'desk');
  const act = taskDone(run, 'desk.close')?.act;
  if (!task || !act) return undefined;
  const money = task.rows.filter(({ kind }) => kind !== 'range' && kind !== 'sensitivity');
  const rangeRow = task.rows.find(({ kind }) => kind === 'range');
  const cases = rangeRow && act.rows[rangeRow.id];
  return {
    task,
    act,
    slips: money.flatMap((row) => slipOf(row, act.rows[row.id])),
    wrongTags: money.filter((row) => isWronglyTagged(task, act, row)).map((row) => tagged(task, act, row)),
    cases: typeof cases === 'number' ? cases : 0,
    sensitivity: sensitivityOf(task, act),
  };
}

function slipOf<T>(row: DeskRow<T>, given: number | string | undefined): DeskSlip<T>[] {
  if (isNear(given, row.value)) return [];
  const why = row.slips.find(({ value }) => isNear(given, value))?.why;
  return [{ row, ...(given !== undefined && { given }), ...(why !== undefined && { why }) }];
}

function isNear(given: number | string | undefined, value: number | string): boolean {
  if (typeof given !== 'number' || typeof value !== 'number') return given === value;
  return Math.abs(given - value) <= Math.abs(value) * TOLERANCE + 1e-9;
}

function isWronglyTagged<T>(
  { tags }: DeskTask<T>,
  act: ActOf<'desk.close'>,
  { id, value }: DeskRow<T>,
): boolean {
  const counts =
    typeof value === 'number' && Math.abs(value) > TAGGED_FROM && (tags[id] === 'A' || tags[id] === 'B');
  return counts && act.tags[id] !== tags[id];
}

function tagged<T>({ tags }: DeskTask<T>, act: ActOf<'desk.close'>, row: DeskRow<T>) {
  const given = act.tags[row.id];
  return { row, right: tags[row.id] ?? '', ...(given && { given }) };
}

function sensitivityOf<T>({ rows }: DeskTask<T>, act: ActOf<'desk.close'>): DeskReview<T>['sensitivity'] {
  const asked = rows.find(({ kind }) => kind === 'sensitivity');
  const named = (id: number | string | undefined) => rows.find((row) => row.id === id);
  const [given, right] = [asked && named(act.rows[asked.id]), asked && named(asked.value)];
  return { ...(given && { given }), ...(right && { right }) };
}
