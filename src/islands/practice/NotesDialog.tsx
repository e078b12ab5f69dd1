import { type ReactNode, type RefObject, useId, useState } from 'react';
import type { PracticeStrings } from '#i18n/practice.ts';
import { Icon } from '../board/Icon.tsx';

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  /** The pad. */
  children: ReactNode;
  otherUrl: string;
  hints?: { atOnce: boolean; onChange: (atOnce: boolean) => void } | undefined;
  /** Absent where there is no talk to end. */
  onEnd?: (() => void) | undefined;
  strings: PracticeStrings;
}

/** The pad over the run, with the few things one may want to change on the way. */
export function NotesDialog({ dialog, children, otherUrl, hints, onEnd, strings }: Props) {
  const title = useId();
  const [isAsked, setIsAsked] = useState(false);
  const close = () => {
    setIsAsked(false);
    dialog.current?.close();
  };
  return (
    <dialog className="notes-dialog" ref={dialog} aria-labelledby={title} onClose={() => setIsAsked(false)}>
      <header>
        <h2 id={title}>{strings.notes}</h2>
        <button type="button" className="icon-btn" aria-label={strings.close} onClick={close}>
          <Icon name="x" small={false} />
        </button>
      </header>
      {children}
      <div className="run-settings">
        {hints && (
          <label className="tick">
            <input
              type="checkbox"
              checked={hints.atOnce}
              onChange={(event) => hints.onChange(event.target.checked)}
            />
            {strings.hintNoWait}
          </label>
        )}
        <a className="btn quiet" href={`${otherUrl}#run`}>
          {strings.otherLanguage}
        </a>
        {onEnd && !isAsked && (
          <button type="button" className="btn quiet" onClick={() => setIsAsked(true)}>
            {strings.endRun}
          </button>
        )}
      </div>
      {onEnd && isAsked && (
        <div className="ask" role="alert">
          <p>{strings.endAsk}</p>
          <button
            type="button"
            className="btn line"
            onClick={() => {
              close();
              onEnd();
            }}
          >
            {strings.endYes}
          </button>
          <button type="button" className="btn" onClick={() => setIsAsked(false)}>
            {strings.endNo}
          </button>
        </div>
      )}
    </dialog>
  );
}
