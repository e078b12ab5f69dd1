import { type ReactNode, useId, useRef } from 'react';
import type { AccountStrings } from '#i18n/account.ts';
import { Icon } from '../board/Icon.tsx';
import { Said } from '../form/Said.tsx';
import type { Act } from '../form/use-act.ts';

interface Props {
  /** On the row that opens the question. */
  title: string;
  question: string;
  /** On the button that does it. */
  go: string;
  children: ReactNode;
  account: AccountStrings;
  act: Act;
  onOpen?: () => void;
  onClose?: () => void;
  /** @returns true when it is done, and the question closes. */
  onGo: () => Promise<boolean>;
}

/** A row to sign out by, and the question it opens before anything is done. */
export function Ask({ title, question, go, children, account, act, onOpen, onClose, onGo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  function open() {
    act.setSaid('');
    onOpen?.();
    dialog.current?.showModal();
  }
  async function confirm() {
    if (await onGo()) dialog.current?.close();
  }
  return (
    <>
      <button type="button" className="row" onClick={open}>
        <Icon name="log-out" small={false} />
        <span>{title}</span>
        <Icon name="chevron-right" />
      </button>
      <dialog ref={dialog} className="ask" aria-labelledby={id} onClose={onClose}>
        <h2 id={id}>{question}</h2>
        {children}
        <Said {...act} />
        <p className="fold-acts">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>
            {account.cancel}
          </button>
          <button type="button" className="btn" aria-disabled={act.isBusy} onClick={confirm}>
            {go}
          </button>
        </p>
      </dialog>
    </>
  );
}
