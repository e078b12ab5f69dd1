import { useState } from 'react';
import type { OnlyHere } from '#client/account/sent-rows.ts';
import { readOnlyHere, type SignOutChoice, signOut } from '#client/account/sign-out.ts';
import { fill } from '#core/text/fill.ts';
import type { AccountStrings } from '#i18n/account.ts';
import { useAct } from '../form/use-act.ts';
import { Ask } from './Ask.tsx';

interface Props {
  account: AccountStrings;
  learnerId: string;
}

/** Sign out on this device, and what becomes of the record: a phone of one's own is another thing than a shared one. */
export function SignOut({ account, learnerId }: Props) {
  const [choice, setChoice] = useState<SignOutChoice>('keep');
  const [here, setHere] = useState<OnlyHere>();
  const [hasLeft, setLeft] = useState(false);
  const act = useAct(account);
  const isSent = here !== undefined && here.facts === 0 && here.pictures === 0;

  function open() {
    setChoice('keep');
    setHere(undefined);
    void readOnlyHere(learnerId).then(setHere);
  }
  async function go() {
    const asked = isSent ? choice : 'keep';
    const done = await act.go(() => signOut(asked));
    if (!done) return false;
    setLeft(true);
    const isOtherwise = asked === 'remove' && done.wasKept;
    if (isOtherwise) act.setSaid(account.signOutKept);
    return !isOtherwise;
  }
  const option = (is: SignOutChoice, name: string, hint: string) => (
    <label className="option">
      <input
        type="radio"
        name="sign-out"
        checked={choice === is}
        disabled={is === 'remove' && !isSent}
        onChange={() => setChoice(is)}
      />
      <span className="key" aria-hidden="true">
        {choice === is ? '●' : '○'}
      </span>
      <span>
        {name}
        <small>{hint}</small>
      </span>
    </label>
  );

  return (
    <Ask
      title={account.signOut}
      question={account.signOutQuestion}
      go={account.signOutGo}
      account={account}
      act={act}
      onOpen={open}
      // The record of nobody is open then; this page shows another one.
      onClose={() => hasLeft && location.reload()}
      onGo={go}
    >
      <p>{hereLine(here, account)}</p>
      {isSent && here.open > 0 && <p>{fill(account.signOutOpen, { n: here.open })}</p>}
      <fieldset className="options">
        <legend className="vh">{account.signOutQuestion}</legend>
        {option('keep', account.keep, account.keepHint)}
        {option('remove', account.remove, account.removeHint)}
      </fieldset>
    </Ask>
  );
}

function hereLine(here: OnlyHere | undefined, account: AccountStrings): string {
  if (!here) return account.signOutUnknown;
  if (here.facts === 0 && here.pictures === 0) return account.signOutSent;
  return fill(account.signOutUnsent, { n: here.facts, pictures: here.pictures });
}
