import { useEffect, useRef, useState } from 'react';
import { takeCodeFromAddress } from '#client/sync/qr.ts';
import { redeemCode, turnOn } from '#client/sync/turn.ts';
import { Icon } from '../../board/Icon.tsx';
import { OneField } from '../../form/OneField.tsx';
import { useAct } from '../../form/use-act.ts';
import { type SyncProps, turnWords } from './SyncSection.tsx';

/** Not on: what turning it on does, and the two ways in. */
export function Begin(props: SyncProps) {
  const { sync, account, paths } = props;
  return (
    <>
      <p>{sync.lead}</p>
      <ul className="small what">
        {sync.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ByNickname {...props} />
      <ByCode {...props} />
      <p className="have-account">
        <a href={paths.signIn}>{account.haveAccount}</a>
      </p>
    </>
  );
}

function ByNickname({ record, sync }: SyncProps) {
  const [nickname, setNickname] = useState('');
  const turn = useAct(turnWords(sync));
  return (
    <OneField
      className="sync-form"
      field={{
        label: sync.nickname,
        name: 'nickname',
        autoComplete: 'nickname',
        value: nickname,
        onChange: setNickname,
        hint: sync.nicknameHint,
      }}
      go={sync.turnOn}
      look="btn line"
      isBusy={turn.isBusy}
      said={turn.said}
      isRefused={turn.isRefused}
      onGo={() => turn.go(() => turnOn(record, nickname))}
    />
  );
}

/** A code from the address only fills the field: who joins whose record is said by the person, never by a link. */
function ByCode({ record, sync }: SyncProps) {
  const [code, setCode] = useState('');
  const fold = useRef<HTMLDetailsElement>(null);
  const turn = useAct(turnWords(sync));
  useEffect(() => {
    const given = takeCodeFromAddress();
    if (!given || !fold.current) return;
    setCode(given);
    fold.current.open = true;
    fold.current.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <details className="fold" ref={fold}>
      <summary>
        <Icon name="smartphone" small={false} />
        <span>{sync.joinTitle}</span>
        <Icon name="chevron-right" />
      </summary>
      <OneField
        className="sync-form"
        field={{
          label: sync.code,
          name: 'code',
          kind: 'code',
          value: code,
          onChange: setCode,
          hint: sync.codeNote,
        }}
        go={sync.join}
        look="btn line"
        isBusy={turn.isBusy}
        said={turn.said}
        isRefused={turn.isRefused}
        onGo={() => turn.go(() => redeemCode(record, code))}
      />
    </details>
  );
}
