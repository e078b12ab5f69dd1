import type { Shares } from '#core/practice/shares.ts';
import { fill } from '#core/text/fill.ts';
import type { SharesActivity, SharesStrings } from './SharesPractice.tsx';

interface Props {
  activity: SharesActivity;
  shares: Shares;
  compared: boolean;
  strings: SharesStrings;
}

const HEIGHT = 200;
const WIDTH = 156;
/** A thinner band has its name beside the sliders only. */
const LEAST_LABELLED = 9;

/** A hundred as a column cut into bands; beside it the model, once it was looked at. */
export function ShareColumns({ activity, shares, compared, strings }: Props) {
  const columns = [
    { name: strings.own, shares },
    ...(compared ? [{ name: activity.modelName, shares: activity.model as Shares }] : []),
  ];
  const parts = activity.parts;
  const list = columns
    .map(({ name, shares: own }) =>
      fill(strings.chart, {
        name,
        list: parts
          .map(({ id, text }) => fill(strings.share, { part: text, share: own[id] ?? 0 }))
          .join(', '),
      }),
    )
    .join('; ');
  return (
    <svg className="columns" viewBox={`0 0 320 ${HEIGHT + 24}`} role="img" aria-label={list}>
      {columns.map((column, place) => (
        <Column key={column.name} {...column} parts={parts} x={place * (WIDTH + 8)} strings={strings} />
      ))}
      {!compared && (
        <g className="hidden-model">
          <rect x={WIDTH + 9} y="1" width={WIDTH - 2} height={HEIGHT - 2} />
          <text x={WIDTH * 1.5 + 8} y={HEIGHT / 2}>
            {strings.hidden}
          </text>
          <text className="name" x={WIDTH * 1.5 + 8} y={HEIGHT + 17}>
            {activity.modelName}
          </text>
        </g>
      )}
    </svg>
  );
}

interface ColumnProps {
  name: string;
  shares: Shares;
  parts: SharesActivity['parts'];
  x: number;
  strings: SharesStrings;
}

function Column({ name, shares, parts, x, strings }: ColumnProps) {
  let top = 0;
  return (
    <g>
      {parts.map(({ id, text }, index) => {
        const share = shares[id] ?? 0;
        const height = (share * HEIGHT) / 100;
        const y = top;
        top += height;
        return (
          <g key={id}>
            <rect className={`band band-${index}`} x={x} y={y} width={WIDTH} height={height} />
            {share >= LEAST_LABELLED && (
              <text className={`band-${index}`} x={x + WIDTH / 2} y={y + height / 2 + 4.5}>
                {fill(strings.share, { part: text, share })}
              </text>
            )}
          </g>
        );
      })}
      <text className="name" x={x + WIDTH / 2} y={HEIGHT + 17}>
        {name}
      </text>
    </g>
  );
}
