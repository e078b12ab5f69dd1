/** Why a line of figures has no value: nothing there, not readable at `at` (0-based), or divided by nought. */
export type ExpressionProblem =
  | { problem: 'empty' }
  | { problem: 'unreadable'; at: number }
  | { problem: 'divided-by-zero' }
  | { problem: 'too-long' };

/** Figures with a name. */
export type Values = Readonly<Record<string, number>>;

export type ExpressionResult = { value: number } | ExpressionProblem;

/** Longer lines are no sum any more; it also bounds how deep brackets can nest. */
const MAX_LENGTH = 120;

const SAME: Readonly<Record<string, string>> = {
  '＋': '+',
  '－': '-',
  '−': '-',
  '–': '-',
  '＊': '*',
  '×': '*',
  x: '*',
  X: '*',
  '／': '/',
  '÷': '/',
  '（': '(',
  '）': ')',
  '％': '%',
  '。': '.',
};

/** @returns the same characters, one for one, with the signs of a keyboard. */
const plain = (text: string): string =>
  [...text]
    .map(
      (sign) =>
        SAME[sign] ?? (/[０-９．]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : sign),
    )
    .join('');

/** Where reading stands. */
interface Reader {
  readonly line: string;
  readonly values: Values;
  at: number;
}

class Unreadable extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`unreadable at ${at}`);
    this.at = at;
  }
}

/**
 * Work out one line of a calculation: + − × ÷, brackets, `%` (of a hundred) and 万 (ten thousands) after a figure.
 * Thousands may be set off by commas or spaces. × and ÷ before + and −, from left to right; nothing is multiplied
 * without a sign.
 * @param text e.g. `1,152,000 × 30% × 6%` gives 20736; full-width signs count as plain ones.
 * @param values names that stand for figures, for a formula of the course, e.g. `100 / churn`; such a formula keeps to
 *        the signs of a keyboard, because an x in it may belong to a name.
 * @returns the value, unrounded, or what is in the way.
 */
export function evaluate(text: string, values?: Values): ExpressionResult {
  if (text.length > MAX_LENGTH) return { problem: 'too-long' };
  if (!text.trim()) return { problem: 'empty' };
  const reader: Reader = { line: values ? text : plain(text), values: values ?? {}, at: 0 };
  try {
    const value = sum(reader);
    skip(reader);
    if (reader.at < reader.line.length) return { problem: 'unreadable', at: reader.at };
    return Number.isFinite(value) ? { value } : { problem: 'divided-by-zero' };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: 'unreadable', at: error.at };
    throw error;
  }
}

const NAME = /[A-Za-z]\w*/g;

/** Names a formula stands on, each once. */
export const namesIn = (formula: string): string[] => [...new Set(formula.match(NAME) ?? [])];

function skip(reader: Reader): void {
  while (/[\s元]/.test(reader.line[reader.at] ?? '')) reader.at += 1;
}

/** @returns the next sign when it is one of `signs`, and steps over it. */
function take(reader: Reader, signs: string): string | undefined {
  skip(reader);
  const sign = reader.line[reader.at];
  if (!sign || !signs.includes(sign)) return undefined;
  reader.at += 1;
  return sign;
}

function sum(reader: Reader): number {
  let value = product(reader);
  for (let sign = take(reader, '+-'); sign; sign = take(reader, '+-'))
    value += sign === '+' ? product(reader) : -product(reader);
  return value;
}

function product(reader: Reader): number {
  let value = signed(reader);
  for (let sign = take(reader, '*/'); sign; sign = take(reader, '*/')) {
    const other = signed(reader);
    value = sign === '*' ? value * other : value / other;
  }
  return value;
}

function signed(reader: Reader): number {
  const sign = take(reader, '+-');
  if (sign) return sign === '-' ? -signed(reader) : signed(reader);
  let value = single(reader);
  for (let unit = take(reader, '%万'); unit; unit = take(reader, '%万'))
    value = unit === '%' ? value / 100 : value * 10_000;
  return value;
}

function single(reader: Reader): number {
  if (take(reader, '(')) {
    const value = sum(reader);
    if (!take(reader, ')')) throw new Unreadable(reader.at);
    return value;
  }
  const name = /^[a-z]\w*/i.exec(reader.line.slice(reader.at))?.[0];
  if (name && Object.hasOwn(reader.values, name)) {
    reader.at += name.length;
    return reader.values[name] as number;
  }
  const figure = /^(\d+([,，\s]\d{3})*(\.\d+)?|\.\d+)/.exec(reader.line.slice(reader.at))?.[0];
  if (!figure) throw new Unreadable(reader.at);
  reader.at += figure.length;
  return Number(figure.replace(/[,，\s]/g, ''));
}
