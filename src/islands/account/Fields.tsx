import { useState } from 'react';
import type { AccountStrings } from '#i18n/account.ts';
import { Said } from '../form/Said.tsx';
import type { Act } from '../form/use-act.ts';

interface PasswordProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: string;
  /** Id of the words that explain it. */
  describedBy?: string;
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
      <Said {...act} />
    </>
  );
}
