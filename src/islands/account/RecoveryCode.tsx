import { useEffect, useRef, useState } from 'react';
import { copyText } from '#client/copy-text.ts';
import { isWeChat as isInWeChat } from '#client/in-app-browser.ts';
import { saveFile } from '#client/save-file.ts';
import { fill } from '#core/text/fill.ts';
import type { AccountStrings } from '#i18n/account.ts';
import { Said } from '../form/Said.tsx';
import { useSaid } from '../form/use-said.ts';

interface Props {
  code: string;
  username?: string | undefined;
  account: AccountStrings;
  /** It was noted down. */
  onDone: () => void;
}

/** A recovery code, shown this once: it goes when its owner says that it is noted. */
export function RecoveryCode({ code, username, account, onDone }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isNoted, setNoted] = useState(false);
  const { setSaid, ...told } = useSaid();
  const [isWeChat, setWeChat] = useState(false);
  useEffect(() => {
    setWeChat(isInWeChat());
    heading.current?.focus();
  }, []);
  const whose = username ? fill(account.codeFor, { username }) : account.codeForNoName;

  async function copy() {
    const isCopied = await copyText(code, null);
    setSaid(isCopied ? account.codeCopied : account.codeByHand);
  }
  function save() {
    saveFile(`${whose}\n${location.origin}\n${code}\n`, `${account.codeFile}.txt`, 'text/plain');
    setSaid(account.codeSaved);
  }
  function finish() {
    if (isNoted) onDone();
    else setSaid(account.codeNotYet, true);
  }

  return (
    <div className="code recovery">
      <h2 ref={heading} tabIndex={-1}>
        {account.codeTitle}
      </h2>
      <p>{account.codeLead}</p>
      <p className="label">{account.codeIs}</p>
      <output>{code}</output>
      <p className="small print-only">{whose}</p>
      <p className="small">{account.codeSecret}</p>
      {isWeChat && <p className="small">{account.codeWeChat}</p>}
      <p className="fold-acts">
        <button type="button" className="btn line" onClick={copy}>
          {account.codeCopy}
        </button>
        {!isWeChat && (
          <>
            <button type="button" className="btn line" onClick={() => print()}>
              {account.codePrint}
            </button>
            <button type="button" className="btn line" onClick={save}>
              {account.codeSave}
            </button>
          </>
        )}
      </p>
      <label className="tick">
        <input type="checkbox" checked={isNoted} onChange={(event) => setNoted(event.target.checked)} />
        <span>{account.codeNoted}</span>
      </label>
      <Said {...told} />
      <p className="fold-acts">
        <button type="button" className="btn" aria-disabled={!isNoted} onClick={finish}>
          {account.codeDone}
        </button>
      </p>
    </div>
  );
}
