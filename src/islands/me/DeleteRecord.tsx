import { useRef, useState } from 'react';
import { forgetLastJot } from '#client/jots.ts';
import { forgetPlaces } from '#client/place.ts';
import { readSyncMark } from '#client/record/sync-mark.ts';
import { forgetSeals } from '#client/seals.ts';
import { Icon } from '../board/Icon.tsx';
import type { KeepingProps } from './Keeping.tsx';

/** Delete everything, after a question that must be answered twice: a tick and the button. */
export function DeleteRecord({ record, strings, sync }: KeepingProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isKnown, setKnown] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [result, setResult] = useState('');
  const [isSynced, setSynced] = useState(false);

  function open() {
    setSynced(readSyncMark() !== undefined);
    setKnown(false);
    setAsked(false);
    setResult('');
    dialog.current?.showModal();
  }

  async function remove() {
    if (!isKnown) {
      setAsked(true);
      return;
    }
    const done = await record.deleteAll();
    forgetPlaces();
    forgetLastJot();
    forgetSeals();
    dialog.current?.close();
    setResult(done === 'deleted' ? strings.deleted : strings.deletedInMemory);
  }

  return (
    <>
      <button type="button" className="row" onClick={open}>
        <Icon name="trash-2" small={false} />
        <span>{strings.deleteTitle}</span>
        <Icon name="chevron-right" />
      </button>
      <p className="small" role="status">
        {result}
      </p>
      <dialog ref={dialog} className="ask" aria-labelledby="me-delete">
        <h2 id="me-delete">{strings.deleteQuestion}</h2>
        <p>{strings.deleteText}</p>
        {isSynced && <p>{sync.localOnly}</p>}
        <label className="tick">
          <input type="checkbox" checked={isKnown} onChange={(event) => setKnown(event.target.checked)} />
          <span>{strings.deleteKnow}</span>
        </label>
        <p className="small" role="status">
          {isAsked && !isKnown ? strings.deleteAsk : ''}
        </p>
        <p className="fold-acts">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>
            {strings.cancel}
          </button>
          <button type="button" className="btn" aria-disabled={!isKnown} onClick={remove}>
            {strings.deleteGo}
          </button>
        </p>
      </dialog>
    </>
  );
}
