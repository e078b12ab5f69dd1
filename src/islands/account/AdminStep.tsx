import { useEffect, useState } from 'react';
import { type Claimed, redeemAdminLink } from '#client/account/account-api.ts';
import { beginPlace } from '#client/account/begin-place.ts';
import { adminToken, forgetAdminToken } from '#client/account/landing-store.ts';
import type { SignedIn } from '#core/account/account.ts';
import { fill } from '#core/text/fill.ts';
import { Said } from '../form/Said.tsx';
import { TextField } from '../form/TextField.tsx';
import { useAct } from '../form/use-act.ts';
import { ClaimForm } from './ClaimForm.tsx';
import type { SignInProps } from './sign-in-props.ts';
import type { WaysProps } from './Ways.tsx';

/** The link of an admin in the hands of somebody with an account: used by a press, never by itself. */
export function AdminStep({ account, learner, paths }: SignInProps & { learner: SignedIn }) {
  const [token, setToken] = useState<string>();
  const [isDone, setDone] = useState(false);
  const act = useAct(account);
  useEffect(() => setToken(adminToken()), []);
  async function redeem() {
    if (!token) return;
    const done = await act.go(
      () => redeemAdminLink(token),
      fill(account.adminDone, { nickname: learner.nickname }),
    );
    if (!done) return;
    forgetAdminToken();
    setDone(true);
  }
  if (!token) return null;
  return (
    <section aria-labelledby="admin-step">
      <h2 id="admin-step">{account.adminTitle}</h2>
      <p>{fill(account.adminReady, { nickname: learner.nickname })}</p>
      <p className="fold-acts">
        {isDone ? (
          <a className="btn" href={paths.admin}>
            {account.admin}
          </a>
        ) : (
          <button type="button" className="btn" aria-disabled={act.isBusy} onClick={redeem}>
            {account.adminGo}
          </button>
        )}
      </p>
      <Said {...act} />
    </section>
  );
}

/** With the link of an admin and no account yet: make one here. */
export function AdminClaim({ account, stage, steps }: WaysProps) {
  const [nickname, setNickname] = useState('');
  const has = stage.nickname !== undefined;
  const claimed = ({ account: made, recoveryCode }: Claimed) => steps.claimed(recoveryCode, made.username);
  return (
    <section aria-labelledby="admin-claim">
      <h2 id="admin-claim">{account.adminNew}</h2>
      {!has && (
        <div className="sync-form">
          <TextField
            kind="name"
            label={account.adminNickname}
            value={nickname}
            onChange={setNickname}
            autoComplete="nickname"
          />
        </div>
      )}
      <ClaimForm account={account} begin={has ? undefined : () => beginPlace(nickname)} onClaimed={claimed} />
    </section>
  );
}
