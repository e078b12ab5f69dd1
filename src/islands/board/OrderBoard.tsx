import { useRef, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { unquoted } from '#core/text/unquoted.ts';
import type { BoardCard } from './SortBoard.tsx';

export interface OrderBoardStrings {
  up: string;
  down: string;
  moved: string;
}

interface Props {
  cards: readonly BoardCard[];
  /** Card ids, first to last. */
  order: readonly string[];
  onOrder: (order: string[]) => void;
  /** Names of the places, when they have one. */
  slots?: readonly string[];
  /** A card that stays in first place. */
  given?: string;
  disabled?: boolean;
  /** Card ids that stand wrong, once the learner asked. */
  again?: readonly string[];
  strings: OrderBoardStrings;
}

/** Cards in a column that can be moved up and down: buttons for thumb and keyboard, drag for the mouse. */
export function OrderBoard({ cards, order, onOrder, slots, given, disabled, again = [], strings }: Props) {
  const [said, setSaid] = useState('');
  const [over, setOver] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const first = given ? 1 : 0;
  const text = (id: string) => cards.find((card) => card.id === id)?.text ?? id;

  function move(id: string, to: number, focus?: 'up' | 'down') {
    if (disabled || id === given || to < first || to >= order.length) return;
    const next = order.filter((one) => one !== id);
    next.splice(to, 0, id);
    onOrder(next);
    setSaid(fill(strings.moved, { card: unquoted(text(id)), k: to + 1 }));
    if (focus)
      requestAnimationFrame(() => {
        const row = list.current?.children[to];
        const wanted = row?.querySelector<HTMLButtonElement>(
          `[data-move=${focus}]:not([aria-disabled=true])`,
        );
        (wanted ?? row?.querySelector<HTMLButtonElement>('[data-move]:not([aria-disabled=true])'))?.focus();
      });
  }

  return (
    <div className="order">
      <ol ref={list}>
        {order.map((id, index) => {
          const fixed = id === given;
          const state = [again.includes(id) ? 'again' : '', over === id ? 'over' : ''].join(' ');
          return (
            <li
              key={id}
              className={state}
              draggable={!disabled && !fixed}
              onDragStart={(event) => event.dataTransfer.setData('text/plain', id)}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(id);
              }}
              onDragEnd={() => setOver(undefined)}
              onDrop={(event) => {
                event.preventDefault();
                setOver(undefined);
                const dragged = event.dataTransfer.getData('text/plain');
                if (order.includes(dragged)) move(dragged, index);
              }}
            >
              <span className="slot num">{slots?.[index] ?? index + 1}</span>
              <span className="card-text">{text(id)}</span>
              {!disabled && !fixed && (
                <span className="moves">
                  {(['up', 'down'] as const).map((way) => {
                    const to = way === 'up' ? index - 1 : index + 1;
                    return (
                      <button
                        key={way}
                        type="button"
                        className="icon-btn"
                        data-move={way}
                        aria-disabled={to < first || to >= order.length}
                        aria-label={fill(strings[way], { card: unquoted(text(id)) })}
                        onClick={() => move(id, to, way)}
                      >
                        <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span>
                      </button>
                    );
                  })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="vh" role="status">
        {said}
      </p>
    </div>
  );
}
