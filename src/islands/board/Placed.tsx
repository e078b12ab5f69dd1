import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { unquoted } from '#core/text/unquoted.ts';
import { Icon } from './Icon.tsx';
import type { BoardCard, SortBoardStrings } from './SortBoard.tsx';

interface PlacedProps {
  cards: readonly BoardCard[];
  bins: readonly BoardCard[];
  /** card id → bin id */
  placed: Readonly<Record<string, string>>;
  /** How many lie. */
  done: number;
  onTakeBack?: ((cardId: string) => void) | undefined;
  column?: boolean | undefined;
  disabled?: boolean | undefined;
  /** How a placed card came out, once checked. */
  marks?: Readonly<Record<string, 'right' | 'again'>> | undefined;
  strings: SortBoardStrings;
}

/** What lies where, open once all is done; `column`: the card in bold, else its bin. */
export function Placed({
  cards,
  bins,
  placed,
  onTakeBack,
  disabled,
  marks = {},
  column,
  strings,
  done,
}: PlacedProps) {
  const [open, setOpen] = useState(done === cards.length);
  const all = done === cards.length;
  const binOf = (cardId: string) => bins.find((bin) => bin.id === placed[cardId])?.text;
  return (
    <details className="placed" open={open || all} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron-right" />
        {fill(strings.placed, { n: done })}
      </summary>
      <ul>
        {cards
          .filter((card) => placed[card.id])
          .map((card) => (
            <li key={card.id} className={marks[card.id]}>
              <b>{column ? card.text : binOf(card.id)}</b>
              <span>{column ? binOf(card.id) : card.text}</span>
              {marks[card.id] && <Icon name={marks[card.id] === 'right' ? 'check' : 'rotate-ccw'} />}
              {onTakeBack && !disabled && <TakeBack card={card} onTakeBack={onTakeBack} strings={strings} />}
            </li>
          ))}
      </ul>
    </details>
  );
}

interface TakeBackProps {
  card: BoardCard;
  onTakeBack: (cardId: string) => void;
  strings: Pick<SortBoardStrings, 'takeBack'>;
}

/** Takes a card that lies back into the hand. */
export function TakeBack({ card, onTakeBack, strings }: TakeBackProps) {
  return (
    <button
      type="button"
      className="icon-btn"
      aria-label={fill(strings.takeBack, { card: unquoted(card.text) })}
      onClick={() => onTakeBack(card.id)}
    >
      <Icon name="undo-2" />
    </button>
  );
}
