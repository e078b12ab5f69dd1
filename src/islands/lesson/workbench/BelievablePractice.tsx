import type { RefObject } from 'react';
import { isFiniteNumber, isMapOf, isRecord } from '#core/model/shape.ts';
import { fill } from '#core/text/fill.ts';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { Icon } from '../../board/Icon.tsx';
import { usePractice } from '../use-practice.ts';
import { Bench } from './Bench.tsx';
import { Slider } from './Slider.tsx';
import { useArrival } from './use-arrival.ts';
import { idsOf, type Marks, stillThere, type Workbench } from './workbench.ts';

type BelievableActivity = Workbench<'believable'>;
type BelievableStrings = WorkbenchStrings['believable'];

interface Believing {
  /** Line id → how far the learner believes it, 0 to 10. */
  marks: Marks;
  /** Index of the line on screen; as many as there are lines: looked at all. */
  on: number;
  /** The line on screen is noted. */
  noted: boolean;
}

const START: Believing = { marks: {}, on: 0, noted: false };
const MIDDLE = 5;
/** A line trusted so far can be used; below it wants to be made smaller (toolbox, T-02). */
const TRUSTED = 6;

const isBelieving = (value: unknown): value is Believing =>
  isRecord(value) && isMapOf(value.marks, isFiniteNumber) && isFiniteNumber(value.on);

/** One line after the other: how far do I believe it? Then whether it helps, and at the end which ones to use. */
export function BelievablePractice({
  activity,
  strings,
}: {
  activity: BelievableActivity;
  strings: BelievableStrings;
}) {
  const { lines, low, high, title } = activity;
  const ids = idsOf(lines);
  const { state, save, finish } = usePractice<Believing>(activity, START, isBelieving, {
    carry: ({ marks }) => {
      const left = stillThere(marks, ids);
      const next = ids.findIndex((id) => left[id] === undefined);
      return { marks: left, on: next < 0 ? lines.length : next, noted: false };
    },
  });
  const line = lines[state.on];
  const { ref: head, arrive } = useArrival<HTMLParagraphElement>(state.on);

  function go(mark: number) {
    if (!line) return;
    const marks = { ...state.marks, [line.id]: mark };
    if (!state.noted) return save({ ...state, marks, noted: true });
    arrive();
    save({ marks, on: state.on + 1, noted: false });
    if (state.on + 1 < lines.length) return;
    finish(lines.filter(({ id, works }) => (marks[id] ?? MIDDLE) >= TRUSTED !== works).length);
  }

  if (!line)
    return (
      <Bench label={title} look="believable" written>
        <AllLines lines={lines} marks={state.marks} head={head} strings={strings} />
        <button
          type="button"
          className="btn quiet"
          onClick={() => {
            arrive();
            save(START);
          }}
        >
          {strings.again}
        </button>
      </Bench>
    );
  const mark = state.marks[line.id] ?? MIDDLE;
  return (
    <Bench label={title} look="believable">
      <p className="micro num" ref={head} tabIndex={-1}>
        {fill(strings.at, { k: state.on + 1, n: lines.length })}
      </p>
      <p className="spoken">{line.text}</p>
      <Slider
        key={line.id}
        label={strings.mark}
        value={mark}
        least={0}
        most={10}
        shown={fill(strings.points, { n: mark })}
        low={low}
        high={high}
        onMove={(value) => save({ ...state, marks: { ...state.marks, [line.id]: value } })}
      />
      <div role="status">
        {state.noted && (
          <p className={line.works ? 'nudge right' : 'nudge'}>
            <Icon name={line.works ? 'check' : 'circle-alert'} />
            <span>
              <b>{strings[line.works ? 'works' : 'fails']}</b> {line.why}
            </span>
          </p>
        )}
      </div>
      <button type="button" className="btn line" onClick={() => go(mark)}>
        {!state.noted ? strings.note : state.on + 1 < lines.length ? strings.next : strings.end}
      </button>
    </Bench>
  );
}

interface AllProps {
  lines: BelievableActivity['lines'];
  marks: Marks;
  head: RefObject<HTMLParagraphElement | null>;
  strings: BelievableStrings;
}

/** All lines, the most believed first among those that help, then the others. */
function AllLines({ lines, marks, head, strings }: AllProps) {
  const markOf = ({ id }: { id: string }) => marks[id] ?? MIDDLE;
  const sorted = [...lines].sort((a, b) => Number(b.works) - Number(a.works) || markOf(b) - markOf(a));
  const use = lines.filter((line) => line.works && markOf(line) >= TRUSTED).length;
  return (
    <>
      <p ref={head} tabIndex={-1}>
        {use > 0 ? fill(strings.use, { n: use }) : strings.none}
      </p>
      <ul className="rows">
        {sorted.map((line) => (
          <li key={line.id}>
            <b className="num">{fill(strings.points, { n: markOf(line) })}</b>
            <span>{line.text}</span>
            <span className={`state ${line.works ? 'right' : 'again'}`}>
              <Icon name={line.works ? 'check' : 'circle-alert'} />
              {strings[line.works ? 'works' : 'fails']}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
