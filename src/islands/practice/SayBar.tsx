import { type ReactNode, useState } from 'react';
import type { PracticeStrings } from '#i18n/practice.ts';
import { Icon } from '../board/Icon.tsx';

interface Props {
  /** What is going to be said; undefined = nothing chosen yet. */
  text: string | undefined;
  label: string;
  disabled: boolean;
  /** Why it cannot be said yet, where more is missing than a choice. */
  unready?: string | undefined;
  /** The sentence stands in a field above; there is no preview to miss. */
  isTyped?: boolean;
  onSay: () => void;
  children?: ReactNode;
  strings: PracticeStrings;
}

/** The sentence as it stands, and the button that says it, at the thumb. */
export function SayBar({ text, label, disabled, unready, isTyped = false, onSay, children, strings }: Props) {
  const [asked, setAsked] = useState(false);
  const missing = unready ?? (text === undefined && !isTyped ? strings.nothingYet : undefined);
  return (
    <div className="say-bar">
      {text !== undefined && (
        <p className="preview">
          <span className="label">{strings.preview}</span> {text}
        </p>
      )}
      {children}
      <p className="unready" role="status">
        {asked && missing}
      </p>
      <button
        type="button"
        className="btn realm wide"
        aria-disabled={disabled || missing !== undefined}
        onClick={(event) => {
          // The second half of a double tap must not say the next thing.
          if (disabled || event.detail > 1) return;
          setAsked(true);
          if (missing === undefined) onSay();
        }}
      >
        {label}
        <Icon name="arrow-right" />
      </button>
    </div>
  );
}
