import { useId, useState } from 'react';
import type { RunState } from '#client/run-session.ts';
import type { ScenarioProgress } from '#core/progress/scenario-progress.ts';
import type { Level } from '#core/simulator/scenario.ts';
import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';
import { Icon } from '../board/Icon.tsx';
import type { PracticeProps } from './practice-props.ts';

interface Props extends PracticeProps {
  /** Absent until record and scenario are here. */
  state?: RunState;
  progress?: ScenarioProgress | undefined;
  onStart?: (level: Level) => void;
}

const LEVELS: readonly Level[] = [1, 2, 3];

/** Choose a level and begin, or go on with the run that is open. Stands in the page before any script runs. */
export function StartPanel(props: Props) {
  const { state, progress, entryLevel, onStart, strings } = props;
  const name = useId();
  const run = state?.run;
  const isOpen = run?.status === 'active';
  const [level, setLevel] = useState<Level>(entryLevel);
  const [isAsked, setIsAsked] = useState(false);
  const following = state?.lease === 'following';
  const isReady = state?.status === 'ready' && !following;

  function begin() {
    if (!isReady) return;
    if (isOpen && !isAsked) return setIsAsked(true);
    onStart?.(level);
  }

  return (
    <section className="start" aria-labelledby={`${name}-t`}>
      {isOpen && <OpenRun {...{ state, strings }} />}
      <h2 id={`${name}-t`}>{strings.chooseLevel}</h2>
      <div className="options levels" role="radiogroup" aria-labelledby={`${name}-t`}>
        {LEVELS.map((one) => (
          <label className="option" key={one}>
            <input
              type="radio"
              name={name}
              checked={level === one}
              onChange={() => {
                setLevel(one);
                setIsAsked(false);
              }}
            />
            <span className="key num">{one}</span>
            <span>
              <b>{strings.levels[one]}</b>{' '}
              {one === entryLevel && <span className="tag-box">{strings.entryMark}</span>}
              <span className="small block">{strings.levelTexts[one]}</span>
              <LevelScore level={one} progress={progress} strings={strings} />
            </span>
          </label>
        ))}
      </div>
      {isAsked && (
        <p className="small" role="alert">
          {strings.dropAsk}
        </p>
      )}
      <div className="start-actions needs-script">
        <button
          type="button"
          className={isOpen ? 'btn line' : 'btn realm'}
          aria-disabled={!isReady}
          onClick={(event) => event.detail < 2 && begin()}
        >
          {isOpen ? (isAsked ? strings.dropYes : strings.dropRun) : strings.start}
          {!isOpen && <Icon name="arrow-right" />}
        </button>
        {isAsked && (
          <button type="button" className="btn quiet" onClick={() => setIsAsked(false)}>
            {strings.dropNo}
          </button>
        )}
      </div>
    </section>
  );
}

function OpenRun({ state, strings }: Pick<Props, 'state' | 'strings'>) {
  const run = state?.run;
  if (!run) return null;
  const { plan, acts } = run.context;
  const isTold = run.value === 'told' || run.value === 'rating';
  const values = { round: acts.length + 1, level: strings.levelNames[plan.level] };
  return (
    <div className="open-run">
      <p>{isTold ? strings.resumeOver : fill(strings.resumeAt, values)}</p>
      <a className="btn realm" href="#run">
        {strings.resumeRun}
        <Icon name="arrow-right" />
      </a>
    </div>
  );
}

/** First and best score at one level; passing belongs to level 2. */
function LevelScore({ level, progress, strings }: Pick<Props, 'progress' | 'strings'> & { level: Level }) {
  const own = progress?.levels.find((one) => one.level === level);
  if (!own) return null;
  return (
    <span className="small block num">
      {own.first && fill(strings.first, { n: points(own.first.score) })}
      {own.first && strings.dot}
      {fill(strings.best, { n: points(own.best.score) })}
      {level === 2 && progress?.passedAt !== undefined && (
        <>
          {strings.dot}
          <span className="state right">
            <Icon name="check" />
            {strings.passed}
          </span>
        </>
      )}
    </span>
  );
}
