import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import type { LessonStrings } from '#i18n/lesson.ts';
import { Icon } from '../board/Icon.tsx';
import { SortBoard } from '../board/SortBoard.tsx';
import { type PracticeActivity, usePractice } from './use-practice.ts';

export interface SortActivity extends PracticeActivity {
  /** The one question asked when a card lands in the wrong bin. */
  nudge: string;
  bins: readonly { id: string; text: string; hint: string }[];
  cards: readonly { id: string; text: string; bin: string; why: string }[];
}

interface Kept {
  placed: Record<string, string>;
  /** Cards that came back at least once. */
  slipped: string[];
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'placed' in value && 'slipped' in value;

/** Sorting inside a lesson: a wrong bin sends the card back with one question, a right one says why. */
export function SortPractice({ activity, strings }: { activity: SortActivity; strings: LessonStrings }) {
  const { state, save, finish } = usePractice<Kept>(activity, { placed: {}, slipped: [] }, isKept);
  const [last, setLast] = useState<{ card: SortActivity['cards'][number]; bin: string }>();
  const done = Object.keys(state.placed).length === activity.cards.length;

  function place(cardId: string, binId: string) {
    const card = activity.cards.find((one) => one.id === cardId);
    if (!card) return;
    setLast({ card, bin: binId });
    if (card.bin !== binId) {
      if (!state.slipped.includes(cardId)) save({ ...state, slipped: [...state.slipped, cardId] });
      return;
    }
    const placed = { ...state.placed, [cardId]: binId };
    save({ ...state, placed });
    if (Object.keys(placed).length === activity.cards.length) finish(state.slipped.length);
  }

  function takeBack(cardId: string) {
    const { [cardId]: _gone, ...placed } = state.placed;
    setLast(undefined);
    save({ ...state, placed });
  }

  const slips = state.slipped.length;
  const summary = slips > 0 ? fill(strings.sortedSlips, { n: slips }) : strings.sorted;
  return (
    <SortBoard
      cards={activity.cards}
      bins={activity.bins}
      placed={state.placed}
      onPlace={place}
      onTakeBack={takeBack}
      strings={strings}
    >
      <div role="status">
        {last && <Said last={last} activity={activity} strings={strings} />}
        {done && (
          <p className="done-line">
            <span className="state right">
              <Icon name="check" />
              {summary}
            </span>{' '}
            <button
              type="button"
              className="btn quiet"
              onClick={() => {
                setLast(undefined);
                save({ placed: {}, slipped: [] });
              }}
            >
              {strings.restart}
            </button>
          </p>
        )}
      </div>
    </SortBoard>
  );
}

interface SaidProps {
  last: { card: SortActivity['cards'][number]; bin: string };
  activity: SortActivity;
  strings: LessonStrings;
}

function Said({ last, activity, strings }: SaidProps) {
  const right = last.card.bin === last.bin;
  const bin = activity.bins.find((one) => one.id === last.bin)?.text ?? last.bin;
  if (right)
    return (
      <p className="nudge right" key={last.card.id}>
        <Icon name="check" />
        <span>
          <b>{last.card.text}</b> {last.card.why}
        </span>
      </p>
    );
  return (
    <p className="nudge">
      <Icon name="corner-down-left" />
      <span>
        <b>{fill(strings.sentBack, { bin })}</b> {activity.nudge}
      </span>
    </p>
  );
}
