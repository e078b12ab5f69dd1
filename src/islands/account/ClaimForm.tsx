import { type FormEvent, useEffect, useId, useState } from 'react';
import { type Claimed, claim } from '#client/account/account-api.ts';
import { addPasskey, hasPasskeys } from '#client/account/passkey.ts';
import type { AccountOutcome } from '#core/account/account-refusal.ts';
import type { AccountStrings } from '#i18n/account.ts';
import { Said } from '../form/Said.tsx';
import { TextField } from '../form/TextField.tsx';
import { useAct } from '../form/use-act.ts';
import { PasswordField, Submit } from './Fields.tsx';

interface Props {
  account: AccountStrings;
  /** Makes a place on the server first, where this device has none; a second time it does nothing. */
  begin?: (() => Promise<AccountOutcome<unknown>>) | undefined;
  onClaimed: (claimed: Claimed) => void;
}

/** Choose a username and a password, or a passkey, for the place that this device has on the server. */
export function ClaimForm({ account, begin, onClaimed }: Props) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [canPasskey, setCanPasskey] = useState(false);
  const act = useAct(account);
  const passkeyAct = useAct(account);
  const id = useId();
  useEffect(() => setCanPasskey(hasPasskeys()), []);

  async function afterBegin(make: () => Promise<AccountOutcome<Claimed>>): Promise<AccountOutcome<Claimed>> {
    const begun = await begin?.();
    return begun?.status === 'refused' ? begun : make();
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    const claimed = await act.go(() => afterBegin(() => claim(username, password)));
    if (claimed) onClaimed(claimed);
  }
  async function byPasskey() {
    const claimed = await passkeyAct.go(() => afterBegin(() => addPasskey(account.passkeyNameHere)));
    if (claimed) onClaimed(claimed);
  }

  return (
    <>
      <form className="sync-form" onSubmit={submit}>
        <TextField
          kind="name"
          label={account.username}
          value={username}
          onChange={setUsername}
          autoComplete="username"
          describedBy={`${id}-name`}
        />
        <p className="small" id={`${id}-name`}>
          {account.claimHint}
        </p>
        <PasswordField
          label={account.password}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          describedBy={`${id}-password`}
          account={account}
        />
        <p className="small" id={`${id}-password`}>
          {account.passwordHint}
        </p>
        <Submit act={act}>{account.claim}</Submit>
      </form>
      {canPasskey && (
        <>
          <p className="fold-acts">
            <button type="button" className="btn line" aria-disabled={passkeyAct.isBusy} onClick={byPasskey}>
              {account.claimPasskey}
            </button>
          </p>
          <p className="small">{account.claimPasskeyHint}</p>
          <Said {...passkeyAct} />
        </>
      )}
    </>
  );
}
