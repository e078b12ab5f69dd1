import { useRef, useState } from 'react';
import { deleteCopy } from '#client/sync/turn.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import type { SyncProps } from './SyncSection.tsx';

interface Props extends SyncProps {
  /** Told outside: after deletion this part is gone. */
  onSaid: (said: string) => void;
}

/** Delete the copy on the server, after a question that says what stays. */
export function RemoveCopy({ record, facts, strings, sync, onSaid }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isKnown, setKnown] = useState(false);
  const [said, setSaid] = useState('');

  function open() {
    setKnown(false);
    setSaid('');
    dialog.current?.showModal();
  }

  async function remove() {
    if (!isKnown) {
      setSaid(strings.deleteAsk);
      return;
    }
    const done = await deleteCopy(record);
    if (done.status === 'done') onSaid(sync.removed);
    else setSaid(sync.turnRefused[done.reason]);
  }

  return (
    <>
      <button type="button" className="row" onClick={open}>
        <Icon name="trash-2" small={false} />
        <span>{sync.removeTitle}</span>
        <Icon name="chevron-right" />
      </button>
      <dialog ref={dialog} className="ask" aria-labelledby="me-sync-remove">
        <h2 id="me-sync-remove">{sync.removeQuestion}</h2>
        <p>{fill(sync.removeText, { n: facts.length })}</p>
        <label className="tick">
          <input type="checkbox" checked={isKnown} onChange={(event) => setKnown(event.target.checked)} />
          <span>{strings.deleteKnow}</span>
        </label>
        <p className="small" role="status">
          {said}
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
