import { useEffect, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { inWords } from '#core/worksheet/exchange.ts';
import {
  type Fields,
  fieldsOf,
  type Output,
  type Scalar,
  type Worksheet,
} from '#core/worksheet/worksheet.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';

interface Props {
  output: Extract<Output<string>, { kind: 'rehearsal' }>;
  sheet: Worksheet<string>;
  fields: Fields;
  strings: WorksheetStrings;
}

/** Once through in the mind, phase by phase, with what was written on the card. Seconds count down; nothing is judged. */
export function Rehearsal({ output: { phases }, sheet, fields, strings }: Props) {
  const [at, setAt] = useState<{ phase: number; left: number }>();
  const [isDone, setDone] = useState(false);
  const isRunning = at !== undefined;

  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => {
      setAt((now) => {
        if (!now) return now;
        if (now.left > 1) return { ...now, left: now.left - 1 };
        const next = phases[now.phase + 1];
        if (next) return { phase: now.phase + 1, left: next.seconds };
        setDone(true);
        return undefined;
      });
    }, 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);

  function start() {
    setDone(false);
    setAt({ phase: 0, left: phases[0]?.seconds ?? 0 });
  }

  const phase = at && phases[at.phase];
  const cards = fieldsOf(sheet).filter(({ id }) => phase?.fields.includes(id));
  return (
    <div className="rehearsal">
      {at && phase ? (
        <>
          <p className="label num">{fill(strings.phase, { n: at.phase + 1, all: phases.length })}</p>
          <p className="serif" role="status">
            {phase.text}
          </p>
          <ul>
            {cards.map((field) => {
              const words =
                field.kind === 'list'
                  ? ''
                  : inWords(field, fields[field.id] as Scalar | undefined, strings.yes);
              return words === '' ? null : (
                <li key={field.id}>
                  <small>{field.label}</small> {words}
                </li>
              );
            })}
          </ul>
          <p className="num" role="timer">
            {fill(strings.seconds, { n: at.left })}
          </p>
          <button type="button" className="btn line" onClick={() => setAt(undefined)}>
            {strings.stop}
          </button>
        </>
      ) : (
        <>
          <p className="small" role="status">
            {isDone ? strings.rehearsed : ''}
          </p>
          <button type="button" className="btn line no-print" onClick={start}>
            {strings.rehearse}
          </button>
        </>
      )}
    </div>
  );
}
