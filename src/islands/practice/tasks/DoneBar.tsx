import { type ReactNode, useState } from 'react';
import { Icon } from '../../board/Icon.tsx';

interface Props {
  label: string;
  /** Why it cannot be done yet; said when the learner tries. */
  unready?: string | undefined;
  disabled: boolean;
  onDone: () => void;
  /** Stands above the button, inside the bar. */
  children?: ReactNode;
}

/** The one button that ends a task, at the thumb. */
export function DoneBar({ label, unready, disabled, onDone, children }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <div className="task-done">
      {children}
      <p className="task-unready" role="status">
        {asked && unready}
      </p>
      <button
        type="button"
        className="btn realm wide"
        aria-disabled={disabled || Boolean(unready)}
        onClick={(event) => {
          // The second half of a double tap must not run into what comes next.
          if (disabled || event.detail > 1) return;
          setAsked(true);
          if (!unready) onDone();
        }}
      >
        {label}
        <Icon name="arrow-right" />
      </button>
    </div>
  );
}
