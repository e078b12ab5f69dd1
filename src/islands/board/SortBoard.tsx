import { type HTMLAttributes, type ReactNode, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { Board } from './Board.tsx';
import { Placed } from './Placed.tsx';

export interface BoardCard {
  id: string;
  text: string;
}
export interface BoardBin extends BoardCard {
  hint?: string;
  /** A small drawing before the name. */
  mark?: ReactNode;
}
/** What makes another board of it: swiping, circles. */
export interface SortLook {
  name: string;
  /** Keys for the bins beside 1, 2, 3. */
  keys?: readonly string[];
  /** Handlers of the card. */
  card?: HTMLAttributes<HTMLElement>;
  /** In place of the list of placed cards. */
  list?: ReactNode;
}
export interface SortBoardStrings {
  cardOf: string;
  current: string;
  placed: string;
  takeBack: string;
  keysHint: string;
  binCount: string;
}

interface Props {
  cards: readonly BoardCard[];
  bins: readonly BoardBin[];
  /** card id → bin id */
  placed: Readonly<Record<string, string>>;
  onPlace: (cardId: string, binId: string) => void;
  onTakeBack?: (cardId: string) => void;
  /** Long bins (right sides of a matching item) stand in a column. */
  column?: boolean;
  disabled?: boolean;
  /** How a placed card came out, once checked. */
  marks?: Readonly<Record<string, 'right' | 'again'>>;
  look?: SortLook | undefined;
  strings: SortBoardStrings;
  children?: ReactNode;
}

/** One card at a time into bins: tap, number keys, or drag with a mouse. Placed cards can be taken back. */
export function SortBoard(props: Props) {
  const { cards, bins, placed, onPlace, column, disabled, look, strings, children } = props;
  const waiting = cards.filter((card) => !placed[card.id]);
  const card = waiting[0];
  const done = cards.length - waiting.length;
  const pick = (index: number) => {
    const bin = bins[index];
    if (card && bin && !disabled) onPlace(card.id, bin.id);
  };
  return (
    <Board label={strings.current} onPick={pick} keys={look?.keys} look={look?.name}>
      <div aria-live="polite">
        {card && (
          <>
            <p className="micro num">{fill(strings.cardOf, { k: done + 1, n: cards.length })}</p>
            <Card key={card.id} card={card} label={strings.current} drag={!disabled} more={look?.card} />
          </>
        )}
      </div>
      {children}
      {card && (
        <>
          <div className={column ? 'bins column' : 'bins'} data-bins={bins.length}>
            {bins.map((bin) => (
              <Bin
                key={bin.id}
                bin={bin}
                count={cards.filter((one) => placed[one.id] === bin.id).length}
                disabled={disabled}
                strings={strings}
                onPlace={() => onPlace(card.id, bin.id)}
              />
            ))}
          </div>
          <p className="micro keys-hint">{fill(strings.keysHint, { n: bins.length })}</p>
        </>
      )}
      {done > 0 && (look?.list ?? <Placed {...props} done={done} />)}
    </Board>
  );
}

interface CardProps {
  card: BoardCard;
  label: string;
  drag: boolean;
  more: HTMLAttributes<HTMLElement> | undefined;
}

function Card({ card, label, drag, more }: CardProps) {
  return (
    <p
      className="card serif"
      draggable={drag}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', card.id)}
      {...more}
    >
      <span className="vh">{label}: </span>
      {card.text}
    </p>
  );
}

interface BinProps {
  bin: BoardBin;
  count: number;
  disabled: boolean | undefined;
  strings: SortBoardStrings;
  onPlace: () => void;
}

function Bin({ bin, count, disabled, strings, onPlace }: BinProps) {
  const [over, setOver] = useState(false);
  return (
    <button
      type="button"
      className={over ? 'bin over' : 'bin'}
      disabled={disabled}
      onClick={onPlace}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onPlace();
      }}
    >
      {bin.mark}
      <b>{bin.text}</b>
      {bin.hint && <small>{bin.hint}</small>}
      {count > 0 && <small className="num count">{fill(strings.binCount, { n: count })}</small>}
    </button>
  );
}
