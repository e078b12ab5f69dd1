import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { capText, scoreDetails, verdictOn } from './score-words.ts';

/** The score with its pass line, how it came out, which try it was, and what capped it. */
export function Score(props: DebriefViewProps) {
  const { score, strings } = props;
  const capping = score.capReasons.filter(({ cap }) => cap < score.raw);
  return (
    <div className="score-box">
      <p className="score-line">
        <span className="vh">{strings.score}</span>
        <span className="score-big num serif">{points(score.score)}</span>
        <span>
          <b>{verdictOn(props)}</b>
          <span className="small num">{scoreDetails(props).join(strings.dot)}</span>
        </span>
      </p>
      {capping.length > 0 && (
        <div className="capped small">
          <p>{fill(strings.capped, { raw: points(score.raw), cap: score.cap })}</p>
          <ul>
            {capping.map((reason) => (
              <li key={reason.reason}>{capText(props, reason)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
