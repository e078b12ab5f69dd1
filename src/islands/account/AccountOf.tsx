import { newRecoveryCode, signOutEverywhere } from '#client/account/account-api.ts';
import type { Account, SignedIn } from '#core/account/account.ts';
import { reaches } from '#core/account/role.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import { Said } from '../form/Said.tsx';
import { useAct } from '../form/use-act.ts';
import type { BodyProps } from './AccountSection.tsx';
import { Ask } from './Ask.tsx';
import { Fold } from './Fold.tsx';
import { Passkeys } from './Passkeys.tsx';
import { PasswordFold } from './PasswordFold.tsx';
import { SignOut } from './SignOut.tsx';

export interface AccountOfProps extends BodyProps {
  learner: SignedIn;
  of: Account;
}

/** The account: by what its owner signs in, and everything that can be changed about it. */
export function AccountOf(props: AccountOfProps) {
  const { account, of, learner } = props;
  return (
    <>
      <p className="kept">
        <Icon name="user-round" />
        <span>{whoLine(props)}</span>
      </p>
      <RoleLinks {...props} />
      {!of.hasRecoveryCode && (
        <p className="notice">
          <Icon name="circle-alert" />
          <span>{account.noRecovery}</span>
        </p>
      )}
      <PasswordFold {...props} />
      <Passkeys {...props} />
      <NewCode {...props} />
      <SignOut account={account} learnerId={learner.id} />
      <Everywhere {...props} />
    </>
  );
}

function whoLine({ account, of, learner: { nickname } }: AccountOfProps): string {
  if (of.username !== undefined) return fill(account.accountIs, { username: of.username, nickname });
  return fill(of.isCompany ? account.accountCompany : account.accountNoName, { nickname });
}

/** Pages that only some may open; the server holds who. */
function RoleLinks({ account, paths, learner: { role } }: AccountOfProps) {
  if (!reaches(role, 'facilitator')) return null;
  return (
    <nav className="fold-acts" aria-label={account.roleNav}>
      <a className="btn line" href={paths.cohorts}>
        {account.cohorts}
      </a>
      {reaches(role, 'admin') && (
        <a className="btn line" href={paths.admin}>
          {account.admin}
        </a>
      )}
    </nav>
  );
}

function NewCode({ account, of, onCode }: AccountOfProps) {
  const act = useAct(account);
  async function make() {
    const code = await act.go(newRecoveryCode);
    if (code !== undefined) onCode({ code, username: of.username });
  }
  return (
    <Fold title={account.codeNew} icon="life-buoy">
      <p className="small">{account.codeNewHint}</p>
      <p className="fold-acts">
        <button type="button" className="btn line" aria-disabled={act.isBusy} onClick={make}>
          {account.codeNewGo}
        </button>
      </p>
      <Said {...act} />
    </Fold>
  );
}

function Everywhere({ account }: AccountOfProps) {
  const act = useAct(account);
  return (
    <>
      <Ask
        title={account.everywhere}
        question={account.everywhereQuestion}
        go={account.everywhereGo}
        account={account}
        act={act}
        onGo={async () => (await act.go(signOutEverywhere, account.everywhereDone)) !== undefined}
      >
        <p>{account.everywhereText}</p>
      </Ask>
      <Said {...act} />
    </>
  );
}
