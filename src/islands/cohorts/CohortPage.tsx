import { useCallback, useEffect, useState } from 'react';
import { actOn, askCohort, askReport, type CohortAct, type LeadRefusal } from '#client/cohort/lead-api.ts';
import type { Cohort } from '#core/cohort/cohort.ts';
import type { Report } from '#core/cohort/report.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import { useAct } from '../form/use-act.ts';
import { Refused } from './CohortsPage.tsx';
import type { CohortsProps } from './cohorts-props.ts';
import { ExportTable } from './ExportTable.tsx';
import { Goals } from './Goals.tsx';
import { Invite } from './Invite.tsx';
import { Manage } from './Manage.tsx';
import { Members } from './Members.tsx';
import { Plays } from './Plays.tsx';
import { Shared } from './Shared.tsx';
import { Tasks } from './Tasks.tsx';
import { leadWords, momentOf } from './wording.ts';

/** What every part of one cohort's page gets. */
export interface PartProps extends CohortsProps {
  cohort: Cohort;
  report: Report;
  /** @returns whether it was done; why not is said by `said`. */
  act: (act: CohortAct) => Promise<boolean>;
  isBusy: boolean;
}

interface Loaded {
  cohort: Cohort;
  report: Report;
}

const SECTIONS = ['members', 'tasks', 'goals', 'plays', 'shared', 'invite', 'manage'] as const;
const OF_EMPTY = ['invite', 'tasks', 'manage'] as const;

interface Props extends CohortsProps {
  cohortId: string;
  /** Come from another view of the page: what had the focus is gone. */
  isMoved: boolean;
}

const focus = (heading: HTMLElement | null) => heading?.focus({ preventScroll: true });

/** One cohort: who stands where, what is set, the invitation, its settings. */
export function CohortPage({ cohortId, isMoved, ...props }: Props) {
  const { strings, language } = props;
  const [loaded, setLoaded] = useState<Loaded>();
  const [refused, setRefused] = useState<LeadRefusal>();
  const { go, isBusy, said, setSaid } = useAct(leadWords(strings));
  const load = useCallback(async () => {
    setSaid('');
    const [cohort, report] = await Promise.all([askCohort(cohortId), askReport(cohortId)]);
    const failed = cohort.status === 'refused' ? cohort : report.status === 'refused' ? report : undefined;
    setRefused(failed?.reason);
    if (cohort.status === 'done' && report.status === 'done')
      setLoaded({ cohort: cohort.value, report: report.value });
  }, [cohortId, setSaid]);
  useEffect(() => void load(), [load]);

  async function act(what: CohortAct): Promise<boolean> {
    const cohort = await go(() => actOn(cohortId, what));
    if (!cohort) return false;
    if (what.do === 'remove') {
      location.hash = '';
      return true;
    }
    // Its assignments and members are part of the report too.
    const report = await askReport(cohortId);
    setLoaded((before) =>
      report.status === 'done' ? { cohort, report: report.value } : before && { ...before, cohort },
    );
    return true;
  }

  if (refused && !loaded) return <Refused reason={refused} onRetry={load} {...props} />;
  if (!loaded)
    return (
      <p className="small" role="status">
        {strings.loading}
      </p>
    );
  const { cohort, report } = loaded;
  const isEmpty = report.members.length === 0;
  const part = { ...props, ...loaded, act, isBusy };
  return (
    <>
      <p className="no-print">
        <a href={props.listPath} className="back">
          <Icon name="arrow-left" />
          {strings.back}
        </a>
      </p>
      <h1 ref={isMoved ? focus : undefined} tabIndex={-1}>
        {cohort.name}
      </h1>
      <p className="small num">
        {fill(strings.members, { n: cohort.members })} ·{' '}
        {fill(strings.asOf, { time: momentOf(report.at, language) })}
      </p>
      <p className="acts no-print">
        <button type="button" className="btn line" onClick={load}>
          {strings.reload}
        </button>
        <ExportTable {...part} />
        <button type="button" className="btn line" onClick={() => print()}>
          {strings.print}
        </button>
      </p>
      {/* What came of an act is seen wherever on the page it was done. */}
      <div className="stuck no-print">
        <Jump strings={strings} isEmpty={isEmpty} />
        <p className="small" role="status">
          {said || (refused ? refusedText(refused, strings) : '')}
        </p>
      </div>
      {isEmpty && (
        <>
          <p className="none">{strings.empty}</p>
          <Invite {...part} />
        </>
      )}
      <Members {...part} />
      <Tasks {...part} />
      <Goals {...part} />
      <Plays {...part} />
      <Shared {...part} />
      {!isEmpty && <Invite {...part} />}
      <Manage {...part} />
    </>
  );
}

const refusedText = (reason: LeadRefusal, strings: CohortsProps['strings']): string =>
  reason === 'signed-out'
    ? strings.signIn
    : reason === 'forbidden'
      ? strings.forbidden
      : strings.refused[reason];

/**
 * To the parts of the page. Buttons, for the address names the cohort already.
 * @param isEmpty nobody is in the cohort: what is said of learners is not there, and the invitation comes first.
 */
function Jump({ strings, isEmpty }: { strings: CohortsProps['strings']; isEmpty: boolean }) {
  return (
    <nav className="jump" aria-label={strings.title}>
      {(isEmpty ? OF_EMPTY : SECTIONS).map((id) => (
        <button key={id} type="button" onClick={() => jumpTo(`cohort-${id}`)}>
          {strings.sections[id]}
        </button>
      ))}
    </nav>
  );
}

function jumpTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus();
}
