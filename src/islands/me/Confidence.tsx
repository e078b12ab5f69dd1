import type { CalibrationLevel } from '#core/progress/calibration.ts';
import type { Progress } from '#core/progress/progress.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import type { MeProps } from './me-props.ts';
import { lessonName, percentOf } from './wording.ts';

interface Props extends MeProps {
  progress: Progress;
}

/** Said confidence against points, and the items that were sure but wrong. Nothing while nobody has said how sure they are. */
export function Confidence(props: Props) {
  const { progress, strings } = props;
  const given = progress.levels.filter(({ count }) => count > 0);
  if (!given.length) return null;
  return (
    <section aria-labelledby="me-confidence">
      <h2 id="me-confidence">{strings.confidenceHeading}</h2>
      <ul className="cal">
        {given.map((level) => (
          <Level key={level.confidence} level={level} {...props} />
        ))}
      </ul>
      <p className="micro">{strings.confidenceHint}</p>
      {progress.sureButWrong.length > 0 && <SureButWrongList {...props} />}
    </section>
  );
}

/** The bar is drawn by SVG attributes: the page's policy refuses inline styles. */
function Level({ level, strings }: Props & { level: CalibrationLevel }) {
  const percent = percentOf(level.ratio);
  return (
    <li>
      <span>{strings.confidences[level.confidence]}</span>
      <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-ground" width="100" height="8" />
        <rect className="bar-value" width={level.ratio * 100} height="8" />
      </svg>
      <span className="vh">{fill(strings.confidenceShare, { percent, n: level.count })}</span>
      <span className="num" aria-hidden="true">
        <b>{percent}</b> <small>{fill(strings.total, { n: level.count })}</small>
      </span>
    </li>
  );
}

function SureButWrongList({ progress, lessons, strings }: Props) {
  const { sureButWrong } = progress;
  return (
    <details className="fold warn">
      <summary>
        <Icon name="circle-alert" small={false} />
        <span>
          {fill(strings.sureTitle, { n: sureButWrong.length })}
          <small>{strings.sureHint}</small>
        </span>
        <Icon name="chevron-right" />
      </summary>
      <ul>
        {sureButWrong.map(({ itemId, lessonId, objective }) => {
          const lesson = lessons.find(({ id }) => id === lessonId);
          const block = lesson?.blocks?.[itemId];
          const text = lesson?.objectives.find(({ id }) => id === objective)?.text ?? itemId;
          return (
            <li key={itemId}>
              {lesson?.url ? <a href={block ? `${lesson.url}#${block}` : lesson.url}>{text}</a> : text}
              <small>{lessonName(lesson, lessonId, strings)}</small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
