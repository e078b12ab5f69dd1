import type { ActOf } from '#core/simulator/act.ts';
import type { DeskTask } from '#core/simulator/scenario-task.ts';
import { type Figures, figureOf, isMoney, type Shares } from './figures.ts';

export type SourceTag = 'A' | 'B' | 'C';
export type CaseName = 'cautious' | 'base' | 'bright';
export const CASES: readonly CaseName[] = ['cautious', 'base', 'bright'];

export interface DeskDraft {
  kind: 'desk';
  /** Row id → the sum as typed. */
  typed: Record<string, string>;
  tags: Record<string, SourceTag>;
  shares: { cautious: Shares; bright: Shares };
  sensitivity: string;
  problem: string;
  rejected: string;
  decision: string;
}

export const START: DeskDraft = {
  kind: 'desk',
  typed: {},
  tags: {},
  shares: { cautious: {}, bright: {} },
  sensitivity: '',
  problem: '',
  rejected: '',
  decision: '',
};

/** @returns the figures that the typed sums stand for; rows without one are left out. */
export function figuresOf(task: DeskTask<string>, draft: DeskDraft): Figures {
  const figures = task.rows.map((row) => [row.id, figureOf(row, draft.typed[row.id] ?? '')] as const);
  return Object.fromEntries(figures.filter((entry): entry is [string, number] => entry[1] !== undefined));
}

/** @returns the cases written down: the base once a money row has its figure, another once it differs from it. */
export function writtenCases(task: DeskTask<string>, draft: DeskDraft): CaseName[] {
  const figures = figuresOf(task, draft);
  const hasBase = task.rows.some((row) => isMoney(row) && figures[row.id] !== undefined);
  const differs = (shares: Shares) =>
    task.rows.some((row) => figures[row.id] !== undefined && (shares[row.id] ?? 100) !== 100);
  return CASES.filter((name) => hasBase && (name === 'base' || differs(draft.shares[name])));
}

export function closeDesk(task: DeskTask<string>, draft: DeskDraft): ActOf<'desk.close'> {
  const rows: Record<string, number | string> = { ...figuresOf(task, draft) };
  for (const { id, kind } of task.rows) {
    if (kind === 'range') rows[id] = writtenCases(task, draft).length;
    if (kind === 'sensitivity' && draft.sensitivity) rows[id] = draft.sensitivity;
  }
  const { tags, problem, rejected, decision } = draft;
  return {
    type: 'desk.close',
    rows,
    tags,
    ...(problem && { problem }),
    ...(rejected && { rejected }),
    ...(decision && { decision }),
  };
}
