import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { scenarioProgress } from '#core/progress/scenario-progress.ts';
import type { Level } from '#core/simulator/scenario.ts';
import { useRecord } from '../me/use-record.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { Notices } from './Notices.tsx';
import { PastRuns } from './PastRuns.tsx';
import { PastView } from './PastView.tsx';
import { pastRuns } from './past-runs.ts';
import type { PracticeProps } from './practice-props.ts';
import { RunView } from './RunView.tsx';
import { StartPanel } from './StartPanel.tsx';
import { useHash } from './use-hash.ts';
import { type OpenedRun, useRun } from './use-run.ts';

/**
 * One scenario: level choice under the briefing, the run in its place at `#run`, an earlier one at `#past-…`. The address
 * says which, so that back, reload and a second language lead where one was.
 */
export function Practice(props: PracticeProps) {
  const { opened, failed, retry } = useRun(props);
  if (opened) return <Opened {...opened} {...props} />;
  return (
    <>
      <StartPanel {...props} />
      {failed && (
        <p className="notice" role="status">
          <span>
            {props.strings.failed}{' '}
            <button type="button" className="btn quiet" onClick={retry}>
              {props.strings.retryLoad}
            </button>
          </span>
        </p>
      )}
    </>
  );
}

function Opened({ session, content, ...props }: OpenedRun & PracticeProps) {
  const { scenarioId, revision, language, strings } = props;
  const state = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const facts = useRecord()?.facts;
  const hash = useHash();
  const past = useMemo(() => pastRuns(facts ?? [], scenarioId, revision), [facts, scenarioId, revision]);
  const progress = useMemo(() => scenarioProgress(facts ?? []).get(scenarioId), [facts, scenarioId]);
  const shown = past.find(({ attemptId, replayable }) => replayable && hash === `past-${attemptId}`);
  const isRun = hash === 'run' && state.run !== undefined;
  usePlace(isRun || shown !== undefined);

  useEffect(() => {
    if (state.status === 'ready') fetchAhead(content.file.scenario);
  }, [state.status, content]);

  function start(level: Level) {
    if (session.start({ level })) location.hash = 'run';
  }

  if (isRun) return <RunView {...props} {...{ session, state, content, past }} />;
  if (shown) return <PastView {...props} {...{ session, content, past }} run={shown} />;
  return (
    <>
      <Notices state={state} revision={revision} onTakeOver={() => session.takeOver()} strings={strings} />
      <StartPanel {...props} state={state} progress={progress} onStart={start} />
      <PastRuns past={past} language={language} strings={strings} />
    </>
  );
}

/** While a run is on screen the rest of the page makes way. */
function usePlace(isRunning: boolean): void {
  useEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute('data-run', isRunning);
    if (isRunning) scrollTo(0, 0);
    return () => root.removeAttribute('data-run');
  }, [isRunning]);
}
