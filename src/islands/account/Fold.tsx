import type { ReactNode } from 'react';
import { Icon } from '../board/Icon.tsx';

/** A line that opens a form. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>
        <Icon name="user-round" small={false} />
        <span>{title}</span>
        <Icon name="chevron-right" />
      </summary>
      {children}
    </details>
  );
}
