import { useCallback, useEffect, useState } from 'react';
import { askCohorts, type LeadRefusal } from '#client/cohort/lead-api.ts';
import type { CohortHead } from '#core/cohort/cohort.ts';
import { CohortList } from './CohortList.tsx';
import { CohortPage } from './CohortPage.tsx';
import type { CohortsProps } from './cohorts-props.ts';

/** `/cohorts`: the list, or with `#<id>` one cohort; back and forward work as between pages. */
export function CohortsPage(props: CohortsProps) {
  const { strings } = props;
  const { chosen, isMoved } = useChosen();
  const [heads, setHeads] = useState<readonly CohortHead[]>();
  const [refused, setRefused] = useState<LeadRefusal>();
  const load = useCallback(async () => {
    const done = await askCohorts();
    setRefused(done.status === 'refused' ? done.reason : undefined);
    if (done.status === 'done') setHeads(done.value);
  }, []);
  useEffect(() => {
    if (chosen === '') void load();
  }, [chosen, load]);
  if (chosen === undefined) return <p className="small needs-script">{strings.loading}</p>;
  if (chosen) return <CohortPage key={chosen} cohortId={chosen} isMoved={isMoved} {...props} />;
  if (refused) return <Refused reason={refused} onRetry={load} {...props} />;
  if (!heads)
    return (
      <p className="small" role="status">
        {strings.loading}
      </p>
    );
  return <CohortList heads={heads} {...props} />;
}

/** `chosen`: the id in the address; '' without one, undefined before the page is alive. `isMoved`: it was another before. */
function useChosen(): { chosen?: string; isMoved: boolean } {
  const [place, setPlace] = useState<{ chosen?: string; isMoved: boolean }>({ isMoved: false });
  useEffect(() => {
    const read = (isMoved: boolean) =>
      setPlace({ chosen: /^#([\w-]{1,64})$/.exec(location.hash)?.[1] ?? '', isMoved });
    const follow = () => read(true);
    read(false);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}

/** Why there is nothing to see, and what to do. */
export function Refused({
  reason,
  onRetry,
  strings,
  signInPath,
}: CohortsProps & { reason: LeadRefusal; onRetry: () => void }) {
  const needsSignIn = reason === 'signed-out';
  const text = needsSignIn
    ? strings.signIn
    : reason === 'forbidden'
      ? strings.forbidden
      : strings.refused[reason];
  return (
    <>
      <h1>{strings.title}</h1>
      <p role="status">{text}</p>
      <p className="acts">
        {needsSignIn ? (
          <a className="btn" href={signInPath}>
            {strings.signInGo}
          </a>
        ) : (
          <button type="button" className="btn line" onClick={onRetry}>
            {strings.retry}
          </button>
        )}
      </p>
    </>
  );
}
