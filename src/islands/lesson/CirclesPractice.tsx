import type { SVGAttributes } from 'react';
import { fill } from '#core/text/fill.ts';
import { TakeBack } from '../board/Placed.tsx';
import { dotAt, nameAt, ringRadius } from './rings.ts';
import { type SortActivity, SortPractice, type SortStrings } from './SortPractice.tsx';
import type { PlacingCard } from './use-placing.ts';

interface Numbered extends PlacingCard {
  /** Its number in the drawing and in the lists. */
  number: number;
}

interface RingsProps {
  bins: SortActivity['bins'];
  /** Cards that lie, by ring. */
  lying: readonly (readonly Numbered[])[];
  onDrop: (binId: string) => void;
}

/** Sorting into circles inside each other, innermost first; a placed card is a numbered dot and stands in its ring's list. */
export function CirclesPractice({ activity, strings }: { activity: SortActivity; strings: SortStrings }) {
  const { bins, cards } = activity;
  const drawn = {
    ...activity,
    bins: bins.map((bin, ring) => ({ ...bin, mark: <RingMark ring={ring} rings={bins.length} /> })),
  };
  return (
    <SortPractice
      activity={drawn}
      strings={strings}
      look={({ placed, put, takeBack }) => {
        const numbered = cards.map((card, index) => ({ ...card, number: index + 1 }));
        const lying = bins.map((bin) => numbered.filter((card) => placed[card.id] === bin.id));
        const card = cards.find((one) => !placed[one.id]);
        return {
          name: 'circles',
          figure: <Rings bins={bins} lying={lying} onDrop={(bin) => card && put(card.id, bin)} />,
          list: <Lists bins={bins} lying={lying} onTakeBack={takeBack} strings={strings} />,
        };
      }}
    />
  );
}

/** Which ring a button means: its band filled. */
function RingMark({ ring, rings }: { ring: number; rings: number }) {
  const radii = Array.from({ length: rings }, (_, index) => (11 * (index + 1)) / rings);
  return (
    <svg className="ring-mark" viewBox="-12 -12 24 24" aria-hidden="true">
      {radii.toReversed().map((r, index) => (
        <circle key={r} r={r} className={rings - 1 - index === ring ? 'on' : ''} />
      ))}
    </svg>
  );
}

function Rings({ bins, lying, onDrop }: RingsProps) {
  const rings = bins.length;
  return (
    <svg className="rings-board" viewBox="-156 -156 312 312" aria-hidden="true">
      {bins
        .map((bin, ring) => (
          <circle key={bin.id} r={ringRadius(ring, rings)} {...dropping(() => onDrop(bin.id))} />
        ))
        .toReversed()}
      {bins.map((bin, ring) => (
        <text key={bin.id} y={nameAt(ring, rings)}>
          {bin.text}
        </text>
      ))}
      {lying.map((cards, ring) =>
        cards.map((card, n) => {
          const [x, y] = dotAt(ring, rings, n);
          return (
            <g key={card.id} className="dot" transform={`translate(${x} ${y})`}>
              <circle r={11} />
              <text>{card.number}</text>
            </g>
          );
        }),
      )}
    </svg>
  );
}

/** Handlers of what a dragged card may fall on: for the mouse alone, its button does the same. */
const dropping = (onDrop: () => void): SVGAttributes<SVGElement> => ({
  onDragOver: (event) => event.preventDefault(),
  onDrop(event) {
    event.preventDefault();
    onDrop();
  },
});

interface ListsProps extends Omit<RingsProps, 'onDrop'> {
  onTakeBack: (cardId: string) => void;
  strings: SortStrings;
}

function Lists({ bins, lying, onTakeBack, strings }: ListsProps) {
  return bins.map((bin, ring) => {
    const cards = lying[ring] ?? [];
    if (cards.length === 0) return null;
    return (
      <div className="placed ring-list" key={bin.id}>
        <p>
          <b>{bin.text}</b> <span className="num">{fill(strings.binCount, { n: cards.length })}</span>
        </p>
        <ul>
          {cards.map((card) => (
            <li key={card.id}>
              <b className="num">{card.number}</b>
              <span>{card.text}</span>
              <TakeBack card={card} onTakeBack={onTakeBack} strings={strings} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
