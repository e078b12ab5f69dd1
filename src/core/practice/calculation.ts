import { type ExpressionResult, evaluate, namesIn, type Values } from '../finance/expression.ts';
import { figureText } from '../quiz/numeric/figure.ts';

/** A figure worked out from those before it. */
export interface Output {
  id: string;
  /** Ids of inputs and of outputs before this one, numbers, + - * / ( ). */
  formula: string;
  /** Most decimals shown. */
  digits: number;
}

/** A number or a name. */
const TERM = /\d+(?:\.\d+)?|[A-Za-z]\w*/g;

/**
 * Work out all figures in order.
 * @returns one result for each output; what rests on a figure without value has none either, for the same reason.
 */
export function calculate(outputs: readonly Output[], inputs: Values): ExpressionResult[] {
  const known: Record<string, number> = { ...inputs };
  const failed: Record<string, ExpressionResult> = {};
  return outputs.map(({ id, formula }) => {
    const cause = namesIn(formula).find((name) => failed[name]);
    const result = (cause && failed[cause]) || evaluate(formula, known);
    if ('value' in result) known[id] = result.value;
    else failed[id] = result;
    return result;
  });
}

/** A line of figures as the course writes it: `25,452 × (100 ÷ 15) = 169,680`. */
export interface ShownSum {
  left: string;
  /** `=`, or `≈` where the figure on the right is rounded. */
  sign: '=' | '≈';
  right: string;
}

/**
 * The sum of one output with its own figures in place. A rounded figure on the way is written out as the sum it comes
 * from, so that who works it out again comes to the same end.
 * @returns undefined while it has no value.
 */
export function shownSum(outputs: readonly Output[], index: number, inputs: Values): ShownSum | undefined {
  const output = outputs[index];
  const results = calculate(outputs, inputs);
  const result = results[index];
  if (!output || !result || !('value' in result)) return undefined;
  const right = figureText(result.value, output.digits);
  return {
    left: spelled(output.formula, outputs.slice(0, index), results, inputs),
    sign: isExact(result.value, output.digits) ? '=' : '≈',
    right,
  };
}

function spelled(
  formula: string,
  before: readonly Output[],
  results: readonly ExpressionResult[],
  inputs: Values,
): string {
  const named = formula.replace(TERM, (name) => {
    if (/^\d/.test(name)) return figureText(Number(name), 9);
    const at = before.findIndex((one) => one.id === name);
    const output = before[at];
    const result = results[at];
    if (!output || !result || !('value' in result)) return signed(figureText(inputs[name] ?? 0, 9));
    if (isExact(result.value, output.digits)) return signed(figureText(result.value, output.digits));
    return `(${spelled(output.formula, before.slice(0, at), results, inputs)})`;
  });
  return named
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
    .replace(/(?<=[\d)]) ?([-+×÷]) ?/g, (_, sign: string) => ` ${sign === '-' ? '−' : sign} `);
}

/** A figure below zero in brackets, as it stands in the middle of a sum. */
const signed = (figure: string) => (figure.startsWith('−') ? `(${figure})` : figure);

/** A figure with its unit: 28%, 5年, 5 years. */
export const withUnit = (figure: string, unit: string): string =>
  /^[A-Za-z]/.test(unit) ? `${figure} ${unit}` : figure + unit;

const isExact = (value: number, digits: number) =>
  Math.abs(value - Number(value.toFixed(digits))) <= 1e-9 * Math.max(1, Math.abs(value));
