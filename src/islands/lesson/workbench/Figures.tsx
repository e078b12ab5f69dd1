import type { ReactNode } from 'react';
import type { ExpressionResult } from '#core/finance/expression.ts';
import { calculate, shownSum, withUnit } from '#core/practice/calculation.ts';
import { figureText } from '#core/quiz/numeric/figure.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import type { CalcActivity, CalcStrings } from './CalcPractice.tsx';
import { useRested } from './use-rested.ts';

interface FiguresProps {
  outputs: CalcActivity['outputs'];
  values: Readonly<Record<string, number>>;
  start: Readonly<Record<string, number>>;
  strings: CalcStrings;
}

/** What comes of the figures, line by line; the main one stays in sight while a slider is moved. */
export function Figures({ outputs, values, start, strings }: FiguresProps) {
  const results = calculate(outputs, values);
  const lines = outputs.map((output, index) => {
    const sum = shownSum(outputs, index, values);
    const figure = sum ? withUnit(sum.right, output.unit) : '—';
    const result = results[index];
    const zero = result && 'problem' in result && result.problem === 'divided-by-zero';
    return {
      output,
      figure,
      line: sum ? `${sum.left} ${sum.sign} ${figure}` : strings[zero ? 'zero' : 'unreadable'],
      bad: !sum,
    };
  });
  const place = Math.max(
    0,
    outputs.findIndex(({ main }) => main),
  );
  const main = lines[place];
  const change = changeOf(results[place], calculate(outputs, start)[place]);
  const said = useRested(main && `${main.output.text} ${main.bad ? main.line : main.figure}`);
  return (
    <>
      <dl className="figures">
        {lines.map(
          (line) => line !== main && <Figure key={line.output.id} {...line} name={line.output.text} />,
        )}
      </dl>
      {main && (
        <dl className="figures main">
          <Figure {...main} name={main.output.text}>
            {change !== 0 && (
              <span className="small">
                {fill(change > 0 ? strings.more : strings.less, { n: figureText(Math.abs(change), 0) })}
              </span>
            )}
          </Figure>
        </dl>
      )}
      <p className="vh" role="status">
        {said}
      </p>
    </>
  );
}

interface FigureProps {
  name: string;
  figure: string;
  /** The sum, or why there is none. */
  line: string;
  bad: boolean;
  children?: ReactNode;
}

function Figure({ name, figure, line, bad, children }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">
        <b>{figure}</b>
        <span className={bad ? 'nudge' : 'micro'}>
          {bad && <Icon name="circle-alert" />}
          {line}
        </span>
        {children}
      </dd>
    </div>
  );
}

/** Per cent more or less than at the start, rounded; 0 also where either has no value. */
function changeOf(now: ExpressionResult | undefined, was: ExpressionResult | undefined): number {
  if (!now || !was || !('value' in now) || !('value' in was) || was.value === 0) return 0;
  return Math.round(((now.value - was.value) / Math.abs(was.value)) * 100);
}
