import type { LogEntry, Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { DeskTask } from '../scenario-task.ts';
import type { Rules } from './compile-rules.ts';
import { figuresOf } from './figures.ts';
import { normalise } from './normal-form.ts';

/**
 * Figures that need no source any more: the customer named them in this phase, a shown finding prints them, or they stand
 * on the learner's own desk.
 * @param lines what the customer said in this phase, one after the other; from `linesOfPhase`.
 * @returns figures in the spelling of `figuresOf`, each once.
 * @see SPEC.md R6
 */
export function knownFigures(
  rules: Rules,
  scenario: Scenario<string>,
  { findings, log }: Pick<Run, 'findings' | 'log'>,
  lines: readonly string[],
): string[] {
  const shown = scenario.findings.filter(({ id }) => Object.hasOwn(findings, id)).map(({ text }) => text);
  return [...new Set([...figuresIn(rules, [...lines, ...shown]), ...deskFigures(scenario, log)])];
}

/** The figures of texts as they are printed. */
export function figuresIn(rules: Rules, texts: readonly string[]): string[] {
  return texts.flatMap((text) => figuresOf(normalise(text, rules.simplified)));
}

/** What the learner entered; a row in per cent is said with or without the sign. */
function deskFigures({ stages }: Scenario<string>, log: readonly LogEntry[]): string[] {
  const rows = stages.flatMap((stage) => (stage.kind === 'desk' ? (stage as DeskTask<string>).rows : []));
  return log.flatMap(({ act }) => {
    if (act.type !== 'desk.close') return [];
    return Object.entries(act.rows).flatMap(([id, value]) => {
      if (typeof value !== 'number') return [];
      const isShare = rows.find((row) => row.id === id)?.unit === 'percent';
      return isShare ? [String(value), `${value}%`] : [String(value)];
    });
  });
}

/** Significant digits that a rounded figure needs to be recognised: 三十四万 for 345,600. */
const ROUNDED_DIGITS = 2;

/** Is the figure a known one, as it is or rounded up or down to at least two digits? */
export function isKnown(figure: string, known: readonly string[]): boolean {
  return known.includes(figure) || known.some((one) => isRounded(figure, one));
}

function isRounded(figure: string, exact: string): boolean {
  if (figure.endsWith('%') !== exact.endsWith('%')) return false;
  const [said, meant] = [Number.parseFloat(figure), Number.parseFloat(exact)];
  if (!(said > 0 && meant > 0)) return false;
  const digits = String(said).replace(/\D|0+$/gu, '').length;
  if (digits < ROUNDED_DIGITS) return false;
  const step = 10 ** (Math.floor(Math.log10(meant)) + 1 - digits);
  return said === Math.round(meant / step) * step || said === Math.floor(meant / step) * step;
}
