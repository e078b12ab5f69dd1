import { useEffect, useState, useSyncExternalStore } from 'react';
import { loadShelf } from '#client/account/shelf-store.ts';
import { readOwner } from '#client/record/owner.ts';
import type { DeviceRecord } from '#client/record/record.ts';
import { readSyncMark } from '#client/record/sync-mark.ts';
import { onSync, startSync, syncView } from '#client/sync/own-sync.ts';
import { turnOnAgain } from '#client/sync/turn.ts';
import type { Fact } from '#core/model/fact.ts';
import type { Language } from '#core/model/text.ts';
import type { AccountStrings } from '#i18n/account.ts';
import type { MeStrings } from '#i18n/me.ts';
import type { SyncStrings } from '#i18n/me-sync.ts';
import { Said } from '../../form/Said.tsx';
import { useAct } from '../../form/use-act.ts';
import { useFocusKept } from '../../form/use-focus-kept.ts';
import type { AccountPaths, MeProps } from '../me-props.ts';
import { AccountPart } from './AccountPart.tsx';
import { Begin } from './Begin.tsx';
import { RemoveCopy, type RemoveCopyProps } from './RemoveCopy.tsx';
import { SyncOn } from './SyncOn.tsx';

export interface SyncProps {
  record: DeviceRecord;
  facts: readonly Fact[];
  language: Language;
  strings: MeStrings;
  sync: SyncStrings;
  cohort: MeProps['cohort'];
  joinPath: string;
  account: AccountStrings;
  paths: AccountPaths;
}

/** Continue on another device: off, on, or turned off for now; fetched only where a server answers. */
export function SyncSection(props: SyncProps) {
  const { record, sync, cohort, joinPath } = props;
  const [said, setSaid] = useState('');
  // A page opened before it was turned on elsewhere has not started it.
  useEffect(() => startSync(record), [record]);
  useSyncExternalStore(onSync, syncView);
  const mark = readSyncMark();
  const heading = useFocusKept<HTMLHeadingElement>(mark);
  const view = syncView();
  const isAccount = loadShelf().ties[readOwner()]?.isClaimed === true;
  const isOver = view?.problem === 'unknown' || view?.problem === 'deleted';
  return (
    <>
      <section aria-labelledby="me-sync">
        <h2 id="me-sync" ref={heading} tabIndex={-1}>
          {sync.heading}
        </h2>
        {mark && mark !== 'off' && (
          <SyncOn {...props} view={view} isAccount={isAccount} isOver={isOver} onSaid={setSaid} />
        )}
        {mark === 'off' && <Paused {...props} isAccount={isAccount} onSaid={setSaid} />}
        {(!mark || (isOver && !isAccount)) && <Begin {...props} />}
        <p className="small" role="status">
          {said}
        </p>
        <p>
          <a href={joinPath}>{cohort.own.joinLink}</a>
        </p>
      </section>
      {mark && <AccountPart key={`${mark}${isOver}`} {...props} />}
    </>
  );
}

/** What acts on syncing say. */
export const turnWords = (sync: SyncStrings) => ({ busy: sync.busy, refused: sync.turnRefused });

function Paused(props: RemoveCopyProps) {
  const { record, sync } = props;
  const turn = useAct(turnWords(sync));
  return (
    <>
      <p>{sync.off}</p>
      <p className="fold-acts">
        <button
          type="button"
          className="btn line"
          aria-disabled={turn.isBusy}
          onClick={() => turn.go(() => turnOnAgain(record))}
        >
          {sync.turnOnAgain}
        </button>
      </p>
      <Said {...turn} />
      <RemoveCopy {...props} />
    </>
  );
}
