import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import type { LessonStrings } from '#i18n/lesson.ts';
import { Icon } from '../board/Icon.tsx';
import { OrderBoard } from '../board/OrderBoard.tsx';
import { type PracticeActivity, usePractice } from './use-practice.ts';

export interface ReorderActivity extends PracticeActivity {
  prompt: string;
  slots: readonly string[];
  /** In the right order. */
  cards: readonly { id: string; text: string; why: string }[];
  /** Card ids as first shown. */
  start: readonly string[];
}

interface Kept {
  order: string[];
  tries: number;
  done: boolean;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && Array.isArray((value as Kept).order);

/** Putting cards into order inside a lesson: ask whether it holds, move, ask again. */
export function ReorderPractice({
  activity,
  strings,
}: {
  activity: ReorderActivity;
  strings: LessonStrings;
}) {
  const initial = { order: [...activity.start], tries: 0, done: false };
  const { state, save, finish } = usePractice<Kept>(activity, initial, isKept);
  const [asked, setAsked] = useState(state.done);
  const right = activity.cards.map((card) => card.id);
  const again = state.order.filter((id, index) => right[index] !== id);
  const shown = asked || state.done;

  function ask() {
    const done = again.length === 0;
    setAsked(true);
    save({ ...state, tries: state.tries + (done ? 0 : 1), done });
    if (done) finish(state.tries);
  }

  return (
    <div className="board">
      <OrderBoard
        cards={activity.cards}
        order={state.order}
        slots={activity.slots}
        onOrder={(order) => {
          setAsked(false);
          save({ ...state, order });
        }}
        disabled={state.done}
        again={shown ? again : []}
        strings={strings}
      />
      <div role="status">
        {shown && again.length > 0 && (
          <p className="nudge">
            <Icon name="rotate-ccw" />
            <span>{fill(strings.orderAgain, { n: again.length })}</span>
          </p>
        )}
        {state.done && (
          <>
            <p className="state right">
              <Icon name="check" />
              {strings.orderRight}
            </p>
            <ul className="whys small">
              {activity.cards.map((card) => (
                <li key={card.id}>{card.why}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {state.done ? (
        <button type="button" className="btn quiet" onClick={() => save(initial)}>
          {strings.restart}
        </button>
      ) : (
        <button type="button" className="btn line" onClick={ask}>
          {strings.tryOrder}
        </button>
      )}
    </div>
  );
}
