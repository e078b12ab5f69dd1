import type { LessonProgress } from '#core/progress/lesson-progress.ts';
import type { ObjectiveProgress, ObjectiveState } from '#core/progress/objective-progress.ts';
import type { Progress } from '#core/progress/progress.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import type { MeLesson, MeProps } from './me-props.ts';
import { type NextStep, nextStep } from './next-step.ts';
import { Sign } from './Sign.tsx';
import { dayOf, lessonName, percentOf } from './wording.ts';

interface Props extends MeProps {
  progress: Progress;
  isEmpty: boolean;
}

/** What the learner can do now, what is next, and what is worth another thought. */
export function Abilities(props: Props) {
  const { progress, isEmpty, strings, lessons } = props;
  const next = nextStep(progress.lessons, lessons);
  if (isEmpty) return <Empty next={next} {...props} />;
  return (
    <>
      <section aria-labelledby="me-can">
        <h2 id="me-can">{strings.canHeading}</h2>
        <ObjectiveList state="shown" {...props} />
      </section>
      <section aria-labelledby="me-next">
        <h2 id="me-next">{strings.nextHeading}</h2>
        {next ? <Next next={next} {...props} /> : <p className="small">{strings.nextNone}</p>}
      </section>
      {hasAny(progress.lessons, 'again') && (
        <section aria-labelledby="me-again">
          <h2 id="me-again">{strings.againHeading}</h2>
          <ObjectiveList state="again" {...props} />
        </section>
      )}
    </>
  );
}

function Empty({ next, strings }: Props & { next: NextStep | undefined }) {
  return (
    <section>
      <p>{strings.emptyText}</p>
      {next && (
        <p className="me-go" data-realm={next.lesson.realm}>
          <a className="btn realm" href={next.lesson.url}>
            {fill(strings.emptyGo, {
              lesson: fill(strings.lesson, { n: next.lesson.number }),
              title: next.lesson.title,
            })}
            <Icon name="arrow-right" />
          </a>
        </p>
      )}
    </section>
  );
}

function Next({ next, strings }: Props & { next: NextStep }) {
  const { lesson, objective, state } = next;
  const words = { open: strings.nextOpen, tried: strings.nextTried, new: strings.nextNew };
  return (
    <ul className="can">
      <li data-realm={lesson.realm}>
        <Sign realm={lesson.realm} />
        <span>
          <a href={lesson.url}>{objective ?? lesson.title}</a>
          <small>
            {lessonName(lesson, lesson.id, strings)}
            <br />
            {words[state]}
          </small>
        </span>
      </li>
    </ul>
  );
}

const hasAny = (lessons: readonly LessonProgress[], state: ObjectiveState) =>
  lessons.some(({ objectives }) => objectives.some((objective) => objective.state === state));

/** Objectives of one state, grouped by lesson; lessons and objectives the course no longer has keep their place. */
function ObjectiveList({ state, progress, ...props }: Props & { state: 'shown' | 'again' }) {
  if (!hasAny(progress.lessons, state)) return <p className="small">{props.strings.canNone}</p>;
  return (
    <ul className="can">
      {progress.lessons.flatMap(({ lessonId, objectives }) => {
        const found = objectives.filter((objective) => objective.state === state);
        const lesson = props.lessons.find(({ id }) => id === lessonId);
        return found.length
          ? [<LessonGroup key={lessonId} lesson={lesson} lessonId={lessonId} objectives={found} {...props} />]
          : [];
      })}
    </ul>
  );
}

interface GroupProps extends MeProps {
  lesson: MeLesson | undefined;
  lessonId: string;
  objectives: readonly ObjectiveProgress[];
}

function LessonGroup({ lesson, lessonId, objectives, language, strings }: GroupProps) {
  const text = (id: string) =>
    lesson?.objectives.find((objective) => objective.id === id)?.text ?? fill(strings.oldObjective, { id });
  const name = lessonName(lesson, lessonId, strings);
  const lastAt = Math.max(...objectives.map((objective) => objective.lastAt ?? 0));
  return (
    <li data-realm={lesson?.realm}>
      {lesson ? <Sign realm={lesson.realm} /> : <Icon name="check" small={false} />}
      <span>
        {objectives.map(({ id, state, ratio }) => (
          <span className="does" key={id}>
            {text(id)}
            {state === 'again' && <small>{fill(strings.againShare, { percent: percentOf(ratio) })}</small>}
          </span>
        ))}
        <small>
          {lesson?.url ? <a href={lesson.url}>{name}</a> : name}
          {objectives[0]?.state === 'shown' && fill(strings.shownOn, { date: dayOf(lastAt, language) })}
        </small>
      </span>
    </li>
  );
}
