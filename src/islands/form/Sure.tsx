import { useId, useRef } from 'react';

interface Props {
  /** On the button that opens the question, and on the one that answers it: what is done has one name. */
  name: string;
  question: string;
  cancel: string;
  /** Class of the button that opens the question. */
  look?: string;
  onSure: () => unknown;
}

/** A question before what cannot be taken back. */
export function Sure({ name, question, cancel, look = 'btn quiet', onSure }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  function go() {
    dialog.current?.close();
    onSure();
  }
  return (
    <>
      <button type="button" className={look} onClick={() => dialog.current?.showModal()}>
        {name}
      </button>
      <dialog ref={dialog} className="ask" aria-labelledby={id}>
        <p id={id}>{question}</p>
        <p className="acts fold-acts">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>
            {cancel}
          </button>
          <button type="button" className="btn" onClick={go}>
            {name}
          </button>
        </p>
      </dialog>
    </>
  );
}
