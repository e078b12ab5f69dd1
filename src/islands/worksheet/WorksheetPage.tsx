import { useEffect, useId, useState } from 'react';
import { uuidv7 } from '#client/record/ids.ts';
import type { DeviceRecord } from '#client/record/record.ts';
import { exampleFields } from '#core/worksheet/example.ts';
import { readFields } from '#core/worksheet/values.ts';
import { documentsOf } from '#core/worksheet/versions.ts';
import type { Fields } from '#core/worksheet/worksheet.ts';
import { useRecord } from '../me/use-record.ts';
import { draftsOf, type KnownDraft } from './drafts.ts';
import { Sheet } from './Sheet.tsx';
import { sweepPictures } from './sweep-pictures.ts';
import type { FirstFields } from './use-sheet.ts';
import type { WorksheetProps } from './worksheet-props.ts';

const EMPTY: FirstFields = { fields: {}, isExample: false };

/** A worksheet with all the learner's sheets of it: the one written last is open. */
export function WorksheetPage(props: WorksheetProps) {
  const { sheet, strings } = props;
  const own = useRecord();
  const [drafts, look] = useDrafts(own?.record, props);
  const [opened, setOpened] = useState<{ documentId: string; first: FirstFields }>();
  const [fresh] = useState(() => uuidv7(Date.now()));
  const [said, setSaid] = useState('');
  const picker = useId();
  if (!own || !drafts)
    return (
      <p className="small needs-script" role="status">
        {strings.loading}
      </p>
    );
  const sheets = sheetsOf(
    documentsOf(own.facts, sheet.id).map(({ documentId, versions: [newest] }) => ({
      documentId,
      at: newest?.at ?? 0,
      fields: readFields(sheet, newest?.fields),
    })),
    drafts,
  );
  const documentId = opened?.documentId ?? sheets[0]?.documentId ?? fresh;
  const current = sheets.find((one) => one.documentId === documentId);
  const today = todayOf(new Date());

  function open(next: { documentId: string; first: FirstFields }, words = '') {
    setOpened(next);
    setSaid(words);
    look();
  }
  const openNew = (fields: Fields, words?: string, isExample = false) =>
    open({ documentId: uuidv7(Date.now()), first: { fields, isExample } }, words);

  return (
    <>
      <div className="sheet-choice no-print">
        {sheets.length + (current ? 0 : 1) > 1 && (
          <div className="sheet-field">
            <label htmlFor={picker}>{strings.sheets}</label>
            <select
              id={picker}
              value={documentId}
              onChange={(event) => open({ documentId: event.target.value, first: EMPTY })}
            >
              {!current && <option value={documentId}>{strings.untitled}</option>}
              {sheets.map((one) => (
                <option key={one.documentId} value={one.documentId}>
                  {nameOf(one.fields[sheet.named]) || strings.untitled}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="acts">
          <button type="button" className="btn quiet" onClick={() => openNew({})}>
            {strings.newSheet}
          </button>
          {current && (
            <button type="button" className="btn quiet" onClick={() => openNew(current.fields)}>
              {strings.copySheet}
            </button>
          )}
          <button
            type="button"
            className="btn quiet"
            onClick={() => openNew(exampleFields(sheet, today), strings.exampleSaid, true)}
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
        first={opened?.first ?? EMPTY}
        today={today}
        isInMemory={own.health.state === 'memory'}
        onImport={(fields) => openNew(fields, strings.imported)}
      />
    </>
  );
}

/**
 * The drafts of this device, looked for at the beginning, whenever another sheet is opened, and when another tab writes one.
 * @returns undefined until the device was read, and how to look again.
 */
function useDrafts(record: DeviceRecord | undefined, { sheet }: WorksheetProps) {
  const [drafts, setDrafts] = useState<readonly KnownDraft[]>();
  const look = () => void (record && draftsOf(record, sheet).then(setDrafts));
  useEffect(() => {
    look();
    if (record) void sweepPictures(record, Date.now());
    return record?.subscribe((change) => {
      if (change.type === 'deleted' || (change.type === 'snapshot' && change.elsewhere)) look();
    });
  }, [record]);
  return [drafts, look] as const;
}

/** Kept versions and drafts as one list, the sheet written last first; a draft is newer than the version it grew from. */
function sheetsOf(kept: readonly KnownDraft[], drafts: readonly KnownDraft[]): KnownDraft[] {
  const sheets = new Map(kept.map((one) => [one.documentId, one]));
  for (const draft of drafts) {
    const version = sheets.get(draft.documentId);
    if (!version || version.at <= draft.at) sheets.set(draft.documentId, draft);
  }
  return [...sheets.values()].sort((a, b) => b.at - a.at);
}

const nameOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** By the device's calendar, as `2026-11-26`. */
function todayOf(now: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
