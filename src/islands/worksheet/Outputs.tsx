import type { ReactNode } from 'react';
import { fill } from '#core/text/fill.ts';
import { inWords } from '#core/worksheet/exchange.ts';
import { chosenRows, progressOf, qualityOf, tallyOf, totalOf, weeksOf } from '#core/worksheet/outputs.ts';
import {
  type Fields,
  fieldsOf,
  type Output,
  type ScalarField,
  type Worksheet,
} from '#core/worksheet/worksheet.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';
import { Rehearsal } from './Rehearsal.tsx';

interface Props {
  sheet: Worksheet<string>;
  fields: Fields;
  /** `2026-11-26`, by the device's calendar. */
  today: string;
  strings: WorksheetStrings;
}

/** What is worked out from a sheet, in its order. */
export function Outputs(props: Props) {
  return props.sheet.outputs.map((output) => (
    <section className="sheet-output" key={output.title}>
      <h3>{output.title}</h3>
      <One {...props} output={output} />
    </section>
  ));
}

const percent = (ratio: number) => `${Math.round(Math.min(1.2, Math.max(-0.2, ratio)) * 1000) / 10}%`;

function One({ output, sheet, fields, today, strings }: Props & { output: Output<string> }): ReactNode {
  switch (output.kind) {
    case 'progress': {
      const progress = progressOf(output, fields, today);
      if (!progress) return <p className="small">{strings.none}</p>;
      const { ratio, expected, pace } = progress;
      const words = [
        fill(strings.progress, { percent: percent(ratio) }),
        ...(expected === undefined ? [] : [fill(strings.expected, { percent: percent(expected) })]),
        ...(pace ? [strings.paces[pace]] : []),
      ];
      return (
        <>
          <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect className="bar-ground" width="100" height="8" />
            <rect
              className={`bar-value ${pace ?? ''}`}
              width={Math.min(100, Math.max(0, ratio * 100))}
              height="8"
            />
            {expected !== undefined && (
              <rect className="bar-due" x={Math.max(0, expected * 100 - 1)} width="1" height="8" />
            )}
          </svg>
          <p className="num">{words.join(' · ')}</p>
        </>
      );
    }
    case 'quality': {
      const held = qualityOf(output, fields);
      return (
        <>
          <p className="num">{fill(strings.of, { n: held.filter(Boolean).length, all: held.length })}</p>
          <ul className="sheet-checks">
            {output.checks.map(({ text }, index) => (
              <li key={text} className={held[index] ? 'held' : ''}>
                <span aria-hidden="true">{held[index] ? '✓' : '○'}</span> {text}
                <span className="vh">{held[index] ? strings.yes : strings.required}</span>
              </li>
            ))}
          </ul>
        </>
      );
    }
    case 'weeks':
      return <p className="num">{fill(strings.weeks, { n: weeksOf(output, fields) })}</p>;
    case 'tally': {
      const counts = tallyOf(output, fields);
      const list = listOf(sheet, output.list).find(({ id }) => id === output.field);
      const named = list?.kind === 'many' ? list.options.filter(({ id }) => counts.has(id)) : [];
      if (named.length === 0) return <p className="num">{fill(strings.entries, { n: 0 })}</p>;
      return (
        <ul className="sheet-tally">
          {named.map(({ id, text }) => (
            <li key={id}>
              {text} <span className="num">{fill(strings.entries, { n: counts.get(id) ?? 0 })}</span>
            </li>
          ))}
        </ul>
      );
    }
    case 'total': {
      const field = fieldsOf(sheet).find(({ id }) => id === output.field);
      const most = field?.kind === 'marks' ? field.rows.length * (field.marks.length - 1) : 0;
      return <p className="num">{fill(strings.of, { n: totalOf(output, fields) ?? 0, all: most })}</p>;
    }
    case 'rehearsal':
      return <Rehearsal output={output} sheet={sheet} fields={fields} strings={strings} />;
    case 'showcase': {
      const rows = chosenRows(output, fields);
      const shown = listOf(sheet, output.list).filter(
        ({ id, private: own }) => output.fields.includes(id) && !own,
      );
      if (rows.length === 0) return <p className="small">{strings.showcaseNone}</p>;
      return (
        <ol className="sheet-show">
          {rows.map((row, index) => (
            <li key={index}>
              {shown.map((field) => {
                const words = inWords(field, row[field.id], strings.yes);
                return words === '' ? null : (
                  <p key={field.id} className={field.id === 'fact' ? 'serif' : 'small'}>
                    {words}
                  </p>
                );
              })}
            </li>
          ))}
        </ol>
      );
    }
  }
}

function listOf(sheet: Worksheet<string>, id: string): readonly ScalarField<string>[] {
  const list = fieldsOf(sheet).find((field) => field.id === id);
  return list?.kind === 'list' ? list.fields : [];
}
