import type { ReactNode } from 'react';
import { fill } from '#core/text/fill.ts';
import { type BoardBin, SortBoard, type SortBoardStrings, type SortLook } from '../board/SortBoard.tsx';
import { type PlacingCard, usePlacing } from './use-placing.ts';
import type { PracticeActivity } from './use-practice.ts';
import { Verdict, type VerdictStrings } from './Verdict.tsx';

export interface SortActivity extends PracticeActivity {
  /** The one question asked when a card lands in the wrong bin. */
  nudge: string;
  bins: readonly BoardBin[];
  /** `goes`: id of a bin. */
  cards: readonly PlacingCard[];
}

export type SortStrings = SortBoardStrings & VerdictStrings & { sentBack: string };

interface Props {
  activity: SortActivity;
  strings: SortStrings;
  /** Another look of the same exercise. */
  look?: (sorting: ReturnType<typeof usePlacing>) => SortLook & { figure?: ReactNode };
}

/** Sorting inside a lesson: a wrong bin sends the card back with one question, a right one says why. */
export function SortPractice({ activity, strings, look }: Props) {
  const sorting = usePlacing(activity, activity.cards);
  const { last } = sorting;
  const own = look?.(sorting);
  const bin = activity.bins.find((one) => one.id === last?.target)?.text ?? '';
  return (
    <SortBoard
      cards={activity.cards}
      bins={activity.bins}
      placed={sorting.placed}
      onPlace={sorting.put}
      onTakeBack={sorting.takeBack}
      look={own}
      strings={strings}
    >
      <Verdict
        last={
          last &&
          (last.card.goes === last.target
            ? { right: true, head: last.card.text, text: last.card.why }
            : { right: false, head: fill(strings.sentBack, { bin }), text: activity.nudge })
        }
        done={sorting.done}
        slips={sorting.slips}
        onRestart={sorting.restart}
        strings={strings}
      />
      {own?.figure}
    </SortBoard>
  );
}
