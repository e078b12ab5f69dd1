import type { FocusEvent, ReactNode } from 'react';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { Icon } from '../../board/Icon.tsx';

export type KeepStrings = WorkbenchStrings['keep'];

interface BenchProps {
  label: string;
  look: string;
  /** There is something of the learner's to print in place of the empty form. */
  written?: boolean;
  onBlur?: (event: FocusEvent) => void;
  children: ReactNode;
}

/** Frame of a block in which something is written or set. It takes the focus itself, so that a tap beside a field is no leaving. */
export function Bench({ label, look, written = false, onBlur, children }: BenchProps) {
  return (
    <fieldset
      className={`board bench ${look}`}
      aria-label={label}
      tabIndex={-1}
      data-written={written || undefined}
      onBlur={onBlur}
    >
      {children}
    </fieldset>
  );
}

interface KeepBarProps {
  written: boolean;
  kept: boolean;
  keep: () => void;
  lost?: readonly string[];
  strings: KeepStrings;
}

/** Keeps what was written, and says where it is. */
export function KeepBar({ written, kept, keep, lost = [], strings }: KeepBarProps) {
  return (
    <>
      {lost.length > 0 && (
        <div className="small">
          <p>{strings.lost}</p>
          <ul>
            {lost.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="keep">
        <button type="button" className="btn line" disabled={!written} onClick={keep}>
          {strings.keep}
        </button>
        <p role="status">
          {kept && (
            <span className="state right">
              <Icon name="check" />
              {strings.kept}
            </span>
          )}
        </p>
        {!kept && <p className="micro">{strings.draft}</p>}
      </div>
    </>
  );
}
