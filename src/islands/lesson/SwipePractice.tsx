import { type HTMLAttributes, type PointerEvent, useRef } from 'react';
import { type SortActivity, SortPractice, type SortStrings } from './SortPractice.tsx';

/** How far a card must be drawn to count, CSS px. */
const FAR = 72;

/** Statements to the left or to the right: by one of two buttons, by arrow key, or by drawing the card there. */
export function SwipePractice({ activity, strings }: { activity: SortActivity; strings: SortStrings }) {
  const start = useRef<number>(undefined);
  const bins = activity.bins.map((bin, side) => ({
    ...bin,
    mark: <span aria-hidden="true">{side ? '→' : '←'}</span>,
  }));
  return (
    <SortPractice
      activity={{ ...activity, bins }}
      strings={strings}
      look={({ placed, put }) => {
        const card = activity.cards.find((one) => !placed[one.id]);
        return {
          name: 'swipe',
          keys: ['ArrowLeft', 'ArrowRight'],
          card: drawable(start, (side) => {
            const bin = bins[side];
            if (card && bin) put(card.id, bin.id);
          }),
        };
      }}
    />
  );
}

/** Handlers of a card that follows the finger sideways; up and down stay the page's. */
function drawable(start: { current: number | undefined }, onSide: (side: 0 | 1) => void) {
  const moved = (event: PointerEvent) => (start.current === undefined ? 0 : event.clientX - start.current);
  const show = ({ currentTarget }: PointerEvent<HTMLElement>, x: number) => {
    currentTarget.style.translate = `${x}px`;
    currentTarget.dataset.side = Math.abs(x) < FAR ? '' : x < 0 ? 'left' : 'right';
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const x = moved(event);
    start.current = undefined;
    show(event, 0);
    return x;
  };
  return {
    draggable: false,
    onPointerDown(event) {
      if (event.button) return;
      start.current = event.clientX;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => start.current !== undefined && show(event, moved(event)),
    onPointerUp(event) {
      const x = end(event);
      if (Math.abs(x) >= FAR) onSide(x < 0 ? 0 : 1);
    },
    onPointerCancel: end,
  } satisfies HTMLAttributes<HTMLElement>;
}
