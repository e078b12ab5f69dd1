import { useEffect, useRef, useState } from 'react';
import { copyText } from '#client/copy-text.ts';
import { exportFrom } from '#client/record/merge.ts';
import { syncsTo } from '#client/record/sync-mark.ts';
import { toFileText, toPasteText, transferOf } from '#client/record/transfer.ts';
import { saveFile } from '#client/save-file.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import { shareText } from './hand-over.ts';
import type { KeepingProps } from './Keeping.tsx';
import { fileDate } from './wording.ts';

interface Prepared {
  file: string;
  text: string;
  name: string;
}

interface Props extends KeepingProps {
  canDownload: boolean;
}

const fetchStatements = () => import('#client/statement/own-statements.ts');

/** Export as a file, as text to copy, by the share sheet. Prepared on opening: copying and sharing must answer the tap at once. */
export function ExportRecord({ record, facts, strings, canDownload }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [prepared, setPrepared] = useState<Prepared>();
  const [result, setResult] = useState('');
  const [canShare, setCanShare] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // Here before anybody asks for it: by then the network may be gone.
  useEffect(() => void fetchStatements().catch(() => {}), []);
  useEffect(() => setCanShare(typeof navigator.share === 'function'), []);
  useEffect(() => {
    if (!isOpen) return;
    let gone = false;
    void prepare(record).then((done) => {
      if (!gone) setPrepared(done);
    });
    return () => {
      gone = true;
    };
  }, [isOpen, record, facts]);

  async function copy({ text }: Prepared) {
    const isCopied = await copyText(text, field.current);
    setResult(isCopied ? fill(strings.exportCopied, { n: text.length }) : strings.exportByHand);
  }
  async function share({ text, name }: Prepared) {
    const isShared = await shareText(text, `${name}.txt`, strings.shareTitle);
    setResult(isShared ? strings.exportShared : strings.exportNotShared);
  }
  async function saveStatements() {
    try {
      const { statementsOf } = await fetchStatements();
      const { facts, deviceId } = await exportFrom(record);
      const now = Date.now();
      const whose = syncsTo() ?? deviceId;
      const statements = statementsOf(facts, { learnerId: whose, origin: location.origin, now });
      const name = `sanxiu-xapi-${fileDate(now)}.json`;
      saveFile(JSON.stringify(statements), name);
      setResult(fill(strings.exportXapiSaved, { n: statements.length, name }));
    } catch {
      setResult(strings.exportXapiFailed);
    }
  }
  function save({ file, name }: Prepared) {
    saveFile(file, `${name}.json`);
    setResult(fill(strings.exportSaved, { name: `${name}.json` }));
  }
  const button = (name: string, act: (ready: Prepared) => unknown) => (
    <button
      type="button"
      className="btn line"
      aria-disabled={!prepared}
      onClick={() => prepared && void act(prepared)}
    >
      {name}
    </button>
  );

  return (
    <details className="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="download" small={false} />
        <span>{strings.exportTitle}</span>
        <Icon name="chevron-right" />
      </summary>
      <p className="small">{strings.exportHint}</p>
      <p className="fold-acts">
        {canDownload && button(strings.exportFile, save)}
        {button(strings.exportCopy, copy)}
        {canShare && button(strings.exportShare, share)}
        {canDownload && button(strings.exportXapi, saveStatements)}
      </p>
      {canDownload && <p className="small">{strings.exportXapiHint}</p>}
      <label className="label">
        {strings.exportText}
        <textarea ref={field} readOnly rows={3} value={prepared?.text ?? strings.exportBusy} />
      </label>
      <p className="small" role="status">
        {result}
      </p>
    </details>
  );
}

async function prepare(record: KeepingProps['record']): Promise<Prepared> {
  const now = Date.now();
  const transfer = transferOf(await exportFrom(record), now);
  const text = await toPasteText(transfer);
  return { file: toFileText(transfer), text, name: `sanxiu-${fileDate(now)}` };
}
