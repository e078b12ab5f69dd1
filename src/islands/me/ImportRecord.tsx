import { type ChangeEvent, type FormEvent, useState } from 'react';
import { importInto } from '#client/record/merge.ts';
import { readTransfer } from '#client/record/transfer.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import { Said } from '../form/Said.tsx';
import { useSaid } from '../form/use-said.ts';
import type { KeepingProps } from './Keeping.tsx';

/** Import from a file or from pasted text; merges, never overwrites. */
export function ImportRecord({ record, strings }: KeepingProps) {
  const [pasted, setPasted] = useState('');
  const { setSaid, ...told } = useSaid();

  async function merge(text: string): Promise<boolean> {
    setSaid(strings.importBusy);
    const reading = await readTransfer(text);
    if (reading.status === 'refused') {
      setSaid(strings.importRefused[reading.reason], true);
      return false;
    }
    const { facts, snapshots, blobs } = reading.transfer;
    const { kept, ...counts } = await importInto(record, facts, snapshots, blobs);
    setSaid(fill(strings.imported, counts) + (kept ? '' : strings.importedInMemory));
    return true;
  }

  async function onFile(event: ChangeEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    const file = field.files?.[0];
    // The same file can be chosen again after it was put right.
    if (file) await merge(await file.text().catch(() => ''));
    field.value = '';
  }

  async function onPaste(event: FormEvent) {
    event.preventDefault();
    if (await merge(pasted)) setPasted('');
  }

  return (
    <details className="fold">
      <summary>
        <Icon name="plus" small={false} />
        <span>{strings.importTitle}</span>
        <Icon name="chevron-right" />
      </summary>
      <form onSubmit={onPaste}>
        <label className="btn line file">
          {strings.importFile}
          <input type="file" accept=".json,.txt,application/json,text/plain" onChange={onFile} />
        </label>
        <label className="label">
          {strings.importText}
          <textarea
            rows={3}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <p className="fold-acts">
          <button type="submit" className="btn line">
            {strings.importGo}
          </button>
        </p>
        <Said {...told} />
      </form>
    </details>
  );
}
