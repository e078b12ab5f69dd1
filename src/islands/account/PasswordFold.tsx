import { type FormEvent, useState } from 'react';
import { addPassword, changePassword } from '#client/account/account-api.ts';
import { TextField } from '../form/TextField.tsx';
import { useAct } from '../form/use-act.ts';
import type { AccountOfProps } from './AccountOf.tsx';
import { PasswordField, Submit } from './Fields.tsx';
import { Fold } from './Fold.tsx';

/** Another password; or the first one, beside a passkey or the company. */
export function PasswordFold({ account, of, onChanged }: AccountOfProps) {
  const [current, setCurrent] = useState('');
  const [username, setUsername] = useState('');
  const [next, setNext] = useState('');
  const act = useAct(account);
  const needsName = of.username === undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const save = of.hasPassword
      ? () => changePassword(current, next)
      : () => addPassword(next, needsName ? username : undefined);
    if (!(await act.go(save, account.passwordSaved))) return;
    setCurrent('');
    setNext('');
    onChanged();
  }

  return (
    <Fold title={of.hasPassword ? account.passwordChange : account.passwordAdd} icon="key-round">
      <form className="sync-form" onSubmit={submit}>
        {!of.hasPassword && <p className="small">{account.passwordAddHint}</p>}
        {of.hasPassword ? (
          <PasswordField
            label={account.passwordCurrent}
            value={current}
            onChange={setCurrent}
            autoComplete="current-password"
            account={account}
          />
        ) : (
          needsName && (
            <TextField
              kind="name"
              label={account.username}
              value={username}
              onChange={setUsername}
              autoComplete="username"
            />
          )
        )}
        <PasswordField
          label={account.newPassword}
          value={next}
          onChange={setNext}
          autoComplete="new-password"
          account={account}
        />
        <p className="small">{account.passwordHint}</p>
        <Submit act={act}>{account.passwordSave}</Submit>
      </form>
    </Fold>
  );
}
