import { RUBRIC } from '#core/simulator/score/score-run.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import type { DebriefViewProps } from '../debrief-props.ts';
import { CriterionBasis } from './CriterionBasis.tsx';
import { calibrationLines, criterionWords } from './criterion-words.ts';
import type { LookBack } from './look-back.ts';
import { Steps } from './Steps.tsx';

interface Props extends DebriefViewProps {
  look: LookBack;
}

/** How each criterion came out, beside the learner's own rating; a row opens what its level rests on. */
export function Rubric(props: Props) {
  const { simulator, selfRating = {}, strings } = props;
  const isRated = Object.keys(selfRating).length > 0;
  const criteria = RUBRIC[simulator];
  const far = calibrationLines(props);
  return (
    <section>
      <h2>{strings.rubricTitles[criteria.length === 7 ? 7 : 8]}</h2>
      <p className="rub-key micro">
        <Steps level={1} of={1} /> {strings.gotKey}
        {isRated && (
          <>
            {' '}
            <Steps level={0} self={1} of={1} isBare /> {strings.selfKey}
          </>
        )}
      </p>
      <ul className="rub">
        {criteria.map(({ id, weight }) => (
          <Row key={id} id={id} weight={weight} {...props} />
        ))}
      </ul>
      {far.map((text) => (
        <p className="calib" key={text}>
          {text}
        </p>
      ))}
      {isRated && far.length === 0 && <p className="calib close">{strings.calibClose}</p>}
    </section>
  );
}

function Row({ id, weight, ...props }: Props & { id: string; weight: number }) {
  const { strings } = props;
  const words = criterionWords(props, id);
  if (!words) return null;
  const { name, level, self, line, next } = words;
  const spoken = self === undefined ? strings.steps : strings.stepsSelf;
  return (
    <li>
      <details>
        <summary>
          <span>
            {name} <small className="num">{fill(strings.weight, { n: weight })}</small>
          </span>
          <Steps level={level} self={self} of={4} />
          <b className="num" aria-hidden="true">
            {level}
          </b>
          <span className="vh">{fill(spoken, { level, self: self ?? '' })}</span>
          <Icon name="chevron-right" />
        </summary>
        <div className="basis">
          <p>{fill(strings.got, { level, line })}</p>
          {next && <p>{fill(strings.nextLevel, { line: next })}</p>}
          <CriterionBasis {...props} criterion={id} />
        </div>
      </details>
    </li>
  );
}
