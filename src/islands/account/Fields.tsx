import { useState } from 'react';
import type { AccountStrings } from '#i18n/account.ts';
import type { Act } from './use-act.ts';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: string;
  /** Id of the words that explain it. */
  describedBy?: string;
}

/** One line of text that is no prose: no correction, no capitals. */
export function TextField({ label, value, onChange, autoComplete, describedBy }: FieldProps) {
  return (
    <label className="label">
      {label}
      <input
        type="text"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface PasswordProps extends FieldProps {
  account: AccountStrings;
}

/** A password that can be looked at: on a phone nobody types blind without mistakes. */
export function PasswordField({ label, value, onChange, autoComplete, describedBy, account }: PasswordProps) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <label className="label">
        {label}
        <input
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <label className="tick">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        <span>{account.showPassword}</span>
      </label>
    </>
  );
}

interface SubmitProps {
  act: Act;
  children: string;
  isMain?: boolean;
}

/** The button of a form, and under it what came of it. */
export function Submit({ act, children, isMain = false }: SubmitProps) {
  return (
    <>
      <p className="fold-acts">
        <button type="submit" className={isMain ? 'btn' : 'btn line'} aria-disabled={act.isBusy}>
          {children}
        </button>
      </p>
      <Said act={act} />
    </>
  );
}

export function Said({ act }: { act: Pick<Act, 'said'> }) {
  return (
    <p className="small" role="status">
      {act.said}
    </p>
  );
}
