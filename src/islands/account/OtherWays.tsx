import { useEffect, useState } from 'react';
import { companySignIn } from '#client/account/account-api.ts';
import { hasPasskeys, signInByPasskey } from '#client/account/passkey.ts';
import { arriveBy, toCompany } from '#client/account/sign-in.ts';
import { isWeChat as isInWeChat } from '#client/in-app-browser.ts';
import { fill } from '#core/text/fill.ts';
import { Said } from '../form/Said.tsx';
import { useAct } from '../form/use-act.ts';
import type { WaysProps } from './Ways.tsx';

/** By passkey, and through the company where one is set. */
export function OtherWays(props: WaysProps) {
  const { account, language, stage } = props;
  const [company, setCompany] = useState<string>();
  useEffect(() => void companySignIn().then(setCompany), []);
  const { failed } = stage;
  return (
    <>
      <p className="or small">{account.or}</p>
      <ByPasskey {...props} />
      {company && (
        <p className="fold-acts">
          <button type="button" className="btn line wide" onClick={() => void toCompany(language === 'en')}>
            {fill(account.company, { company })}
          </button>
        </p>
      )}
      {failed && (
        <p className="small" role="status">
          {fill(account.companyFailed[failed], { company: company ?? account.companyName })}
        </p>
      )}
    </>
  );
}

function ByPasskey({ account, steps }: WaysProps) {
  const [means, setMeans] = useState<'asking' | 'passkeys' | 'wechat' | 'none'>('asking');
  const act = useAct(account);
  useEffect(() => setMeans(hasPasskeys() ? 'passkeys' : isInWeChat() ? 'wechat' : 'none'), []);
  async function go() {
    const answer = await act.go(() => arriveBy(signInByPasskey));
    if (answer) steps.signedIn(answer);
  }
  if (means === 'asking') return null;
  if (means !== 'passkeys')
    return <p className="small">{means === 'wechat' ? account.passkeyWeChat : account.passkeyMissing}</p>;
  return (
    <>
      <p className="fold-acts">
        <button type="button" className="btn line wide" aria-disabled={act.isBusy} onClick={go}>
          {account.passkeySignIn}
        </button>
      </p>
      <Said {...act} />
    </>
  );
}
