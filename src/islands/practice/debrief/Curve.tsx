import { useId, useState } from 'react';
import type { DebriefViewProps } from '../debrief-props.ts';
import { CurveFigure } from './CurveFigure.tsx';
import { CurvePanel } from './CurvePanel.tsx';
import { CurvePoints } from './CurvePoints.tsx';
import { CurveTable } from './CurveTable.tsx';
import { curveShape } from './curve-shape.ts';
import type { LookBack } from './look-back.ts';

interface Props extends DebriefViewProps {
  look: LookBack;
  /** Shows the story of a turning point, by its place. */
  onTurn: (place: number) => void;
}

/** For the labels at the lines' ends. */
const ROOM = { zh: 66, en: 92 };

/** Trust, patience and interest by round; every point opens what was said and what it did. */
export function Curve(props: Props) {
  const { look, language, strings } = props;
  const [open, setOpen] = useState<number>();
  const [isTable, setTable] = useState(false);
  const tableId = useId();
  if (look.pieces.length === 0)
    return (
      <section>
        <h2>{strings.curveTitleShort}</h2>
        <p className="small">{strings.nothingSaid}</p>
      </section>
    );
  const rounds = look.turns.map(({ round }) => round);
  const shape = curveShape(look.pieces, rounds, ROOM[language]);
  return (
    <section>
      <h2>{look.turns.length === 3 ? strings.curveTitle : strings.curveTitleShort}</h2>
      <div className="curve-plot">
        <CurveFigure {...props} shape={shape} open={open} />
        <CurvePoints {...props} shape={shape} open={open} onOpen={setOpen} />
      </div>
      <CurvePanel {...props} open={open} onOpen={setOpen} />
      <button
        type="button"
        className="btn quiet no-print"
        aria-expanded={isTable}
        aria-controls={tableId}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? strings.asCurve : strings.asTable}
      </button>
      <CurveTable {...props} id={tableId} isShown={isTable} />
    </section>
  );
}
