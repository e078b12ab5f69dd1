import { type ReactNode, useId, useRef, useState } from 'react';
import type { MeStrings } from '#i18n/me.ts';
import { Icon } from '../board/Icon.tsx';
import { Said } from '../form/Said.tsx';
import { useSaid } from '../form/use-said.ts';

interface Props {
  /** On the row that opens the question. */
  title: string;
  question: string;
  /** What is deleted, and what stays. */
  children: ReactNode;
  onOpen?: () => void;
  /** @returns why it could not be deleted; undefined when it was, and the question closes. */
  onDelete: () => Promise<string | undefined>;
  strings: MeStrings;
}

/** A question that must be answered twice: a tick and the button. */
export function AskToDelete({ title, question, children, onOpen, onDelete, strings }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [isKnown, setKnown] = useState(false);
  const { setSaid, ...told } = useSaid();

  function open() {
    onOpen?.();
    setKnown(false);
    setSaid('');
    dialog.current?.showModal();
  }

  function know(isTicked: boolean) {
    setKnown(isTicked);
    setSaid('');
  }

  async function remove() {
    if (!isKnown) return setSaid(strings.deleteAsk, true);
    const refused = await onDelete();
    if (refused === undefined) dialog.current?.close();
    else setSaid(refused, true);
  }

  return (
    <>
      <button type="button" className="row" onClick={open}>
        <Icon name="trash-2" small={false} />
        <span>{title}</span>
        <Icon name="chevron-right" />
      </button>
      <dialog ref={dialog} className="ask" aria-labelledby={id}>
        <h2 id={id}>{question}</h2>
        {children}
        <label className="tick">
          <input type="checkbox" checked={isKnown} onChange={(event) => know(event.target.checked)} />
          <span>{strings.deleteKnow}</span>
        </label>
        <Said {...told} />
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
