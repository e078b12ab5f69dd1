import type { Language } from '#core/model/text.ts';
import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import type { PastRun } from './past-runs.ts';

interface Props {
  past: readonly PastRun[];
  language: Language;
  strings: PracticeStrings;
}

/** Finished runs, the latest first; those on this revision can be looked at again. */
export function PastRuns({ past, language, strings }: Props) {
  if (past.length === 0) return null;
  const dates = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium' });
  return (
    <section className="past-runs">
      <h2>{strings.pastRuns}</h2>
      <ul>
        {past.toReversed().map((run) => (
          <li key={run.attemptId}>
            <span className="num">
              {fill(strings.pastRun, {
                date: dates.format(run.at),
                level: strings.levelNames[run.level],
                score: points(run.score),
              })}{' '}
              {run.branchOf && <span className="tag-box">{strings.pastBranch}</span>}
            </span>
            {run.replayable ? (
              <a className="btn quiet" href={`#past-${run.attemptId}`}>
                {strings.pastReplay}
              </a>
            ) : (
              <span className="small">{strings.pastOld}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
