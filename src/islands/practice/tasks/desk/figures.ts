import { evaluate } from '#core/finance/expression.ts';
import { netBenefitCny, outlayCny, paybackMonths, roiRatio } from '#core/finance/investment.ts';
import type { DeskRow } from '#core/simulator/scenario-task.ts';

type Row = Pick<DeskRow<string>, 'id' | 'kind' | 'unit' | 'text'>;

/** Row id → figure in the unit of the row; costs a year are negative. */
export type Figures = Readonly<Record<string, number>>;
/** Row id → per cent of the base figure. */
export type Shares = Readonly<Record<string, number>>;

export const isMoney = ({ kind, unit = 'cny' }: Row): boolean =>
  (kind === 'driver' || kind === 'running' || kind === 'oneoff') && unit === 'cny';

/**
 * The figure that a typed sum stands for in its row.
 * A cost a year is taken off however its sign was typed. In a row of per cent a value below 1 is a share: 154 ÷ 720 and
 * 21.4 mean the same.
 * @returns a figure rounded to two places; `undefined` when the sum cannot be worked out.
 */
export function figureOf(row: Row, typed: string): number | undefined {
  const result = evaluate(typed);
  if (!('value' in result)) return undefined;
  const { value } = result;
  const isShare = row.unit === 'percent' && Math.abs(value) < 1;
  const figure = isShare ? value * 100 : row.kind === 'running' ? -Math.abs(value) : value;
  return Math.round(figure * 100) / 100 + 0;
}

/**
 * The proposals that the rows speak of, each with what it brings, costs and takes once. Rows stand in the order of the
 * proposals: money that comes in after money paid once belongs to the next one.
 */
export function proposalsOf<R extends Row>(rows: readonly R[]): R[][] {
  const proposals: R[][] = [];
  for (const row of rows.filter(isMoney)) {
    const current = proposals.at(-1);
    const isNext = row.kind !== 'oneoff' && current?.some((one) => one.kind === 'oneoff');
    if (current && !isNext) current.push(row);
    else proposals.push([row]);
  }
  return proposals;
}

export interface Outcome {
  netCny: number;
  outlayCny: number;
  paybackMonths: number | undefined;
  roiRatio: number | undefined;
}

/**
 * What a proposal comes to.
 * @param shares of the drivers that come true; a row that is not named counts in full.
 * @returns `undefined` while no row has a figure.
 */
export function outcomeOf(rows: readonly Row[], figures: Figures, shares: Shares = {}): Outcome | undefined {
  const of = (kind: Row['kind']) =>
    rows
      .filter((row) => row.kind === kind && figures[row.id] !== undefined)
      .map((row) => ((figures[row.id] ?? 0) * (kind === 'driver' ? (shares[row.id] ?? 100) : 100)) / 100);
  if (!rows.some((row) => figures[row.id] !== undefined)) return undefined;
  const net = netBenefitCny({ driversCny: of('driver'), runningCny: of('running') });
  const outlay = outlayCny({ oneOffCny: of('oneoff') });
  return {
    netCny: net,
    outlayCny: outlay,
    paybackMonths: paybackMonths(outlay, net),
    roiRatio: roiRatio(outlay, net),
  };
}
