import { useId } from 'react';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { type CurveShape, LINES, labelHeights, pathOf, WIDTH } from './curve-shape.ts';
import type { LookBack } from './look-back.ts';
import { nameOf } from './wording.ts';

interface Props extends Pick<DebriefViewProps, 'scenario' | 'strings'> {
  look: LookBack;
  shape: CurveShape;
  /** Index of the round that is opened. */
  open: number | undefined;
}

/** For a name over a piece. */
const ROOM_OF_NAME = 80;

/** Three lines with their turning points; the points themselves are buttons laid over it. */
export function CurveFigure({ look, shape, open, ...props }: Props) {
  const { scenario, strings } = props;
  const id = useId();
  const { x, y, top, bottom, height } = shape;
  const all = look.pieces.flatMap(({ points }) => points);
  const last = all.at(-1);
  const chosen = all.find(({ index }) => index !== undefined && index === open);
  return (
    <svg className="curve" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{fill(strings.curveName, { n: last?.at ?? 0 })}</title>
      <desc id={`${id}d`}>{describe(props, look)}</desc>
      {shape.ticks.map((value) => (
        <g key={value}>
          <path className="curve-rule" d={`M26 ${y(value)}H${x(last?.at ?? 0)}`} />
          <text className="curve-tick" x="22" y={y(value) + 5} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {look.turns.map(({ index, round }, place) => (
        <path
          className="curve-drop"
          key={index}
          d={`M${x(round)} ${(shape.markY[place] ?? 0) + 14}V${bottom + 6}`}
        />
      ))}
      {look.turns.map(({ index, round }, place) => (
        <text
          className="curve-round turn print-only"
          key={index}
          x={x(round)}
          y={(shape.markY[place] ?? 0) + 5}
          textAnchor="middle"
        >
          {strings.marks[place]}
        </text>
      ))}
      {chosen && <path className="curve-open" d={`M${x(chosen.at)} ${top}V${bottom + 6}`} />}
      {look.pieces.map(({ points, person }) =>
        LINES.toReversed().map((line) => (
          <path className={`curve-${line}`} key={`${person} ${line}`} d={pathOf(points, line, shape)} />
        )),
      )}
      {all.map(
        ({ at, trust, index }) =>
          index !== undefined && (
            <circle
              className={look.turns.some((turn) => turn.index === index) ? 'curve-ring' : 'curve-dot'}
              key={index}
              cx={x(at)}
              cy={y(trust)}
              r={look.turns.some((turn) => turn.index === index) ? 4.5 : 2.4}
            />
          ),
      )}
      {look.pieces.length > 1 && <Names look={look} shape={shape} scenario={scenario} />}
      {last && <EndLabels {...props} last={last} shape={shape} />}
      {shape.rounds.map((round) => (
        <text
          className={look.turns.some((turn) => turn.round === round) ? 'curve-round turn' : 'curve-round'}
          key={round}
          x={x(round)}
          y={bottom + 26}
          textAnchor="middle"
        >
          {round}
        </text>
      ))}
      <text className="curve-round" x={x(last?.at ?? 0) + 14} y={bottom + 26}>
        {strings.roundUnit}
      </text>
    </svg>
  );
}

/** Who each piece belongs to, where there is room for the name. */
function Names({ look, shape, scenario }: Pick<Props, 'look' | 'scenario' | 'shape'>) {
  let end = 0;
  return look.pieces.map(({ points, person }) => {
    const x = shape.x(points[0]?.at ?? 0);
    if (x < end) return null;
    end = x + ROOM_OF_NAME;
    return (
      <text className="curve-who" key={points[0]?.at} x={x} y={shape.top - 6}>
        {nameOf(scenario, person)}
      </text>
    );
  });
}

type Labels = Pick<Props, 'strings'> & {
  last: LookBack['pieces'][number]['points'][number];
  shape: CurveShape;
};

function EndLabels({ last, shape, strings }: Labels) {
  const heights = labelHeights(last, shape);
  return LINES.map((line) => (
    <text className={`curve-label ${line}`} key={line} x={shape.x(last.at) + 9} y={heights[line] + 5}>
      {strings[line]} {Math.round(last[line])}
    </text>
  ));
}

/** The curve in words: from where to where each line went, and how low. */
function describe({ scenario, strings }: Pick<Props, 'scenario' | 'strings'>, look: LookBack): string {
  const lines = look.pieces.flatMap(({ person, points }) =>
    LINES.map((line) => {
      const lowest = points.reduce((a, b) => (b[line] < a[line] ? b : a));
      const name = nameOf(scenario, person);
      return fill(strings.curveText, {
        who: name && fill(strings.whoseLine, { name }),
        line: strings[line],
        a: Math.round(points[0]?.[line] ?? 0),
        b: Math.round(points.at(-1)?.[line] ?? 0),
        min: Math.round(lowest[line]),
        at: Math.ceil(lowest.at),
      });
    }),
  );
  const rounds = look.turns.map(({ round }) => round).join(strings.list);
  return [...lines, fill(strings.curveTurns, { rounds })].join(strings.space);
}
