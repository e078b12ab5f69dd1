import type { SyncView } from '#client/sync/device-sync.ts';
import { syncNow } from '#client/sync/own-sync.ts';
import { turnOff } from '#client/sync/turn.ts';
import type { Language } from '#core/model/text.ts';
import { fill } from '#core/text/fill.ts';
import type { SyncStrings } from '#i18n/me-sync.ts';
import { Icon } from '../../board/Icon.tsx';
import { RefusedFacts, refusedPictures } from './RefusedFacts.tsx';
import { RemoveCopy } from './RemoveCopy.tsx';
import { ShowCode } from './ShowCode.tsx';
import type { SyncProps } from './SyncSection.tsx';

interface Props extends SyncProps {
  /** undefined while another tab does it. */
  view: SyncView | undefined;
  /** The server will not have it any more; the way in again stands below. */
  isOver: boolean;
  /** Whose record it is can come back by signing in. */
  isAccount: boolean;
  onSaid: (said: string) => void;
}

/** How syncing is going, and everything that can be done about it. */
export function SyncOn(props: Props) {
  const { sync, account, language, view, isOver, isAccount } = props;
  const off = (
    <button type="button" className="btn line" onClick={turnOff}>
      {sync.turnOff}
    </button>
  );
  return (
    <>
      {!isOver && (
        <p className="kept" role="status">
          <Icon name="smartphone" />
          <span>{view ? stateLine(view, sync, language) : sync.elsewhere}</span>
        </p>
      )}
      {view?.problem && (
        <p className="notice" role="status">
          <Icon name="circle-alert" />
          <span>{view.problem === 'unknown' && isAccount ? account.ended : sync.problems[view.problem]}</span>
        </p>
      )}
      {view?.pictures?.fullUntil ? (
        <p className="notice">
          <Icon name="circle-alert" />
          <span>{sync.picturesFull}</span>
        </p>
      ) : null}
      {view && <RefusedFacts {...props} refused={[...view.refused, ...refusedPictures(view.pictures)]} />}
      {isOver ? (
        <p className="fold-acts">{off}</p>
      ) : (
        <ShowCode sync={sync}>
          <button type="button" className="btn line" onClick={syncNow}>
            {sync.now}
          </button>
          {off}
        </ShowCode>
      )}
      {!isOver && <RemoveCopy {...props} />}
    </>
  );
}

function stateLine(view: SyncView, sync: SyncStrings, language: Language): string {
  const parts = [
    view.nickname && fill(sync.isOn, { nickname: view.nickname }),
    view.isWorking ? sync.working : '',
    view.syncedAt ? fill(sync.syncedAt, { time: timeOf(view.syncedAt, language) }) : sync.neverSynced,
    view.waiting ? fill(sync.waiting, { n: view.waiting }) : view.picturesWaiting ? '' : sync.allSent,
    view.picturesWaiting ? fill(sync.pictures, { n: view.picturesWaiting }) : '',
  ];
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ');
}

function timeOf(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
