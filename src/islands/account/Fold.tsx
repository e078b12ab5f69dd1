import type { ReactNode } from 'react';
import { Icon } from '../board/Icon.tsx';

interface Props {
  title: string;
  /** In the page's sprite. */
  icon: string;
  children: ReactNode;
}

/** A line that opens a form. */
export function Fold({ title, icon, children }: Props) {
  return (
    <details className="fold">
      <summary>
        <Icon name={icon} small={false} />
        <span>{title}</span>
        <Icon name="chevron-right" />
      </summary>
      {children}
    </details>
  );
}
