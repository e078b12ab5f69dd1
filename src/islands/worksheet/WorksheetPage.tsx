import { useId, useState } from 'react';
import { uuidv7 } from '#client/record/ids.ts';
import { exampleFields } from '#core/worksheet/example.ts';
import { readFields } from '#core/worksheet/values.ts';
import { documentsOf } from '#core/worksheet/versions.ts';
import type { Fields } from '#core/worksheet/worksheet.ts';
import { useRecord } from '../me/use-record.ts';
import { Sheet } from './Sheet.tsx';
import type { WorksheetProps } from './worksheet-props.ts';

/** A worksheet with all the learner's sheets of it: the one kept last is open. */
export function WorksheetPage(props: WorksheetProps) {
  const { sheet, strings } = props;
  const own = useRecord();
  const [opened, setOpened] = useState<{ documentId: string; first: Fields }>();
  const [fresh] = useState(() => `${sheet.id}-first`);
  const [said, setSaid] = useState('');
  const picker = useId();
  if (!own)
    return (
      <p className="small needs-script" role="status">
        {strings.loading}
      </p>
    );
  const documents = documentsOf(own.facts, sheet.id);
  const documentId = opened?.documentId ?? documents[0]?.documentId ?? fresh;
  const names = new Map(
    documents.map((document) => {
      const name = document.versions[0]?.fields[sheet.named];
      return [document.documentId, typeof name === 'string' && name.trim() !== '' ? name : strings.untitled];
    }),
  );
  const today = todayOf(new Date());

  function openNew(first: Fields, words = '') {
    setOpened({ documentId: uuidv7(Date.now()), first });
    setSaid(words);
  }

  return (
    <>
      <div className="sheet-choice no-print">
        {(documents.length > 1 || (documents.length === 1 && !names.has(documentId))) && (
          <div className="sheet-field">
            <label htmlFor={picker}>{strings.sheets}</label>
            <select
              id={picker}
              value={documentId}
              onChange={(event) => {
                setOpened({ documentId: event.target.value, first: {} });
                setSaid('');
              }}
            >
              {!names.has(documentId) && <option value={documentId}>{strings.untitled}</option>}
              {[...names].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="acts">
          <button type="button" className="btn quiet" onClick={() => openNew({})}>
            {strings.newSheet}
          </button>
          {names.has(documentId) && (
            <button
              type="button"
              className="btn quiet"
              onClick={() =>
                openNew(
                  readFields(
                    sheet,
                    documents.find((one) => one.documentId === documentId)?.versions[0]?.fields,
                  ),
                )
              }
            >
              {strings.copySheet}
            </button>
          )}
          <button
            type="button"
            className="btn quiet"
            onClick={() => openNew(exampleFields(sheet, today), strings.exampleSaid)}
          >
            {strings.example}
          </button>
        </div>
        <p className="small" role="status">
          {said}
        </p>
      </div>
      <Sheet
        key={documentId}
        {...props}
        record={own.record}
        documentId={documentId}
        first={opened?.first ?? {}}
        today={today}
        isInMemory={own.health.state === 'memory'}
        onImport={(fields) => openNew(fields, strings.imported)}
      />
    </>
  );
}

/** By the device's calendar, as `2026-11-26`. */
function todayOf(now: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
