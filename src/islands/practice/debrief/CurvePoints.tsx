import { type KeyboardEvent, useRef } from 'react';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { type CurveShape, WIDTH } from './curve-shape.ts';
import type { LookBack } from './look-back.ts';

interface Props extends Pick<DebriefViewProps, 'strings'> {
  look: LookBack;
  shape: CurveShape;
  open: number | undefined;
  onOpen: (index: number) => void;
  onTurn: (place: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Buttons over the drawing: a column for every point, a mark for every turning point. One stop of the tab key for all
 * columns; arrow keys move between them.
 */
export function CurvePoints({ look, shape, open, onOpen, onTurn, strings }: Props) {
  const group = useRef<HTMLFieldSetElement>(null);
  const points = look.pieces.flatMap((piece) => piece.points).filter(({ index }) => index !== undefined);
  const stop = open ?? points[0]?.index;
  const across = (place: number) => `${(place / WIDTH) * 100}%`;
  const down = (place: number) => `${(place / shape.height) * 100}%`;

  function move(event: KeyboardEvent) {
    const here = points.findIndex(({ index }) => index === stop);
    const wanted = { Home: 0, End: points.length - 1 }[event.key] ?? here + (STEPS[event.key] ?? Number.NaN);
    const index = points[wanted]?.index;
    if (index === undefined) return;
    event.preventDefault();
    onOpen(index);
    group.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  }

  return (
    <div className="curve-over no-print">
      <fieldset aria-label={strings.pointsLabel} ref={group} onKeyDown={move}>
        {points.map(({ index, at, trust, patience, interest }) => (
          <button
            type="button"
            className="curve-point"
            key={index}
            data-index={index}
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={index === open}
            aria-label={fill(strings.pointName, {
              n: at,
              trust: Math.round(trust),
              patience: Math.round(patience),
              interest: Math.round(interest),
            })}
            style={{
              left: across(shape.x(at) - shape.slot / 2),
              width: across(shape.slot),
              top: down(shape.top - 4),
              height: down(shape.bottom - shape.top + 34),
            }}
            onClick={() => onOpen(index as number)}
          />
        ))}
      </fieldset>
      {look.turns.map(({ index, round }, place) => (
        <button
          type="button"
          className="curve-mark"
          key={index}
          aria-label={fill(strings.turnName, { mark: strings.marks[place] ?? '', n: round })}
          style={{ left: across(shape.x(round)), top: down(shape.markY[place] ?? 0) }}
          onClick={() => onTurn(place)}
        >
          <span aria-hidden="true">{strings.marks[place]}</span>
        </button>
      ))}
    </div>
  );
}
