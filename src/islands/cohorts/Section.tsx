import type { ReactNode } from 'react';

interface Props {
  /** Name of the part, e.g. `members`. */
  id: string;
  title: string;
  children: ReactNode;
  /** Does paper need it? */
  isPrinted?: boolean;
  /** Can it be printed alone? */
  isPaper?: boolean;
}

/** One part of a cohort's page, with a heading that can be jumped to. */
export function Section({ id, title, children, isPrinted = true, isPaper = false }: Props) {
  return (
    <section
      aria-labelledby={`cohort-${id}`}
      className={isPaper ? 'paper' : isPrinted ? undefined : 'no-print'}
    >
      <h2 id={`cohort-${id}`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Where the focus goes when what had it is gone. @param id of the part. */
export const focusHeading = (id: string): void =>
  document.getElementById(`cohort-${id}`)?.focus({ preventScroll: true });

/** A table wider than a phone moves sideways by itself; reached by keyboard too. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <div className="wide-table" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
