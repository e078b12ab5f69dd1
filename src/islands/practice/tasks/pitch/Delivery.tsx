import { useEffect, useRef } from 'react';
import { estimateSeconds } from '#core/simulator/task/pitch-seconds.ts';
import { fill } from '#core/text/fill.ts';
import { Choices } from '../Choices.tsx';
import type { TaskViewProps } from '../task-view.ts';
import { deliver, type PitchDraft, type Role } from './draft.ts';
import { momentOf, type Pace, useClock } from './use-clock.ts';

const PACES: readonly Pace[] = ['normal', 'slow', 'off'];

interface Props extends TaskViewProps<'pitch'> {
  pitch: PitchDraft;
  change: (part: Partial<PitchDraft>) => void;
  lines: readonly { role: Role; text: string }[];
  listeners: readonly { id: string }[];
}

/** The composed words, to be read aloud against a clock that can be slowed or switched off. */
export function Delivery({ task, strings, disabled, onDone, pitch, change, lines, listeners }: Props) {
  const t = strings.pitch;
  const words = useRef<HTMLHeadingElement>(null);
  const { seconds, running, start } = useClock(pitch.pace);
  const timed = pitch.pace !== 'off';
  const done = (measured?: number) => onDone(deliver(task, pitch, listeners, measured));
  const estimate = estimateSeconds(task, deliver(task, pitch, listeners));

  useEffect(() => {
    words.current?.scrollIntoView({ block: 'start' });
    words.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div className="task">
      <h2 ref={words} tabIndex={-1}>
        {t.readAloud}
      </h2>
      <dl className="pitch-lines">
        {lines.map(({ role, text }) => (
          <div key={`${role} ${text}`}>
            <dt className="micro">{t.roles[role]}</dt>
            <dd className="serif">{text}</dd>
          </div>
        ))}
      </dl>
      <Choices
        kind="radio"
        legend={t.pace}
        segment
        choices={PACES.map((id) => ({ id, text: t.paces[id] }))}
        chosen={[pitch.pace]}
        onChoose={(id) => change({ pace: id as Pace })}
        disabled={disabled || running}
      />
      <div className="task-done">
        {timed ? (
          <Clock seconds={seconds} limit={task.seconds} running={running} strings={t} />
        ) : (
          <p className="micro num">{fill(t.untimed, { n: estimate })}</p>
        )}
        {timed && !running ? (
          <button type="button" className="btn realm wide" disabled={disabled} onClick={start}>
            {t.start}
          </button>
        ) : (
          <button
            type="button"
            className="btn realm wide"
            disabled={disabled}
            // "Start" stood here a moment ago: the second half of a double tap must not end the clock.
            onClick={(event) => event.detail < 2 && done(timed ? seconds : undefined)}
          >
            {t.finish}
          </button>
        )}
        <div className="task-asides">
          <button
            type="button"
            className="btn quiet"
            disabled={disabled}
            onClick={() => change({ spoken: false })}
          >
            {t.back}
          </button>
          {timed && (
            <button type="button" className="btn quiet" disabled={disabled} onClick={() => done()}>
              {t.guess}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

interface ClockProps {
  seconds: number;
  limit: number;
  running: boolean;
  strings: Props['strings']['pitch'];
}

/** Seconds and a bar; what a screen reader hears of it is said four times, not every second. */
function Clock({ seconds, limit, running, strings }: ClockProps) {
  const shown = Math.floor(seconds);
  const moment = momentOf(seconds, limit);
  const left = Math.max(0, limit - shown);
  const said = fill(strings[moment], { n: moment === 'started' ? limit : left });
  return (
    <div className="pitch-clock" data-moment={moment}>
      <p className="num" aria-hidden="true">
        {fill(strings.clock, { n: shown, limit })}
      </p>
      <svg className="pitch-bar" viewBox={`0 0 ${limit} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="ground" width={limit} height="1" />
        <rect className="passed" width={Math.min(seconds, limit)} height="1" />
      </svg>
      <Announced key={running ? moment : 'still'} text={running ? said : ''} />
    </div>
  );
}

/** Said once, as it stood when the moment came; the seconds that pass do not change it. */
function Announced({ text }: { text: string }) {
  const first = useRef(text);
  return (
    <p className="micro" role="status">
      {first.current}
    </p>
  );
}
