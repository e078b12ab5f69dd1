import { type ComponentType, useEffect, useState } from 'react';
import { hasAssigned, syncsTo } from '#client/record/sync-mark.ts';
import type { AssignedProps } from './Assigned.tsx';

/** Classes and what was set in them, for who may be in one: nobody else asks or fetches anything for it. */
export function AssignedOffer(props: AssignedProps) {
  const [View, setView] = useState<ComponentType<AssignedProps>>();
  useEffect(() => {
    let gone = false;
    if (syncsTo() || hasAssigned())
      import('./Assigned.tsx').then(({ Assigned }) => !gone && setView(() => Assigned)).catch(() => {});
    return () => {
      gone = true;
    };
  }, []);
  return View ? <View {...props} /> : null;
}
