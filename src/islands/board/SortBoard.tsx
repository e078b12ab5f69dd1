import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { Icon } from './Icon.tsx';

export interface BoardCard {
  id: string;
  text: string;
}
export interface BoardBin extends BoardCard {
  hint?: string;
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
  strings: SortBoardStrings;
  children?: ReactNode;
}

/** One card at a time into bins: tap, number keys, or drag with a mouse. Placed cards can be taken back. */
export function SortBoard(props: Props) {
  const { cards, bins, placed, onPlace, column, disabled, strings, children } = props;
  const waiting = cards.filter((card) => !placed[card.id]);
  const card = waiting[0];
  const done = cards.length - waiting.length;
  const onKey = (event: KeyboardEvent) => {
    const bin = bins[Number(event.key) - 1];
    if (!card || !bin || disabled || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onPlace(card.id, bin.id);
  };
  return (
    <fieldset className="board" aria-label={strings.current} onKeyDown={onKey}>
      {card && (
        <>
          <p className="micro num">{fill(strings.cardOf, { k: done + 1, n: cards.length })}</p>
          <Card key={card.id} card={card} label={strings.current} drag={!disabled} />
        </>
      )}
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
      {done > 0 && <Placed {...props} done={done} />}
    </fieldset>
  );
}

function Card({ card, label, drag }: { card: BoardCard; label: string; drag: boolean }) {
  return (
    <p
      className="card serif"
      draggable={drag}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', card.id)}
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
      <b>{bin.text}</b>
      {bin.hint && <small>{bin.hint}</small>}
      {count > 0 && <small className="num count">{fill(strings.binCount, { n: count })}</small>}
    </button>
  );
}

function Placed({
  cards,
  bins,
  placed,
  onTakeBack,
  disabled,
  marks = {},
  column,
  strings,
  done,
}: Props & { done: number }) {
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
              {onTakeBack && !disabled && (
                <button
                  type="button"
                  className="icon-btn"
                  aria-label={fill(strings.takeBack, { card: card.text })}
                  onClick={() => onTakeBack(card.id)}
                >
                  <Icon name="undo-2" />
                </button>
              )}
            </li>
          ))}
      </ul>
    </details>
  );
}
