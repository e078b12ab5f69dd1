import { type FormEvent, useEffect, useState } from 'react';
import { recover, signIn } from '#client/account/account-api.ts';
import { adminToken } from '#client/account/landing-store.ts';
import { arriveBy } from '#client/account/sign-in.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import { TextField } from '../form/TextField.tsx';
import { useAct } from '../form/use-act.ts';
import { AdminClaim } from './AdminStep.tsx';
import { PasswordField, Submit } from './Fields.tsx';
import { OtherWays } from './OtherWays.tsx';
import type { SignInProps, Stage } from './sign-in-props.ts';
import type { SignInSteps } from './use-sign-in.ts';

export type WaysProps = SignInProps & { stage: Extract<Stage, { at: 'ways' }>; steps: SignInSteps };

/** Username and password first; then the other ways, and the way back for whoever lost them. */
export function Ways(props: WaysProps) {
  const { account, stage, paths } = props;
  const [isAdmin, setAdmin] = useState(false);
  // The prerendered page knows of no link.
  useEffect(() => setAdmin(adminToken() !== undefined), []);
  const { nickname } = stage;
  return (
    <>
      {isAdmin ? (
        <>
          <h2>{account.adminTitle}</h2>
          <p>{account.adminLead}</p>
        </>
      ) : (
        <p className="intro">{account.signInLead}</p>
      )}
      {nickname && (
        <p className="notice">
          <Icon name="circle-alert" />
          <span>
            {nickname.nickname
              ? fill(account.nicknameHere, { nickname: nickname.nickname })
              : account.nicknameHereUnnamed}
          </span>
        </p>
      )}
      <ByPassword {...props} />
      <OtherWays {...props} />
      <Forgotten {...props} />
      {isAdmin ? (
        <AdminClaim {...props} />
      ) : (
        <div className="no-account">
          <p>{account.noAccount}</p>
          <p className="small">{account.noAccountHint}</p>
          <p>
            <a href={paths.me}>{account.toMe}</a>
          </p>
        </div>
      )}
    </>
  );
}

function ByPassword({ account, steps }: WaysProps) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const act = useAct(account);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await act.go(() => arriveBy(() => signIn(username, password)));
    if (answer) steps.signedIn(answer, username);
  }
  return (
    <form className="sync-form" onSubmit={submit}>
      <TextField
        kind="name"
        label={account.username}
        value={username}
        onChange={setUsername}
        autoComplete="username webauthn"
      />
      <PasswordField
        label={account.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        account={account}
      />
      <Submit act={act} isMain>
        {account.signIn}
      </Submit>
    </form>
  );
}

function Forgotten({ account, steps }: WaysProps) {
  const [username, setUsername] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const act = useAct(account);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await act.go(() => arriveBy(() => recover(username, code, password)));
    if (answer) steps.signedIn(answer, username);
  }
  return (
    <details className="fold">
      <summary>
        <Icon name="key-round" small={false} />
        <span>{account.forgotten}</span>
        <Icon name="chevron-right" />
      </summary>
      <form className="sync-form" onSubmit={submit}>
        <p className="small">{account.forgottenHint}</p>
        <TextField
          kind="name"
          label={account.username}
          value={username}
          onChange={setUsername}
          autoComplete="username"
        />
        <TextField
          kind="name"
          label={account.recoveryCode}
          value={code}
          onChange={setCode}
          autoComplete="off"
        />
        <PasswordField
          label={account.newPassword}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          account={account}
        />
        <p className="small">{account.passwordHint}</p>
        <Submit act={act}>{account.recover}</Submit>
      </form>
    </details>
  );
}
