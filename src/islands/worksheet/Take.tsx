import { type ChangeEvent, useEffect, useState } from 'react';
import { copyText } from '#client/copy-text.ts';
import { csvOf } from '#client/csv.ts';
import { isWeChat } from '#client/in-app-browser.ts';
import { type Blobs, packBlobs, unpackBlobs } from '#client/record/blobs.ts';
import { saveFile } from '#client/save-file.ts';
import { fill } from '#core/text/fill.ts';
import { exportSheet, importSheet, markdownOf, tableOf } from '#core/worksheet/exchange.ts';
import { picturesOf } from '#core/worksheet/pictures.ts';
import type { Fields, Worksheet } from '#core/worksheet/worksheet.ts';
import type { WorksheetStrings } from '#i18n/worksheet.ts';

interface Props {
  sheet: Worksheet<string>;
  fields: Fields;
  pictures: Blobs;
  /** A version is kept before a sheet leaves the device. */
  onTake: () => void;
  onImport: (fields: Fields) => void;
  strings: WorksheetStrings;
}

/** Paper, files and text; and a file back. */
export function Take({ sheet, fields, pictures, onTake, onImport, strings }: Props) {
  const [said, setSaid] = useState('');
  const [inWeChat, setInWeChat] = useState(false);
  useEffect(() => setInWeChat(isWeChat()), []);

  function save(text: string, ending: string, type: string) {
    onTake();
    const name = `sanxiu-${sheet.id}.${ending}`;
    saveFile(text, name, type);
    setSaid(fill(strings.saved, { name }));
  }

  async function saveSheet() {
    const ids = new Set(picturesOf(sheet, fields));
    const own = ids.size > 0 ? [...(await pictures.all())].filter(([id]) => ids.has(id)) : [];
    save(exportSheet(sheet, fields, packBlobs(own)), 'json', 'application/json');
  }

  function saveTable() {
    save(csvOf(tableOf(sheet, fields, strings.yes)), 'csv', 'text/csv');
  }

  async function copy() {
    onTake();
    setSaid((await copyText(markdownOf(sheet, fields, strings.yes), null)) ? strings.copied : strings.byHand);
  }

  async function read(event: ChangeEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    const file = field.files?.[0];
    if (!file) return;
    const read = importSheet(sheet, await file.text());
    field.value = '';
    if (read.status === 'refused')
      return setSaid(
        fill(strings.refused[read.reason], { id: 'worksheetId' in read ? read.worksheetId : '' }),
      );
    const brought = unpackBlobs(read.pictures);
    if (brought.length > 0) await pictures.keep(brought);
    onImport(read.fields);
    setSaid(strings.imported);
  }

  return (
    <details className="sheet-take no-print">
      <summary>{strings.take}</summary>
      {inWeChat && <p className="notice">{strings.wechat}</p>}
      <div className="acts">
        <button type="button" className="btn line" onClick={() => print()}>
          {strings.print}
        </button>
        <button type="button" className="btn line" onClick={copy}>
          {strings.copy}
        </button>
        <button type="button" className="btn line" onClick={saveSheet}>
          {strings.json}
        </button>
        <button type="button" className="btn line" onClick={saveTable}>
          {strings.csv}
        </button>
        <button
          type="button"
          className="btn line"
          onClick={() => save(markdownOf(sheet, fields, strings.yes), 'md', 'text/markdown')}
        >
          {strings.markdown}
        </button>
      </div>
      <label className="btn line file">
        {strings.import}
        <input type="file" accept=".json,application/json" onChange={read} />
      </label>
      <p className="small" role="status">
        {said}
      </p>
    </details>
  );
}
