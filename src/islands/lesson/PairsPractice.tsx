import { type KeyboardEvent, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { unquoted } from '#core/text/unquoted.ts';
import { Board } from '../board/Board.tsx';
import { Placed } from '../board/Placed.tsx';
import type { SortBoardStrings } from '../board/SortBoard.tsx';
import { type PlacingCard, usePlacing } from './use-placing.ts';
import type { PracticeActivity } from './use-practice.ts';
import { Verdict, type VerdictStrings } from './Verdict.tsx';

export interface PairsActivity extends PracticeActivity {
  /** Asked when two sides do not belong together. */
  nudge: string;
  /** Left sides in groups as shown together; `goes`: id of the right side. */
  groups: readonly (readonly PlacingCard[])[];
  /** Right sides, mixed. */
  rights: readonly { id: string; text: string }[];
}

export interface PairsStrings extends SortBoardStrings, VerdictStrings {
  lefts: string;
  rights: string;
  apart: string;
  pairsOf: string;
}

/** Two sides that belong together, some at a time: choose a left side, then tap its right side in the tray. */
export function PairsPractice({ activity, strings }: { activity: PairsActivity; strings: PairsStrings }) {
  const all = activity.groups.flat();
  const { placed, last, slips, done, put, restart } = usePlacing(activity, all);
  const [chosen, setChosen] = useState<string>();
  const open = activity.groups
    .map((group) => group.filter((card) => !placed[card.id]))
    .find((one) => one.length);
  const tray = activity.rights.filter(({ id }) => open?.some((card) => card.goes === id));
  const left = open?.find((card) => card.id === chosen) ?? open?.[0];
  const count = all.filter((card) => placed[card.id]).length;
  const match = (index: number) => {
    const right = tray[index];
    if (left && right) put(left.id, right.id);
  };

  return (
    <Board label={strings.lefts} onPick={match} look="pairs">
      {open && left && (
        <>
          <p className="micro num">{fill(strings.pairsOf, { k: count, n: all.length })}</p>
          <div className="sides">
            <Lefts open={open} chosen={left} onChoose={setChosen} label={strings.lefts} />
            <Tray rights={tray} onMatch={match} label={strings.rights} />
          </div>
        </>
      )}
      <Verdict
        last={
          last &&
          (last.card.goes === last.target
            ? { right: true, head: last.card.text, text: last.card.why }
            : {
                right: false,
                head: fill(strings.apart, { card: unquoted(last.card.text) }),
                text: activity.nudge,
              })
        }
        done={done}
        slips={slips}
        onRestart={restart}
        strings={strings}
      />
      {tray.length > 1 && <p className="micro keys-hint">{fill(strings.keysHint, { n: tray.length })}</p>}
      {count > 0 && (
        <Placed cards={all} bins={activity.rights} placed={placed} column strings={strings} done={count} />
      )}
    </Board>
  );
}

interface LeftsProps {
  open: readonly PlacingCard[];
  chosen: PlacingCard;
  onChoose: (cardId: string) => void;
  label: string;
}

function Lefts({ open, chosen, onChoose, label }: LeftsProps) {
  return (
    <div>
      <p className="micro">{label}</p>
      <ul onKeyDown={walk}>
        {open.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              className="bin"
              aria-pressed={card === chosen}
              data-next={card === chosen || undefined}
              onClick={() => onChoose(card.id)}
            >
              {card.text}
              {card === chosen && <span aria-hidden="true">→</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TrayProps {
  rights: PairsActivity['rights'];
  onMatch: (index: number) => void;
  label: string;
}

function Tray({ rights, onMatch, label }: TrayProps) {
  return (
    <div className="tray">
      <p className="micro">{label}</p>
      <ul>
        {rights.map((right, index) => (
          <li key={right.id}>
            <button type="button" className="bin" onClick={() => onMatch(index)}>
              <span className="num" aria-hidden="true">
                {index + 1}
              </span>
              {right.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Up and down go through the left sides and choose the one that is reached. */
function walk(event: KeyboardEvent<HTMLUListElement>) {
  const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!way) return;
  event.preventDefault();
  const sides = [...event.currentTarget.querySelectorAll('button')];
  const side = sides[sides.findIndex((one) => one.getAttribute('aria-pressed') === 'true') + way];
  side?.focus();
  side?.click();
}
