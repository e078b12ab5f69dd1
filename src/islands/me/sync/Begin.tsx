import { type FormEvent, useEffect, useRef, useState } from 'react';
import { takeCodeFromAddress } from '#client/sync/qr.ts';
import { redeemCode, turnOn } from '#client/sync/turn.ts';
import { Icon } from '../../board/Icon.tsx';
import type { SyncProps } from './SyncSection.tsx';
import { useTurn } from './use-turn.ts';

/** Not on: what turning it on does, and the two ways in. */
export function Begin(props: SyncProps) {
  const { sync, account, paths } = props;
  return (
    <>
      <p>{sync.lead}</p>
      <p className="small">{sync.what}</p>
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
  const turn = useTurn(sync);
  function submit(event: FormEvent) {
    event.preventDefault();
    void turn.go(() => turnOn(record, nickname));
  }
  return (
    <form className="sync-form" onSubmit={submit}>
      <label className="label">
        {sync.nickname}
        <input
          type="text"
          name="nickname"
          autoComplete="nickname"
          value={nickname}
          aria-describedby="me-sync-nickname"
          onChange={(event) => setNickname(event.target.value)}
        />
      </label>
      <p className="small" id="me-sync-nickname">
        {sync.nicknameHint}
      </p>
      <p className="fold-acts">
        <button type="submit" className="btn line" aria-disabled={turn.isBusy}>
          {sync.turnOn}
        </button>
      </p>
      <p className="small" role="status">
        {turn.said}
      </p>
    </form>
  );
}

/** A code from the address only fills the field: who joins whose record is said by the person, never by a link. */
function ByCode({ record, sync }: SyncProps) {
  const [code, setCode] = useState('');
  const fold = useRef<HTMLDetailsElement>(null);
  const turn = useTurn(sync);
  useEffect(() => {
    const given = takeCodeFromAddress();
    if (!given || !fold.current) return;
    setCode(given);
    fold.current.open = true;
    fold.current.scrollIntoView({ block: 'center' });
  }, []);
  function submit(event: FormEvent) {
    event.preventDefault();
    void turn.go(() => redeemCode(record, code));
  }
  return (
    <details className="fold" ref={fold}>
      <summary>
        <Icon name="smartphone" small={false} />
        <span>{sync.joinTitle}</span>
        <Icon name="chevron-right" />
      </summary>
      <form className="sync-form" onSubmit={submit}>
        <label className="label">
          {sync.code}
          <input
            type="text"
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <p className="small">{sync.codeNote}</p>
        <p className="fold-acts">
          <button type="submit" className="btn line" aria-disabled={turn.isBusy}>
            {sync.join}
          </button>
        </p>
        <p className="small" role="status">
          {turn.said}
        </p>
      </form>
    </details>
  );
}
