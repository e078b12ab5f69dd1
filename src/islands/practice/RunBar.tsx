import { moodOf } from '#core/simulator/mood.ts';
import type { Run } from '#core/simulator/run.ts';
import type { Level, Scenario } from '#core/simulator/scenario.ts';
import { trustOf } from '#core/simulator/values.ts';
import { fill } from '#core/text/fill.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import { Icon } from '../board/Icon.tsx';
import { Face } from './Face.tsx';
import { Meters } from './Meters.tsx';
import { speaker } from './persons.ts';

interface Props {
  scenario: Scenario<string>;
  run: Run;
  level: Level;
  /** Absent before the first line and after the last one. */
  round?: number;
  /** Ids of those who are here; the first two are shown. */
  cast: readonly string[];
  /** Who said the last line. */
  speaks?: string | undefined;
  notes?: number;
  onNotes?: () => void;
  strings: PracticeStrings;
}

/** Trust from which a trial is agreed (simulators.md §1.5, at level 1); marked where a run is after one. */
const TRIAL_TRUST = 55;

/** The head of a run: the way out, where one is, who is here and in what mood; at level 1 the meters. */
export function RunBar(props: Props) {
  const { scenario, run, level, round, cast, notes = 0, onNotes, strings } = props;
  return (
    <header className="run-bar">
      <div className="wrap">
        <div className="run-in">
          <a className="icon-btn" href="#run-off" aria-label={strings.leave}>
            <Icon name="x" small={false} />
          </a>
          <div>
            <h1>{scenario.title}</h1>
            <small className="num">
              {round === undefined
                ? strings.levelNames[level]
                : fill(strings.round, { n: round, level: strings.levelNames[level] })}
              {run.visit === 2 && `${strings.dot}${strings.visit2}`}
            </small>
          </div>
          {onNotes && (
            <button
              type="button"
              className="icon-btn"
              aria-label={fill(strings.notesCount, { n: notes })}
              onClick={onNotes}
            >
              <Icon name="notebook-pen" small={false} />
            </button>
          )}
        </div>
        {cast.length > 0 && <Cast {...props} />}
      </div>
    </header>
  );
}

function Cast({ scenario, run, level, cast, speaks, strings }: Props) {
  const mood = moodOf(run);
  const word = strings.moods[mood];
  return (
    <div className="cast">
      {cast.slice(0, 2).map((id) => {
        const person = speaker(scenario, id, strings);
        return (
          <figure key={id} className={id === speaks ? 'speaks' : undefined}>
            <Face person={person} mood={mood} size={52} />
            <figcaption>
              <b>{person.name}</b> {word}
            </figcaption>
          </figure>
        );
      })}
      {level === 1 && (
        <Meters
          trust={trustOf(run.values)}
          patience={run.values.patience}
          interest={run.values.interest}
          wanted={scenario.simulator === 'fab-pitch' ? undefined : TRIAL_TRUST}
          strings={strings}
        />
      )}
    </div>
  );
}
