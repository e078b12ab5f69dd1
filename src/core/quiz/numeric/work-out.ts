import type { Values } from '../../finance/expression.ts';
import type { NumericForm, NumericSlip } from '../../model/item-parts.ts';
import type { Text } from '../../model/text.ts';
import { placesIn, withFigures, work } from './figure.ts';
import { isNear, slipTolerance } from './score-numeric.ts';

/** The fields of a numeric item as its author writes them. */
export interface WrittenNumeric {
  stem: Text;
  parameters?: Readonly<Record<string, readonly number[]>> | undefined;
  steps?: Readonly<Record<string, string>> | undefined;
  key: number | string;
  /** In the unit, or `1%` of the key. */
  tolerance: number | string;
  decimals?: number | undefined;
  slips: readonly { value: number | string; credit: number; feedback: Text }[];
  feedback: Text;
  extension: Text;
}

/** Told once per mistake: the field, what is wrong and what to write. */
export type Report = (path: (string | number)[], message: string) => void;

/**
 * Every set of figures of a numeric item, worked out: one for each place of the parameters' lists, or a single one.
 * Values of the parameters first, then steps in order, then the key; texts get their figures.
 */
export function workOut(item: WrittenNumeric, report: Report): NumericForm[] {
  const lists = Object.entries(item.parameters ?? {});
  const length = lists[0]?.[1].length ?? 1;
  const odd = lists.find(([, list]) => list.length !== length);
  if (odd) {
    const [first] = lists[0] as [string, unknown];
    report(['parameters', odd[0]], `has ${odd[1].length} values, ${first} has ${length}; write as many`);
    return [];
  }
  checkPlaces(item, report);
  return Array.from({ length }, (_, row) => {
    const drawn = Object.fromEntries(lists.map(([name, list]) => [name, list[row] as number]));
    return formOf(item, drawn, report);
  });
}

function formOf(item: WrittenNumeric, drawn: Values, report: Report): NumericForm {
  const figures = Object.entries(drawn).map(([name, value]) => `${name} ${value}`);
  const where = figures.length ? ` (with ${figures.join(', ')})` : '';
  const values: Record<string, number> = { ...drawn };
  const settle = (path: (string | number)[], formula: number | string): number => {
    const worked = work(formula, values);
    if ('value' in worked) return worked.value;
    report(path, worked.wrong);
    return Number.NaN;
  };
  for (const [name, formula] of Object.entries(item.steps ?? {}))
    values[name] = settle(['steps', name], formula);
  const key = settle(['key'], item.key);
  values.key = key;
  if (key < 0) report(['key'], `is ${key}${where}; ask for an amount, which is never below 0`);
  const tolerance =
    typeof item.tolerance === 'number' ? item.tolerance : (key * Number.parseFloat(item.tolerance)) / 100;
  const fill = fillWith(values, item.decimals ?? 2);
  const slips = item.slips.map(({ value, credit, feedback }, index) => ({
    value: settle(['slips', index, 'value'], value),
    credit,
    feedback: fill(feedback),
  }));
  checkSlips({ key, tolerance, slips }, where, report);
  const texts = { stem: fill(item.stem), feedback: fill(item.feedback), extension: fill(item.extension) };
  return { ...texts, key, tolerance, slips, ...(figures.length && { parameters: drawn }) };
}

const fillWith =
  (values: Values, decimals: number) =>
  ({ zh, en }: Text): Text => ({
    zh: withFigures(zh, values, decimals),
    en: withFigures(en, values, decimals),
  });

/** A slip that cannot be told from the key, or from a slip before it, would never be recognised. */
function checkSlips(
  form: { key: number; tolerance: number; slips: readonly NumericSlip[] },
  where: string,
  report: Report,
): void {
  const { key, tolerance, slips } = form;
  slips.forEach(({ value }, index) => {
    const path = ['slips', index, 'value'];
    const remedy = 'change the figures, narrow the tolerance or drop the slip';
    const before = slips
      .slice(0, index)
      .find((slip) => isNear(value, slip.value, slipTolerance(slip.value, form)));
    if (isNear(value, key, tolerance))
      report(path, `is ${value}, as good as the key ${key}${where}; ${remedy}`);
    else if (before)
      report(path, `is ${value}, as good as the slip ${before.value} before it${where}; ${remedy}`);
  });
}

/** Every place of a text has a figure, and both languages of the stem tell the same ones. */
function checkPlaces(item: WrittenNumeric, report: Report): void {
  const known = [...Object.keys(item.parameters ?? {}), ...Object.keys(item.steps ?? {}), 'key'];
  const texts: [(string | number)[], Text][] = [
    [['stem'], item.stem],
    ...item.slips.map((slip, index): [(string | number)[], Text] => [
      ['slips', index, 'feedback'],
      slip.feedback,
    ]),
    [['feedback'], item.feedback],
    [['extension'], item.extension],
  ];
  for (const [path, text] of texts) {
    for (const language of ['zh', 'en'] as const) {
      const lost = placesIn(text[language]).find((name) => !known.includes(name));
      if (lost)
        report([...path, language], `{${lost}} is no figure of this item; write one of ${known.join(', ')}`);
    }
  }
  const [zh, en] = [placesIn(item.stem.zh), placesIn(item.stem.en)];
  if (zh.join() !== en.join())
    report(
      ['stem', 'en'],
      `tells {${en.join('} {')}}, the Chinese {${zh.join('} {')}}; tell the same figures`,
    );
}
