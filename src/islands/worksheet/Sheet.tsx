import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { findingsOf, isComplete, type SheetFinding } from '#core/worksheet/findings.ts';
import { isPrompted } from '#core/worksheet/outputs.ts';
import { readFields } from '#core/worksheet/values.ts';
import type { Fields, Row, Scalar } from '#core/worksheet/worksheet.ts';
import { FieldInput } from './FieldInput.tsx';
import { changed, ListInput } from './ListInput.tsx';
import { Outputs } from './Outputs.tsx';
import { sentenceOf } from './sentence-of.ts';
import { Take } from './Take.tsx';
import { type SheetPlan, useSheet } from './use-sheet.ts';
import type { WorksheetProps } from './worksheet-props.ts';

interface Props extends WorksheetProps, SheetPlan {
  today: string;
  isInMemory: boolean;
  onImport: (fields: Fields) => void;
}

/** One sheet: its fields, what comes of them, its versions, and the ways out. */
export function Sheet(props: Props) {
  const { sheet, strings, today, language, record } = props;
  const { fields, versions, base, isExample, change, keep, use } = useSheet(props);
  const [said, setSaid] = useState('');
  if (!fields) return <p className="small">{strings.loading}</p>;
  const findings = findingsOf(sheet, fields);
  const isEmpty = Object.keys(fields).length === 0;

  return (
    <div className="sheet">
      <p className={props.isInMemory ? 'notice' : 'micro'}>
        {props.isInMemory ? strings.memory : strings.kept}
      </p>
      <Prompts sheet={sheet} fields={fields} today={today} />
      {isEmpty && <p className="small">{fill(strings.begin, { begin: sheet.begin })}</p>}
      {sheet.sections.map((section) => (
        <section key={section.id} aria-labelledby={`s-${section.id}`}>
          <h2 id={`s-${section.id}`}>{section.title}</h2>
          {section.hint && <p className="small">{section.hint}</p>}
          {section.fields.map((field) =>
            field.kind === 'list' ? (
              <ListInput
                key={field.id}
                field={field}
                rows={rowsOf(fields, field.id)}
                onChange={(edit) => change((now) => changed(now, field.id, edit(rowsOf(now, field.id))))}
                findings={findings}
                pictures={record.blobs}
                strings={strings}
              />
            ) : (
              <FieldInput
                key={field.id}
                field={field}
                value={fields[field.id] as Scalar | undefined}
                onChange={(value) => change((now) => changed(now, field.id, value))}
                findings={findings.filter(({ path }) => path === field.id)}
                around={fields}
                pictures={record.blobs}
                strings={strings}
              />
            ),
          )}
        </section>
      ))}
      <section aria-label={sheet.title} className="sheet-outputs">
        <Outputs
          sheet={sheet}
          fields={fields}
          today={today}
          language={language}
          pictures={record.blobs}
          strings={strings}
        />
      </section>
      <div className="sheet-foot no-print">
        <Standing findings={findings} strings={strings} />
        <button
          type="button"
          className="btn realm"
          onClick={() => {
            keep();
            setSaid(
              isExample
                ? strings.exampleKeep
                : fill(strings.keptVersion, { time: timeOf(Date.now(), language) }),
            );
          }}
        >
          {isComplete(findings) && !isExample ? strings.keepComplete : strings.keepVersion}
        </button>
        <p className="small" role="status">
          {said}
        </p>
      </div>
      <Take
        sheet={sheet}
        fields={fields}
        pictures={record.blobs}
        onTake={keep}
        onImport={props.onImport}
        strings={strings}
      />
      {versions.length > 1 && (
        <details className="sheet-versions no-print">
          <summary>{fill(strings.versions, { n: versions.length - 1 })}</summary>
          <ul>
            {versions
              .filter(({ id }) => id !== base)
              .map(({ id, at, deviceId, fields: former }) => (
                <li key={id}>
                  <span className="small num">
                    {fill(strings.versionOf, { time: timeOf(at, language) })}
                    {' · '}
                    {deviceId === record.deviceId ? strings.thisDevice : strings.otherDevice}
                  </span>
                  <button
                    type="button"
                    className="btn quiet"
                    onClick={() => {
                      use(readFields(sheet, former));
                      setSaid(strings.usedVersion);
                    }}
                  >
                    {strings.useVersion}
                  </button>
                </li>
              ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const rowsOf = (fields: Fields, id: string) => (fields[id] as readonly Row[] | undefined) ?? [];

const timeOf = (at: number, language: 'zh' | 'en') =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);

/** On the day of the week on which the sheet asks to be looked at again. */
function Prompts({ sheet, fields, today }: Pick<Props, 'sheet' | 'today'> & { fields: Fields }) {
  return sheet.outputs.map((output) =>
    output.kind === 'prompt' && isPrompted(output, fields, today) ? (
      <div className="notice no-print" key={output.title}>
        <p>
          <strong>{output.title}</strong>
        </p>
        <p>{output.text}</p>
      </div>
    ) : null,
  );
}

/** What keeps the sheet from being complete; a hint, never a wall. */
function Standing({ findings, strings }: { findings: readonly SheetFinding[] } & Pick<Props, 'strings'>) {
  const missing = findings.filter(({ level }) => level === 'missing');
  const errors = findings.filter(({ level }) => level !== 'missing' && level !== 'warning');
  if (isComplete(findings)) return <p>{strings.complete}</p>;
  const lines = [...new Set(missing.map((finding) => sentenceOf(finding, strings)))];
  return (
    <>
      {errors.length > 0 && (
        <>
          <p>{fill(strings.errors, { n: errors.length })}</p>
          <ul className="small error">
            {errors.map((finding) => (
              <li key={`${finding.path} ${finding.level}`}>{sentenceOf(finding, strings)}</li>
            ))}
          </ul>
        </>
      )}
      {missing.length > 0 && (
        <details>
          <summary>{fill(strings.missing, { n: missing.length })}</summary>
          <ul className="small">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
