import type { DeskRow } from '#core/simulator/scenario-task.ts';
import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import { type Figures, isMoney } from './figures.ts';
import { shown } from './number-words.ts';

interface Props {
  rows: readonly DeskRow<string>[];
  figures: Figures;
  strings: TaskStrings['desk'];
}

/** For each gain a bar: how much less a year when only half of it comes true. Money paid once moves no year. */
export function Sensitivity({ rows, figures, strings }: Props) {
  const bars = rows.flatMap((row) => {
    const figure = figures[row.id];
    return row.kind === 'driver' && isMoney(row) && figure !== undefined
      ? [{ id: row.id, text: row.text, less: Math.abs(figure) / 2 }]
      : [];
  });
  const longest = Math.max(1, ...bars.map((bar) => bar.less));
  if (bars.length === 0) return <p className="small">{strings.none}</p>;
  return (
    <>
      <p className="small">{strings.sensitivityLead}</p>
      <ul className="desk-bars">
        {bars.map((bar) => (
          <li key={bar.id}>
            <span>{bar.text}</span>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(bar.less / longest) * 100} height="1" />
            </svg>
            <span className="num">{fill(strings.bar, { n: shown(bar.less) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
