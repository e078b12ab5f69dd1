import { useState } from 'react';
import { isFiniteNumber, isMapOf, isRecord } from '#core/model/shape.ts';
import { marksOf } from '#core/practice/check-in-weeks.ts';
import { packTexts, unpackTexts } from '#core/practice/kept-text.ts';
import { fill } from '#core/text/fill.ts';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { Bench, type KeepStrings } from './Bench.tsx';
import { MarkRow } from './MarkRow.tsx';
import { RatingResult } from './RatingResult.tsx';
import { useArrival } from './use-arrival.ts';
import { useWritten } from './use-written.ts';
import { idsOf, type Marks, stillThere, type Workbench } from './workbench.ts';

export type RatingActivity = Workbench<'rating'>;
export type RatingStrings = KeepStrings & WorkbenchStrings['rating'];

export interface Rating {
  marks: Marks;
  /** Index of the axis on screen; as many as there are axes: the result. */
  screen: number;
  /** Id of the marker to train. */
  pick?: string;
  /** Marks of the time before. */
  before?: Marks;
}

const isRating = (value: unknown): value is Rating =>
  isRecord(value) && isMapOf(value.marks, isFiniteNumber) && isFiniteNumber(value.screen);

/** The learner's own marks, one screen per axis; then a radar of them, and one marker to train. */
export function RatingPractice({ activity, strings }: { activity: RatingActivity; strings: RatingStrings }) {
  const { axes, low, high, title } = activity;
  const ids = axes.flatMap(({ markers }) => idsOf(markers));
  const allRated = (marks: Marks) => ids.every((id) => marks[id] !== undefined);
  const { state, save, onBlur, ...keeping } = useWritten<Rating>(activity, {
    initial: { marks: {}, screen: 0 },
    accepts: isRating,
    carry: ({ marks, screen, pick, before }) => ({
      marks: stillThere(marks, ids),
      screen: Math.min(screen, axes.length),
      ...(pick && ids.includes(pick) && { pick }),
      ...(before && { before: stillThere(before, ids) }),
    }),
    pack: ({ marks, pick = '' }) =>
      allRated(marks) ? packTexts({ ...asTexts(marks), pick }, [...ids, 'pick']) : '',
    unpack: (text) => {
      const { pick, ...texts } = unpackTexts(text, []);
      const marks = stillThere(marksOf(texts), ids);
      const known = pick && ids.includes(pick) ? { pick } : {};
      return { marks, screen: allRated(marks) ? axes.length : 0, ...known };
    },
  });
  const axis = axes[state.screen];
  const { ref: head, arrive } = useArrival<HTMLHeadingElement>(state.screen);
  const turnTo = (next: Rating) => {
    arrive();
    save(next);
  };

  return (
    <Bench label={title} look="rating" written={keeping.written} onBlur={onBlur}>
      {axis ? (
        <>
          <p className="micro">{fill(strings.ends, { low, high })}</p>
          <h4 ref={head} tabIndex={-1}>
            {axis.text}{' '}
            <span className="micro num">{fill(strings.screen, at(state.screen, axes.length))}</span>
          </h4>
          {axis.markers.map((marker) => (
            <MarkRow
              key={marker.id}
              name={`${activity.id}-${marker.id}`}
              label={marker.text}
              value={state.marks[marker.id]}
              low={low}
              high={high}
              onMark={(mark) => save({ ...state, marks: { ...state.marks, [marker.id]: mark } })}
            />
          ))}
          <Turn
            missing={axis.markers.filter(({ id }) => state.marks[id] === undefined).length}
            first={state.screen === 0}
            last={state.screen === axes.length - 1}
            onTurn={(by) => turnTo({ ...state, screen: state.screen + by })}
            strings={strings}
          />
        </>
      ) : (
        <RatingResult
          activity={activity}
          rating={state}
          head={head}
          keeping={keeping}
          onPick={(pick) => save({ ...state, pick })}
          onAgain={() => turnTo({ marks: {}, screen: 0, before: state.marks })}
          strings={strings}
        />
      )}
    </Bench>
  );
}

const at = (screen: number, count: number) => ({ k: screen + 1, n: count });

const asTexts = (marks: Marks) =>
  Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, String(mark)]));

interface TurnProps {
  /** Markers on this screen without a mark. */
  missing: number;
  first: boolean;
  last: boolean;
  onTurn: (by: 1 | -1) => void;
  strings: RatingStrings;
}

/** To the next screen once all has a mark, or back. */
function Turn({ missing, first, last, onTurn, strings }: TurnProps) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <p className="nudge" role="status">
        {asked && missing > 0 && fill(strings.missing, { n: missing })}
      </p>
      <div className="turn">
        {!first && (
          <button type="button" className="btn quiet" onClick={() => onTurn(-1)}>
            {strings.back}
          </button>
        )}
        <button
          type="button"
          className="btn line"
          onClick={() => {
            setAsked(missing > 0);
            if (missing === 0) onTurn(1);
          }}
        >
          {last ? strings.result : strings.next}
        </button>
      </div>
    </>
  );
}
