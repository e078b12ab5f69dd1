import { useState } from 'react';
import { isFiniteNumber, isMapOf, isRecord } from '#core/model/shape.ts';
import { withUnit } from '#core/practice/calculation.ts';
import { figureText } from '#core/quiz/numeric/figure.ts';
import { fill } from '#core/text/fill.ts';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { usePractice } from '../use-practice.ts';
import { Bench } from './Bench.tsx';
import { Figures } from './Figures.tsx';
import { Slider } from './Slider.tsx';
import { idsOf, stillThere, type Workbench } from './workbench.ts';

export type CalcActivity = Workbench<'calc'>;
export type CalcStrings = WorkbenchStrings['calc'];

interface Calculating {
  /** By input; the others stand as at the start. */
  values: Readonly<Record<string, number>>;
}

const START: Calculating = { values: {} };

const isCalculating = (value: unknown): value is Calculating =>
  isRecord(value) && isMapOf(value.values, isFiniteNumber);

/** Figures to move, and at once what comes of them, with the sum written out. */
export function CalcPractice({ activity, strings }: { activity: CalcActivity; strings: CalcStrings }) {
  const { inputs, outputs, note, title } = activity;
  const { state, save, finish } = usePractice<Calculating>(activity, START, isCalculating, {
    carry: ({ values }) => ({ values: stillThere(values, idsOf(inputs)) }),
    restMs: 300,
  });
  const start = Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
  const values = { ...start, ...state.values };

  function move(id: string, value: number) {
    if (state === START) finish(0);
    save({ values: { ...state.values, [id]: value } });
  }

  return (
    <Bench label={title} look="calc">
      {inputs.map((input) => (
        <Input
          key={input.id}
          input={input}
          value={values[input.id] ?? input.value}
          onMove={(value) => move(input.id, value)}
          strings={strings}
        />
      ))}
      <Figures outputs={outputs} values={values} start={start} strings={strings} />
      <p className="small">{note}</p>
      <button type="button" className="btn quiet" onClick={() => save({ values: {} })}>
        {strings.start}
      </button>
    </Bench>
  );
}

interface InputProps {
  input: CalcActivity['inputs'][number];
  value: number;
  onMove: (value: number) => void;
  strings: CalcStrings;
}

/**
 * A slider with a field to type the same figure in. What is typed out of range is not taken; the line under the slider
 * says so, in the place where it says the range, so that nothing moves under the finger.
 */
function Input({ input, value, onMove, strings }: InputProps) {
  const { text, least, most, step, unit } = input;
  const [typed, setTyped] = useState<string>();
  const outside = typed !== undefined && typed !== '' && !inRange(Number(typed), input);
  const range = { least: figureText(least, 2), most: figureText(most, 2) };
  return (
    <Slider
      label={text}
      value={value}
      least={least}
      most={most}
      step={step}
      shown={withUnit(figureText(value, 2), unit)}
      low={range.least}
      high={range.most}
      warning={outside ? fill(strings.range, range) : undefined}
      onMove={(moved) => {
        setTyped(undefined);
        onMove(moved);
      }}
    >
      <span className="typed">
        <input
          type="text"
          inputMode="decimal"
          className="num"
          size={8}
          aria-label={fill(strings.type, { name: text })}
          value={typed ?? figureText(value, 2)}
          onChange={(event) => {
            const figure = event.target.value.replace(/[,，\s]/g, '');
            setTyped(figure);
            if (inRange(Number(figure), input) && figure !== '') onMove(Number(figure));
          }}
          onBlur={() => !outside && setTyped(undefined)}
        />
        {unit}
      </span>
    </Slider>
  );
}

const inRange = (figure: number, { least, most }: { least: number; most: number }) =>
  figure >= least && figure <= most;
