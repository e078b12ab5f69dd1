import { type RefObject, useId } from 'react';
import { axisMeans } from '#core/practice/radar.ts';
import { fill } from '#core/text/fill.ts';
import { KeepBar } from './Bench.tsx';
import { Radar } from './Radar.tsx';
import type { Rating, RatingActivity, RatingStrings } from './RatingPractice.tsx';

interface Props {
  activity: RatingActivity;
  rating: Rating;
  /** Takes the focus when the result appears. */
  head: RefObject<HTMLHeadingElement | null>;
  keeping: { written: boolean; kept: boolean; keep: () => void };
  onPick: (id: string) => void;
  onAgain: () => void;
  strings: RatingStrings;
}

/** The radar of a rating, what its lowest axis says, and the one marker to train. */
export function RatingResult({ activity, rating, head, keeping, onPick, onAgain, strings }: Props) {
  const { axes, pick: question } = activity;
  const id = useId();
  const means = axisMeans(axes, rating.marks).map((mean) => mean ?? 0);
  const before = rating.before && axisMeans(axes, rating.before).map((mean) => mean ?? 0);
  const lowest = axes[means.indexOf(Math.min(...means))];
  const names = axes.map(({ text }) => text);
  const list = axes
    .map(({ text }, index) => fill(strings.shown, { axis: text, mean: (means[index] ?? 0).toFixed(1) }))
    .join(activity.language === 'zh' ? '，' : ', ');
  return (
    <>
      <h4 ref={head} tabIndex={-1}>
        {list}
      </h4>
      <Radar names={names} means={means} before={before} label={fill(strings.chart, { list })} />
      {before && <p className="micro">{strings.before}</p>}
      <p>{lowest?.lowest}</p>
      <div className="field">
        <label htmlFor={id}>{question}</label>
        <select id={id} value={rating.pick ?? ''} onChange={(event) => onPick(event.target.value)}>
          <option value="" disabled>
            {strings.choose}
          </option>
          {axes.map(({ id: axisId, text, markers }) => (
            <optgroup key={axisId} label={text}>
              {markers.map((marker) => (
                <option key={marker.id} value={marker.id}>
                  {`${rating.marks[marker.id]} ${marker.text}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <KeepBar {...keeping} strings={strings} />
      <button type="button" className="btn quiet" onClick={onAgain}>
        {strings.again}
      </button>
    </>
  );
}
