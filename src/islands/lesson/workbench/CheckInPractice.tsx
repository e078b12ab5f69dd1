import { useEffect, useState } from 'react';
import { ownRecord } from '#client/record/own.ts';
import { weekOf } from '#client/week-of.ts';
import { isFiniteNumber, isMapOf, isRecord, isString } from '#core/model/shape.ts';
import { type CheckInWeek, checkInWeeks, marksOf } from '#core/practice/check-in-weeks.ts';
import { packTexts, unpackTexts } from '#core/practice/kept-text.ts';
import { fill } from '#core/text/fill.ts';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { Bench, KeepBar, type KeepStrings } from './Bench.tsx';
import { MarkRow } from './MarkRow.tsx';
import { useWritten } from './use-written.ts';
import { idsOf, type Marks, stillThere, type Workbench } from './workbench.ts';

type CheckInActivity = Workbench<'checkin'>;
type CheckInStrings = KeepStrings & WorkbenchStrings['checkin'];

interface CheckIn {
  /** `2026-W09`; '' before the first mark. */
  week: string;
  marks: Marks;
}

const START: CheckIn = { week: '', marks: {} };
/** Marks go from 1 to 5; a mean below this calls for the small step. */
const LOW_MEAN = 3;
const MOST = 5;
const PAST_WEEKS = 8;

const isCheckIn = (value: unknown): value is CheckIn =>
  isRecord(value) && isString(value.week) && isMapOf(value.marks, isFiniteNumber);

const sumOf = (marks: Marks) => Object.values(marks).reduce((sum, mark) => sum + mark, 0);

/** A few marks once a week, beside one's own weeks before; never beside anybody else's. */
export function CheckInPractice({
  activity,
  strings,
}: {
  activity: CheckInActivity;
  strings: CheckInStrings;
}) {
  const { questions, advice, title } = activity;
  const ids = idsOf(questions);
  const [week, setWeek] = useState('');
  useEffect(() => setWeek(weekOf(Date.now())), []);
  const allOf = (marks: Marks) => ids.every((id) => marks[id] !== undefined);
  const { state, save, onBlur, ...keeping } = useWritten<CheckIn>(activity, {
    initial: START,
    accepts: isCheckIn,
    carry: (kept) => ({ ...kept, marks: stillThere(kept.marks, ids) }),
    pack: ({ week: own, marks }) =>
      allOf(marks)
        ? packTexts({ week: own, ...Object.fromEntries(ids.map((id) => [id, String(marks[id])])) }, [
            'week',
            ...ids,
          ])
        : '',
    unpack: (text) => {
      const { week: own = '', ...texts } = unpackTexts(text, []);
      return { week: own, marks: stillThere(marksOf(texts), ids) };
    },
  });
  const weeks = useWeeks(activity);
  const marks = state.week === week ? state.marks : {};
  const missing = ids.filter((id) => marks[id] === undefined).length;
  const most = ids.length * MOST;
  return (
    <Bench label={title} look="checkin" written={weeks.length > 0 || keeping.written} onBlur={onBlur}>
      <p className="micro">
        <b className="num">{week && weekText(week, strings)}</b> {fill(strings.ends, strings)}
      </p>
      {questions.map(({ id, text }) => (
        <MarkRow
          key={id}
          name={`${activity.id}-${id}`}
          label={text}
          value={marks[id]}
          low={strings.low}
          high={strings.high}
          onMark={(mark) => save({ week, marks: { ...marks, [id]: mark } })}
        />
      ))}
      <div role="status">
        {missing === 0 && (
          <>
            <p className="num">{fill(strings.done, { n: sumOf(marks), most })}</p>
            {sumOf(marks) < LOW_MEAN * ids.length && <p>{advice}</p>}
          </>
        )}
        {missing > 0 && missing < ids.length && (
          <p className="micro">{fill(strings.missing, { n: missing })}</p>
        )}
      </div>
      <Past weeks={weeks.filter((one) => one.week !== week)} most={most} strings={strings} />
      <KeepBar {...keeping} written={missing === 0} kept={missing === 0 && keeping.kept} strings={strings} />
    </Bench>
  );
}

/** The weeks in the record, as they come. */
function useWeeks({ lessonId, id }: CheckInActivity): readonly CheckInWeek[] {
  const [weeks, setWeeks] = useState<readonly CheckInWeek[]>([]);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void ownRecord().then((record) => {
      if (gone) return;
      const read = () => setWeeks(checkInWeeks(record.facts(), lessonId, id));
      read();
      stop = record.subscribe(({ type }) => type === 'facts' && read());
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [lessonId, id]);
  return weeks;
}

function weekText(week: string, strings: CheckInStrings): string {
  const [year = '', number = ''] = week.split('-W');
  return fill(strings.week, { year, week: Number(number) });
}

interface PastProps {
  weeks: readonly CheckInWeek[];
  /** The highest sum. */
  most: number;
  strings: CheckInStrings;
}

/** Own weeks before, the latest first, each with its sum as a bar. */
function Past({ weeks, most, strings }: PastProps) {
  if (weeks.length === 0) return null;
  return (
    <div>
      <p className="label">{strings.past}</p>
      <ul className="past-weeks">
        {weeks
          .slice(-PAST_WEEKS)
          .toReversed()
          .map(({ week, marks }) => (
            <li key={week} className="num">
              <span>{weekText(week, strings)}</span>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className="ground" width="100" height="8" />
                <rect width={Math.min(100, (sumOf(marks) / most) * 100)} height="8" />
              </svg>
              <span>{fill(strings.sum, { n: sumOf(marks) })}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
