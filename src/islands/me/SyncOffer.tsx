import { type ComponentType, useEffect, useState } from 'react';
import { readSyncMark } from '#client/record/sync-mark.ts';
import { hasServer } from '#client/sync/sync-api.ts';
import type { SyncProps } from './sync/SyncSection.tsx';

/** Syncing, where it is on already or a server of ours answers; on a static copy of the site nothing is shown. */
export function SyncOffer(props: SyncProps) {
  const [View, setView] = useState<ComponentType<SyncProps>>();
  useEffect(() => {
    let gone = false;
    void (async () => {
      if (!readSyncMark() && !(await hasServer())) return;
      const { SyncSection } = await import('./sync/SyncSection.tsx');
      if (!gone) setView(() => SyncSection);
    })().catch(() => {});
    return () => {
      gone = true;
    };
  }, []);
  return View ? <View {...props} /> : null;
}
