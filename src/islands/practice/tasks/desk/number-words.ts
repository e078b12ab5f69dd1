import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import type { Outcome } from './figures.ts';

/** Figures as they are shown: thousands set off by commas, a true minus. */
export const shown = (value: number, digits = 0): string =>
  value
    .toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits })
    .replace('-', '−')
    .replace(/^−0$/, '0');

export const yuan = (cny: number, strings: TaskStrings['desk']): string =>
  fill(strings.yuan, { n: shown(cny) });

export const paybackWords = ({ paybackMonths }: Outcome, strings: TaskStrings['desk']): string =>
  paybackMonths === undefined ? strings.never : fill(strings.months, { n: paybackMonths.toFixed(1) });

export const returnWords = ({ roiRatio }: Outcome, strings: TaskStrings['desk']): string =>
  roiRatio === undefined ? '—' : fill(strings.percent, { n: shown(roiRatio * 100) });
