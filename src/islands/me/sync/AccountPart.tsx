import { type ComponentType, useEffect, useState } from 'react';
import type { AccountProps } from '../../account/AccountSection.tsx';

/** The account, fetched once this device has a place on the server. */
export function AccountPart(props: AccountProps) {
  const [View, setView] = useState<ComponentType<AccountProps>>();
  useEffect(() => {
    let gone = false;
    void import('../../account/AccountSection.tsx')
      .then(({ AccountSection }) => {
        if (!gone) setView(() => AccountSection);
      })
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, []);
  return View ? <View {...props} /> : null;
}
