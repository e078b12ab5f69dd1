import { useEffect, useState } from 'react';
import type { Claimed } from '#client/account/account-api.ts';
import { readStanding, type Standing } from '#client/account/arrival.ts';
import { loadShelf } from '#client/account/shelf-store.ts';
import { readOwner } from '#client/record/owner.ts';
import type { Language } from '#core/model/text.ts';
import type { AccountStrings } from '#i18n/account.ts';
import { Icon } from '../board/Icon.tsx';
import { useFocusKept } from '../form/use-focus-kept.ts';
import type { AccountPaths } from '../me/me-props.ts';
import { AccountOf } from './AccountOf.tsx';
import { ClaimForm } from './ClaimForm.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';

export interface AccountProps {
  language: Language;
  account: AccountStrings;
  paths: AccountPaths;
}

/** On `/me`, once this device has a place on the server: make it an account, or look after the account. */
export function AccountSection(props: AccountProps) {
  const { account, paths } = props;
  const [standing, setStanding] = useState<Standing>();
  const [code, setCode] = useState<{ code: string; username: string | undefined }>();

  const heading = useFocusKept<HTMLHeadingElement>(code);

  const look = () => void readStanding().then(setStanding);
  useEffect(look, []);

  function claimed({ account: made, recoveryCode }: Claimed) {
    if (recoveryCode === undefined) look();
    else setCode({ code: recoveryCode, username: made.username });
  }
  function noted() {
    setCode(undefined);
    look();
  }

  if (!standing) return null;
  // A nickname without an account has nothing to sign in to; the part above says how to begin anew.
  if (standing.status === 'out' && !loadShelf().ties[readOwner()]?.isClaimed) return null;
  return (
    <section aria-labelledby="me-account">
      <h2 id="me-account" ref={heading} tabIndex={-1}>
        {account.heading}
      </h2>
      {code ? (
        <RecoveryCode {...code} account={account} onDone={noted} />
      ) : (
        <Body {...props} standing={standing} onClaimed={claimed} onCode={setCode} onChanged={look} />
      )}
      {standing.status === 'out' && (
        <p className="fold-acts">
          <a className="btn line" href={paths.signIn}>
            {account.again}
          </a>
        </p>
      )}
    </section>
  );
}

export interface BodyProps extends AccountProps {
  onCode: (code: { code: string; username: string | undefined }) => void;
  /** Something of the account is not as it was. */
  onChanged: () => void;
}

type Props = BodyProps & { standing: Standing; onClaimed: (claimed: Claimed) => void };

function Body(props: Props) {
  const { standing, account, paths, onClaimed } = props;
  if (standing.status === 'arriving')
    return (
      <div className="notice">
        <Icon name="circle-alert" />
        <p>
          <b>{account.unfinishedTitle}</b>
          <br />
          {account.unfinished} <a href={paths.signIn}>{account.unfinishedGo}</a>
        </p>
      </div>
    );
  if (standing.status === 'unknown') return <p className="small">{account.notNow}</p>;
  if (standing.status !== 'in') return <p className="small">{account.ended}</p>;
  if (standing.account) return <AccountOf {...props} learner={standing.learner} of={standing.account} />;
  return (
    <>
      <p>{account.nicknameOnly}</p>
      <ClaimForm account={account} onClaimed={onClaimed} />
      <p>
        <a href={paths.signIn}>{account.haveAccount}</a>
      </p>
    </>
  );
}
