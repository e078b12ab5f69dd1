import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import type { DebriefViewProps } from '../debrief-props.ts';
import { basisLines } from './basis-lines.ts';
import { quotesFor } from './criterion-words.ts';
import type { LookBack } from './look-back.ts';
import { TaskBasis } from './TaskBasis.tsx';

interface Props extends DebriefViewProps {
  look: LookBack;
  criterion: string;
}

/** What a level rests on: words of the learner for it and against it, and what a task decided. */
export function CriterionBasis({ look, criterion, ...props }: Props) {
  const { score, strings } = props;
  const quotes = quotesFor(props, look.said, criterion);
  const lines = basisLines(props, criterion);
  const isSilent = quotes.length === 0 && lines.length === 0 && (score.levels[criterion] ?? 0) < 4;
  return (
    <>
      {(['for', 'against'] as const).map((side) => {
        const own = quotes.filter((quote) => quote.side === side);
        if (own.length === 0) return null;
        return (
          <div key={side} className={`quotes ${side}`}>
            <p className="micro">
              <Icon name={side === 'for' ? 'check' : 'circle-alert'} />
              {side === 'for' ? strings.counts : strings.against}
            </p>
            <ul>
              {own.map(({ index, text, round }) => (
                <li key={index}>
                  <span className="micro num">{fill(strings.round, { n: round })}</span>{' '}
                  <span className="serif">{text}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <TaskBasis lines={lines} />
      {isSilent && <p className="small no-print">{strings.absent}</p>}
    </>
  );
}
