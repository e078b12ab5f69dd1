import { evaluate, namesIn } from '../finance/expression.ts';
import { type BlockMistake, missing, mistake, strangers, twice } from './block-mistake.ts';
import type { InteractionOf } from './interaction.schema.ts';

/** Shares that do not sum, point nowhere or cannot be met. */
export function sharesMistakes({ parts, model, situations }: InteractionOf<'shares'>): BlockMistake[] {
  const ids = parts.map(({ id }) => id);
  const sum = Object.values(model).reduce((all, share) => all + share, 0);
  return [
    ...strangers(['model'], Object.keys(model), ids, 'part'),
    ...missing(['model'], Object.keys(model), ids, 'give it a share, 0 if need be'),
    ...(sum === 100 ? [] : [mistake(['model'], `sums to ${sum}; the shares of all parts are 100`)]),
    ...situations.flatMap((situation, index) => situationMistakes(situation, ['situations', index], ids)),
  ];
}

function situationMistakes(
  { fits, more }: InteractionOf<'shares'>['situations'][number],
  path: BlockMistake['path'],
  ids: readonly string[],
): BlockMistake[] {
  const named = Object.keys(fits);
  const backwards = Object.entries(fits)
    .filter(([, [from, to]]) => from > to || from < 0 || to > 100)
    .map(([id, [from, to]]) =>
      mistake(
        [...path, 'fits', id],
        `${from} to ${to} is no range; write two shares of 0 to 100, the smaller first`,
      ),
    );
  const ends = ids.map((id): [number, number] => fits[id] ?? [0, 100]);
  const least = ends.reduce((sum, [from]) => sum + from, 0);
  const most = ends.reduce((sum, [, to]) => sum + to, 0);
  const never =
    least > 100 || most < 100
      ? [mistake([...path, 'fits'], `allows sums of ${least} to ${most} only, never 100; widen a range`)]
      : [];
  return [
    ...strangers([...path, 'fits'], named, ids, 'part'),
    ...backwards,
    ...never,
    ...strangers([...path, 'more'], Object.keys(more), named, 'part with a range in fits'),
    ...missing(
      [...path, 'more'],
      Object.keys(more),
      named,
      'write what is said when it is outside its range',
    ),
  ];
}

/** Formulas that name nothing or do not read, starts out of range. */
export function calcMistakes({ inputs, outputs }: InteractionOf<'calc'>): BlockMistake[] {
  const start = inputs.flatMap(({ least, most, value }, index) =>
    least < most && value >= least && value <= most
      ? []
      : [
          mistake(
            ['inputs', index, 'value'],
            `${value} does not lie between least ${least} and most ${most}`,
          ),
        ],
  );
  const mains = outputs.filter(({ main }) => main).length;
  return [
    ...twice([], [...inputs, ...outputs]).map(({ message }) => mistake(['outputs'], message)),
    ...start,
    ...outputs.flatMap((_, index) => formulaMistakes(inputs, outputs, index)),
    ...(mains > 1 ? [mistake(['outputs'], `has ${mains} main figures; mark one with main: true`)] : []),
  ];
}

function formulaMistakes(
  inputs: readonly { id: string }[],
  outputs: readonly { id: string; formula: string }[],
  index: number,
): BlockMistake[] {
  const formula = outputs[index]?.formula ?? '';
  const path = ['outputs', index, 'formula'];
  const known = [...inputs, ...outputs.slice(0, index)].map(({ id }) => id);
  const lost = namesIn(formula).find((name) => !known.includes(name));
  if (lost)
    return [mistake(path, `"${lost}" is no input and no output before it; write one of ${known.join(', ')}`)];
  // Any figures will do to see whether it reads; 1.1, 1.2 … seldom cancel out.
  const result = evaluate(formula, Object.fromEntries(known.map((id, place) => [id, 1.1 + place / 10])));
  if (!('problem' in result) || result.problem === 'divided-by-zero') return [];
  const remedies = {
    empty: 'is empty; write e.g. 100 / churn',
    unreadable: 'cannot be read; use names, numbers and + - * / ( )',
    'too-long': 'is over 120 characters; make an output of a part of it',
  };
  return [mistake(path, `"${formula}" ${remedies[result.problem]}`)];
}
