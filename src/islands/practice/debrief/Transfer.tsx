import { useId, useState } from 'react';
import type { DebriefViewProps } from '../debrief-props.ts';

const MOST = 200;

/** One sentence about tomorrow, kept with the learner's reflections. */
export function Transfer({ transfer, onTransfer, disabled, strings }: DebriefViewProps) {
  const [text, setText] = useState(transfer);
  const [saved, setSaved] = useState('');
  const id = useId();
  const trimmed = text.trim();
  const isIdle = disabled || trimmed === '' || trimmed === transfer;

  function save() {
    if (isIdle) return;
    onTransfer(trimmed);
    setSaved(trimmed);
  }

  return (
    <section className="transfer">
      <h2>{strings.transferTitle}</h2>
      <label className="small" htmlFor={id}>
        {strings.transferLabel}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={MOST}
        value={text}
        readOnly={disabled}
        aria-describedby={`${id}h`}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="print-only transfer-print">{text}</p>
      <p className="micro no-print" id={`${id}h`}>
        {strings.transferHint}
      </p>
      <p className="transfer-save no-print">
        <button type="button" className="btn line" aria-disabled={isIdle} onClick={save}>
          {strings.transferSave}
        </button>
        <span className="small" role="status">
          {saved !== '' && saved === trimmed && strings.transferSaved}
        </span>
      </p>
    </section>
  );
}
