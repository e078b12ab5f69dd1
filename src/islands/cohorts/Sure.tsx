import { useId, useRef } from 'react';
import type { LeadStrings } from './cohorts-props.ts';

interface Props {
  strings: Pick<LeadStrings['manage'], 'sure' | 'cancel'>;
  /** On the button that opens the question. */
  open: string;
  question: string;
  onSure: () => unknown;
}

/** A question before what cannot be taken back. */
export function Sure({ strings, open, question, onSure }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  function go() {
    dialog.current?.close();
    onSure();
  }
  return (
    <>
      <button type="button" className="btn quiet" onClick={() => dialog.current?.showModal()}>
        {open}
      </button>
      <dialog ref={dialog} className="ask" aria-labelledby={id}>
        <p id={id}>{question}</p>
        <p className="acts">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>
            {strings.cancel}
          </button>
          <button type="button" className="btn" onClick={go}>
            {strings.sure}
          </button>
        </p>
      </dialog>
    </>
  );
}
