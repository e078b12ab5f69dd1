import { useEffect, useState } from 'react';
import { clockText, endOfPart, momentAt } from '#core/practice/countdown.ts';
import { fill } from '#core/text/fill.ts';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { Icon } from '../../board/Icon.tsx';
import { Bench, KeepBar, type KeepStrings } from './Bench.tsx';
import { Field } from './Field.tsx';
import { useArrival } from './use-arrival.ts';
import { useTexts } from './use-texts.ts';
import type { Workbench } from './workbench.ts';

type TimerActivity = Workbench<'timer'>;
type TimerStrings = KeepStrings & WorkbenchStrings['timer'];

const MOST = 300;
const TICK_MS = 250;

/** Timed parts one after the other; when the time is over, one answer that is kept. */
export function TimerPractice({ activity, strings }: { activity: TimerActivity; strings: TimerStrings }) {
  const { texts, write, onBlur, ...keeping } = useTexts(activity, ['after']);
  const clock = useStopwatch();
  const seconds = activity.parts.map((part) => part.seconds);
  const moment = momentAt(seconds, clock.elapsedMs);
  const over = moment.cue === 'over';
  const { ref: after, arrive } = useArrival<HTMLDivElement>(over);
  const begun = clock.running || clock.elapsedMs > 0;
  return (
    <Bench label={activity.title} look="timed" written={keeping.written} onBlur={onBlur}>
      <Face activity={activity} moment={moment} begun={begun} running={clock.running} strings={strings} />
      <div className="turn">
        <button
          type="button"
          className="btn line"
          onClick={over ? clock.reset : clock.running ? clock.pause : clock.start}
        >
          {over ? strings.again : clock.running ? strings.pause : begun ? strings.resume : strings.start}
        </button>
        {begun && !over && (
          <button
            type="button"
            className="btn quiet"
            onClick={() => {
              if (moment.part === seconds.length - 1) arrive();
              clock.jump(endOfPart(seconds, moment.part));
            }}
          >
            {strings.skip}
          </button>
        )}
      </div>
      {(over || keeping.written) && (
        <div className="after-time" ref={after} tabIndex={-1}>
          <Field
            field="after"
            label={activity.after}
            rows={4}
            most={MOST}
            value={texts.after ?? ''}
            onWrite={(text) => write('after', text)}
            strings={strings}
          />
          <KeepBar {...keeping} strings={strings} />
        </div>
      )}
    </Bench>
  );
}

/** A stopwatch that reads the clock instead of counting ticks: a tab that slept wakes up at the right second. */
function useStopwatch() {
  const [before, setBefore] = useState(0);
  const [startedAt, setStartedAt] = useState<number>();
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (startedAt === undefined) return undefined;
    const look = () => setNow(Date.now());
    const timer = setInterval(look, TICK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [startedAt]);
  const elapsedMs = before + (startedAt === undefined ? 0 : Math.max(0, now - startedAt));
  const from = (ms: number, running: boolean) => {
    const at = Date.now();
    setBefore(ms);
    setNow(at);
    setStartedAt(running ? at : undefined);
  };
  return {
    elapsedMs,
    running: startedAt !== undefined,
    start: () => from(before, true),
    pause: () => from(elapsedMs, false),
    jump: (ms: number) => from(ms, startedAt !== undefined),
    reset: () => from(0, false),
  };
}

interface FaceProps {
  activity: TimerActivity;
  moment: ReturnType<typeof momentAt>;
  begun: boolean;
  running: boolean;
  strings: TimerStrings;
}

/** The time left, the parts, and what is said of them: at the start of a part, at half, at 30 seconds, at the end. */
function Face({ activity, moment, begun, running, strings }: FaceProps) {
  const { parts } = activity;
  const part = parts[moment.part];
  const over = moment.cue === 'over';
  const whole = (part?.seconds ?? 1) * 1000;
  const named = part && fill(strings.part, { k: moment.part + 1, name: part.text, time: clockText(whole) });
  const said = { begun: named, half: strings.half, last30: strings.last30, over: strings.over }[moment.cue];
  return (
    <>
      <p className="clock num" role="timer" aria-live="off">
        {clockText(moment.leftMs)}
      </p>
      <svg className="clock-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect className="ground" width="100" height="1" />
        <rect width={(moment.leftMs / whole) * 100} height="1" />
      </svg>
      <p className="small">
        <span role="status">{begun ? said : ''}</span> {begun && !running && !over && strings.paused}
      </p>
      <ol className="parts">
        {parts.map(({ id, text, seconds }, index) => {
          const done = over || index < moment.part;
          const on = begun && !over && index === moment.part;
          return (
            <li key={id} aria-current={on ? 'step' : undefined}>
              {done ? <Icon name="check" /> : <span className="num">{index + 1}</span>}
              <span>{text}</span>
              <span className="num">{clockText(seconds * 1000)}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
