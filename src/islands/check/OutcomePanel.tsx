import { useEffect, useRef } from 'react';
import type { CheckSession, CheckState } from '#client/check-session.ts';
import type { QuizView } from '#core/quiz/quiz.view.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import type { CheckProps } from './Check.tsx';

export interface OutcomeProps extends CheckProps {
  session: CheckSession;
  view: QuizView;
  state: CheckState;
  /** Points as people write them. */
  points: (value: number) => string;
}

/** The end of an attempt: points, what each objective came to, where to look back, the next step. */
export function OutcomePanel({
  session,
  view,
  state,
  objectives,
  blocks,
  meUrl,
  points,
  strings,
}: OutcomeProps) {
  const { outcome, summary } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  const fresh = state.origin === 'new';
  useEffect(() => {
    if (fresh) heading.current?.focus();
  }, [fresh]);
  if (!outcome) return null;
  const values = {
    earned: points(outcome.earned),
    possible: points(outcome.possible),
    pass: points(state.quiz?.context.passPoints ?? 0),
  };
  const blockTitle = (id: string) => blocks.find((block) => block.id === id)?.title ?? id;
  return (
    <div className="outcome item">
      <h3 ref={heading} tabIndex={-1} className="score num">
        {fill(outcome.passed ? strings.passed : strings.notPassed, values)}
      </h3>
      <p>{outcome.passed ? strings.passedText : strings.notPassedText}</p>
      <ul aria-label={strings.byObjective}>
        {summary.map(({ objective, earned, possible, lookBack }) => {
          const full = earned >= possible - 1e-9;
          return (
            <li key={objective}>
              <span>
                {objectives.find((one) => one.id === objective)?.text ?? objective}
                {lookBack.map((id) => (
                  <span className="small block" key={id}>
                    <a href={`#${id}`}>{fill(strings.back, { title: blockTitle(id) })}</a>
                  </span>
                ))}
              </span>
              <span className={full ? 'state right' : 'state again'}>
                <Icon name={full ? 'check' : 'rotate-ccw'} />
                {full ? strings.objectiveRight : strings.objectiveAgain}
              </span>
            </li>
          );
        })}
      </ul>
      <div className="check-actions still">
        <button
          type="button"
          className="btn line"
          aria-disabled={state.lease === 'following'}
          onClick={() => session.again()}
        >
          {strings.startAgain}
        </button>
        <a className="btn realm" href={meUrl}>
          {strings.seeRecord}
        </a>
      </div>
    </div>
  );
}
