import { labelAnchor, labelLines, labelWidth, radarArea, radarPoint } from '#core/practice/radar.ts';

interface Props {
  names: readonly string[];
  /** 0 to 5, by axis. */
  means: readonly number[];
  /** The same of the time before, dashed. */
  before?: readonly number[] | undefined;
  /** The whole in words. */
  label: string;
}

const RADIUS = 92;
const MOST = 5;
const LINE = 16;
/** Half the width of a Han character. */
const UNIT = 7;

/** Means on three to six axes. */
export function Radar({ names, means, before, label }: Props) {
  const count = names.length;
  const area = (values: readonly number[]) =>
    radarArea(
      values.map((value) => value / MOST),
      RADIUS,
    );
  const labels = names.map((name, index) => {
    const [x, y] = radarPoint(index, count, 1.1, RADIUS);
    const lines = labelLines(name, 12);
    // Over the top point the last line stands on it; a label at the side is level with its point, one below hangs.
    const top = y < -RADIUS ? y - (lines.length - 1) * LINE : y + (y > 0 ? 12 : 4);
    const anchor = count === 3 ? 'middle' : labelAnchor(x);
    const wide = Math.max(...lines.map(labelWidth)) * UNIT;
    const half = Math.abs(x) + (anchor === 'middle' ? wide / 2 : wide);
    return { name, x, top, lines, anchor, half, end: top + lines.length * LINE };
  });
  const bottom = Math.max(...labels.map(({ end }) => end));
  const half = Math.max(...labels.map(({ half: own }) => own));
  return (
    <svg
      className="radar"
      width={half * 2.5}
      viewBox={`${-half} -135 ${half * 2} ${bottom + 135}`}
      role="img"
      aria-label={label}
    >
      {[1, 2, 3, 4, 5].map((ring) => (
        <polygon
          key={ring}
          className={ring === MOST ? 'ring edge' : 'ring'}
          points={area(names.map(() => ring))}
        />
      ))}
      {names.map((name, index) => {
        const [x, y] = radarPoint(index, count, 1, RADIUS);
        return <line key={name} className="ring" x2={x} y2={y} />;
      })}
      {before && <polygon className="before" points={area(before)} />}
      <polygon className="area" points={area(means)} />
      {labels.map(({ name, x, top, lines, anchor }) => (
        <text key={name} textAnchor={anchor} y={top}>
          {lines.map((line, place) => (
            <tspan key={line} x={x} dy={place === 0 ? 0 : LINE}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}
