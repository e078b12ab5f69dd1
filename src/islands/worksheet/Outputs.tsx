import type { ReactNode } from 'react';
import type { Language } from '#core/model/text.ts';
import { fill } from '#core/text/fill.ts';
import { inWords } from '#core/worksheet/exchange.ts';
import {
  averageOf,
  chosenByMonth,
  progressOf,
  qualityOf,
  tallyOf,
  weeksOf,
} from '#core/worksheet/outputs.ts';
import {
  type Fields,
  fieldsOf,
  type Output,
  type ScalarField,
  type Worksheet,
} from '#core/worksheet/worksheet.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';
import { Picture, type PictureSource } from './Picture.tsx';
import { Rehearsal } from './Rehearsal.tsx';

interface Props {
  sheet: Worksheet<string>;
  fields: Fields;
  /** `2026-11-26`, by the device's calendar. */
  today: string;
  language: Language;
  pictures: PictureSource;
  strings: WorksheetStrings;
}

/** What is worked out from a sheet, in its order. */
export function Outputs(props: Props) {
  return props.sheet.outputs
    .filter(({ kind }) => kind !== 'prompt')
    .map((output) => (
      <section className="sheet-output" key={output.title}>
        <h3>{output.title}</h3>
        <One {...props} output={output} />
      </section>
    ));
}

const percent = (ratio: number) => `${Math.round(Math.min(1.2, Math.max(-0.2, ratio)) * 1000) / 10}%`;

function One(props: Props & { output: Output<string> }): ReactNode {
  const { output, sheet, fields, today, pictures, strings } = props;
  switch (output.kind) {
    case 'prompt':
      return null;
    case 'card': {
      const words = fields[output.field];
      const field = fieldsOf(sheet).find(({ id }) => id === output.picture);
      const picture = fields[output.picture];
      if (typeof words !== 'string' && typeof picture !== 'string')
        return <p className="small">{strings.cardNone}</p>;
      const alt = field?.kind === 'picture' ? String(fields[field.alt] ?? '') : '';
      return (
        <div className="sheet-card">
          {typeof picture === 'string' && (
            <Picture id={picture} alt={alt} pictures={pictures} strings={strings} />
          )}
          {typeof words === 'string' && <p className="serif">{words}</p>}
        </div>
      );
    }
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
                <span className="vh">{held[index] ? strings.yes : strings.lacking}</span>
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
    case 'average':
      return <Average {...props} output={output} />;
    case 'rehearsal':
      return <Rehearsal output={output} sheet={sheet} fields={fields} strings={strings} />;
    case 'showcase':
      return <Showcase {...props} output={output} />;
  }
}

function Average({
  output,
  sheet,
  fields,
  today,
  strings,
}: Props & { output: Extract<Output<string>, { kind: 'average' }> }) {
  const { now, before } = averageOf(output, fields, today);
  const field = listOf(sheet, output.list).find(({ id }) => id === output.field);
  const all = field?.kind === 'marks' ? field.rows.length * (field.marks.length - 1) : 0;
  return (
    <>
      <p className="num">{now === undefined ? strings.weekNone : fill(strings.weekTotal, { n: now, all })}</p>
      {before && (
        <p className="num">
          {fill(strings.weeksBefore, { mean: Math.round(before.mean * 10) / 10, all, n: before.weeks })}
        </p>
      )}
    </>
  );
}

/** What somebody is proud of, month by month. */
function Showcase({
  output,
  sheet,
  fields,
  language,
  pictures,
  strings,
}: Props & { output: Extract<Output<string>, { kind: 'showcase' }> }) {
  const months = chosenByMonth(output, fields);
  const shown = listOf(sheet, output.list).filter(
    ({ id, private: own }) => output.fields.includes(id) && !own,
  );
  if (months.length === 0) return <p className="small">{strings.showcaseNone}</p>;
  return months.map(({ month, rows }) => (
    <div key={month}>
      <h4 className="num">{month === '' ? strings.undated : monthName(month, language)}</h4>
      <ol className="sheet-show">
        {rows.map((row, index) => (
          <li key={index}>
            {shown.map((field) => {
              const value = row[field.id];
              if (field.kind === 'picture')
                return typeof value === 'string' ? (
                  <Picture
                    key={field.id}
                    id={value}
                    alt={String(row[field.alt] ?? '')}
                    pictures={pictures}
                    strings={strings}
                  />
                ) : null;
              const words = inWords(field, value, strings.yes);
              return words === '' ? null : (
                <p key={field.id} className={field.id === 'fact' ? 'serif' : 'small'}>
                  {words}
                </p>
              );
            })}
          </li>
        ))}
      </ol>
    </div>
  ));
}

/** @param month `2026-11` */
const monthName = (month: string, language: Language) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01T00:00:00Z`));

function listOf(sheet: Worksheet<string>, id: string): readonly ScalarField<string>[] {
  const list = fieldsOf(sheet).find((field) => field.id === id);
  return list?.kind === 'list' ? list.fields : [];
}
