import { useEffect, useState } from 'react';
import { removePasskey } from '#client/account/account-api.ts';
import { addPasskey, hasPasskeys } from '#client/account/passkey.ts';
import { isWeChat } from '#client/in-app-browser.ts';
import { fill } from '#core/text/fill.ts';
import { Said } from '../form/Said.tsx';
import { TextField } from '../form/TextField.tsx';
import { useAct } from '../form/use-act.ts';
import { dayOf } from '../me/wording.ts';
import type { AccountOfProps } from './AccountOf.tsx';
import { Fold } from './Fold.tsx';

/** The passkeys of the account: which there are, another one, one less. */
export function Passkeys({ account, of, language, onChanged, onCode }: AccountOfProps) {
  const [name, setName] = useState('');
  const [lack, setLack] = useState('');
  const act = useAct(account);
  useEffect(() => {
    if (!hasPasskeys()) setLack(isWeChat() ? account.passkeyWeChat : account.passkeyMissing);
  }, [account]);

  async function add() {
    const made = await act.go(() => addPasskey(name.trim() || account.passkeyNameHere), account.passkeyAdded);
    if (!made) return;
    setName('');
    if (made.recoveryCode !== undefined) onCode({ code: made.recoveryCode, username: of.username });
    else onChanged();
  }
  async function remove(id: string) {
    if (await act.go(() => removePasskey(id), account.passkeyRemoved)) onChanged();
  }

  return (
    <Fold title={account.passkeys} icon="fingerprint-pattern">
      {of.passkeys.length === 0 && <p className="small">{account.passkeysNone}</p>}
      <ul className="passkeys">
        {of.passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span>
              {passkey.name}
              <small>{fill(account.passkeySince, { date: dayOf(passkey.createdAt, language) })}</small>
            </span>
            <button
              type="button"
              className="btn quiet"
              aria-disabled={act.isBusy}
              onClick={() => remove(passkey.id)}
            >
              {fill(account.passkeyRemove, { name: passkey.name })}
            </button>
          </li>
        ))}
      </ul>
      {lack ? (
        <p className="small">{lack}</p>
      ) : (
        <div className="sync-form">
          <TextField
            kind="name"
            label={account.passkeyName}
            value={name}
            onChange={setName}
            autoComplete="off"
          />
          <p className="fold-acts">
            <button type="button" className="btn line" aria-disabled={act.isBusy} onClick={add}>
              {account.passkeyAdd}
            </button>
          </p>
        </div>
      )}
      <Said {...act} />
    </Fold>
  );
}
