import type { DebriefViewProps } from '../debrief-props.ts';
import { LINES } from './curve-shape.ts';
import type { LookBack } from './look-back.ts';
import { nameOf } from './wording.ts';

interface Props extends Pick<DebriefViewProps, 'scenario' | 'strings'> {
  id: string;
  look: LookBack;
  isShown: boolean;
}

/** The curve as figures; on paper always, on the screen when asked for. */
export function CurveTable({ id, look, isShown, scenario, strings }: Props) {
  const points = look.pieces.flatMap((piece) => piece.points).filter(({ index }) => index !== undefined);
  const isMany = look.pieces.length > 1;
  return (
    <section
      id={id}
      className={isShown ? 'curve-table' : 'curve-table print-only'}
      aria-label={strings.curveTitleShort}
      tabIndex={isShown ? 0 : undefined}
    >
      <table className="num">
        {isMany && (
          <colgroup>
            <col />
            {look.pieces.map(({ points: own }) => (
              <col key={own[0]?.at} span={own.length - 1} className="curve-piece" />
            ))}
          </colgroup>
        )}
        <thead>
          {isMany && (
            <tr>
              <th scope="row">{strings.tableWho}</th>
              {look.pieces.map(({ person, points: own }) => (
                <th scope="colgroup" colSpan={own.length - 1} key={own[0]?.at}>
                  {nameOf(scenario, person)}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="row">{strings.tableRound}</th>
            {points.map(({ at }) => (
              <th scope="col" key={at}>
                {at}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LINES.map((line) => (
            <tr key={line}>
              <th scope="row">{strings[line]}</th>
              {points.map((point) => (
                <td key={point.at}>{Math.round(point[line])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
