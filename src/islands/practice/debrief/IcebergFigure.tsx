import { useId } from 'react';
import type { IcebergPart } from '#core/simulator/debrief/iceberg.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { icebergShape, type Spot, WIDTH } from './iceberg-shape.ts';
import type { LookBack } from './look-back.ts';

type Part = IcebergPart<string>;

/** Marks above the water for what came out, below it for what did not; numbers lead to the lists. */
export function IcebergFigure({ look, strings }: Pick<DebriefViewProps, 'strings'> & { look: LookBack }) {
  const { found, missed } = look.iceberg;
  const shape = icebergShape(found.length, missed.length);
  const { water, height } = shape;
  const id = useId();
  const named = (parts: readonly Part[]) =>
    parts.map(({ text }) => text).join(strings.list) || strings.iceNone;
  return (
    <svg className="ice" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{strings.iceName}</title>
      <desc id={`${id}d`}>
        {fill(strings.iceText, {
          found: found.length,
          foundList: named(found),
          missed: missed.length,
          missedList: named(missed),
        })}
      </desc>
      <path className="ice-sea" d={`M0 ${water}H${WIDTH}V${height}H0z`} />
      <path className="ice-keel" d={shape.keel} />
      <path className="ice-tip" d={shape.tip} />
      <path className="ice-water" d={`M0 ${water}${'c14-5 21 5 35 0'.repeat(10)}`} />
      <text className="ice-label" x="0" y={water - 10}>
        {fill(strings.above, { n: found.length })}
      </text>
      <text className="ice-label below" x="0" y={water + 24}>
        {fill(strings.below, { n: missed.length })}
      </text>
      {found.map((part, n) => (
        <Mark key={part.id} part={part} number={n + 1} spot={shape.above[n]} className="ice-mark" />
      ))}
      {missed.map((part, n) => (
        <Mark
          key={part.id}
          part={part}
          number={found.length + n + 1}
          spot={shape.below[n]}
          className="ice-mark below"
        />
      ))}
    </svg>
  );
}

interface MarkProps {
  part: Part;
  number: number;
  spot: Spot | undefined;
  className: string;
}

/** A square for a need, a disc for a finding. */
function Mark({ part, number, spot, className }: MarkProps) {
  if (!spot) return null;
  const { x, y } = spot;
  return (
    <g className={className}>
      {part.kind === 'need' ? (
        <rect x={x - 12} y={y - 12} width="24" height="24" />
      ) : (
        <circle cx={x} cy={y} r="12.5" />
      )}
      <text x={x} y={y + 4.7} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}
