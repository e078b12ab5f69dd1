import type { LessonBlock } from '#core/model/lesson.ts';
import type { FeedbackLine } from '#core/model/response.ts';
import type { Language } from '#core/model/text.ts';
import type { QuizView } from '#core/quiz/quiz.view.ts';
import { fill } from '#core/text/fill.ts';
import type { CheckStrings } from '#i18n/check.ts';
import { Icon } from '../board/Icon.tsx';

interface Props {
  view: QuizView;
  blocks: readonly LessonBlock[];
  language: Language;
  strings: CheckStrings;
}

/** Points as people write them: at most two decimals, none when whole. */
export const points = (value: number): string => String(Math.round(value * 100) / 100);

/** The word first, then what is attractive and where it breaks, then the way back to the block. */
export function Feedback({ view, blocks, language, strings }: Props) {
  const { score, feedback, lookBack } = view;
  if (!score) return null;
  const full = score.earned >= score.possible - 1e-9;
  const word = full ? strings.right : score.earned > 0 ? strings.partly : strings.again;
  return (
    <div className={full ? 'feedback right' : 'feedback'}>
      <p className={full ? 'state right' : 'state again'}>
        <Icon name={full ? 'check' : 'rotate-ccw'} />
        {word}
        {!full && score.earned > 0 && (
          <span className="num">{fill(strings.points, { n: points(score.earned) })}</span>
        )}
      </p>
      {feedback.map((line) => (
        <Line
          key={`${line.role ?? ''}${line.about?.zh ?? ''}${line.text.zh}`}
          line={line}
          language={language}
          strings={strings}
        />
      ))}
      {blocks
        .filter((block) => lookBack.includes(block.id))
        .map((block) => (
          <p key={block.id}>
            <a href={`#${block.id}`}>{fill(strings.back, { title: block.title })}</a>
          </p>
        ))}
    </div>
  );
}

function Line({
  line,
  language,
  strings,
}: {
  line: FeedbackLine;
  language: Language;
  strings: CheckStrings;
}) {
  const label =
    line.role === 'model' ? strings.modelText : line.role === 'self-check' ? strings.selfCheck : undefined;
  return (
    <p>
      {label && <span className="label">{label}</span>}
      {line.about && <b>{line.about[language]}</b>} {line.text[language]}
    </p>
  );
}
