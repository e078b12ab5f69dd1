import { evaluate, type Values } from '../../finance/expression.ts';

/** Formulas and figures of a numeric item, worked out once where it is published (build, server); no phone loads this. */

/** A formula's value, or what is wrong with it and what to write. */
export type Worked = { value: number } | { wrong: string };

const NAME = /[A-Za-z]\w*/g;

/**
 * Work out a number or a formula over named values, e.g. `100 / churn`.
 * @returns the value, rounded to 1e-9 so that halves leave nothing over.
 */
export function work(formula: number | string, values: Values): Worked {
  if (typeof formula === 'number') return { value: formula };
  const unknown = formula.match(NAME)?.find((name) => !Object.hasOwn(values, name));
  if (unknown !== undefined) {
    const known = Object.keys(values).join(', ') || 'numbers only';
    return { wrong: `"${unknown}" in "${formula}" is no parameter and no step before it; write ${known}` };
  }
  const result = evaluate(formula, values);
  if ('value' in result) return { value: Math.round(result.value * 1e9) / 1e9 };
  const remedies = {
    empty: 'is empty; write a number or a formula',
    unreadable: 'cannot be read; use + - * / ( ), numbers and names',
    'divided-by-zero': 'divides by 0 with these figures; change them',
    'too-long': 'is too long; split it into steps',
  };
  return { wrong: `"${formula}" ${remedies[result.problem]}` };
}

/** A figure as the course writes it: thousands set off, at most `decimals` places, no zeros at the end. */
export function figureText(value: number, decimals: number): string {
  const [whole = '', part = ''] = Math.abs(value).toFixed(decimals).split('.');
  const places = part.replace(/0+$/, '');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (places && `.${places}`);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

const PLACE = /\{([A-Za-z]\w*)(?::(\d))?\}/g;

/** The names a text leaves a place for, sorted. */
export function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map((match) => match[1] as string))].sort();
}

/** A text with its figures in place: `{churn}` with at most `decimals` places, `{stay:1}` with at most one. */
export function withFigures(text: string, values: Values, decimals: number): string {
  return text.replace(PLACE, (whole, name: string, places?: string) => {
    const value = values[name];
    return value === undefined ? whole : figureText(value, places === undefined ? decimals : Number(places));
  });
}
