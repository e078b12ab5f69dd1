import { useId, useMemo, useState } from 'react';
import { type LessonCount, lessonCounts } from '#core/cohort/report.ts';
import { fill } from '#core/text/fill.ts';
import type { PartProps } from './CohortPage.tsx';
import { GoalsOfLesson } from './GoalsOfLesson.tsx';
import { Section, Wide } from './Section.tsx';
import { lessonName } from './wording.ts';

/** The heat map: how many have reached each objective, lesson by lesson; then one lesson, learner by learner. */
export function Goals(props: PartProps) {
  const { strings, report, lessons } = props;
  const counts = useMemo(() => lessonCounts(report), [report]);
  const [chosen, setChosen] = useState<string>();
  const id = useId();
  const t = strings.goals;
  if (report.members.length === 0) return null;
  const most = Math.max(...counts.map(({ objectives }) => objectives.length));
  const begun = counts.find(({ completed, going }) => completed + going > 0);
  const shown = chosen ?? begun?.id ?? counts[0]?.id ?? '';
  return (
    <Section id="goals" title={strings.sections.goals}>
      <p className="small">{t.lead}</p>
      <Wide label={strings.sections.goals}>
        <table className="heat">
          <thead>
            <tr>
              <th scope="col">{t.lessons}</th>
              <th scope="col">{t.done}</th>
              <th scope="col">{t.going}</th>
              {Array.from({ length: most }, (_, index) => index + 1).map((n) => (
                <th scope="col" key={n}>
                  {fill(t.goal, { n })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((count) => (
              <Row key={count.id} count={count} most={most} {...props} />
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="micro heat-key">
        {t.heat.map((words, step) => (
          <span key={words} className={`heat-${step}`}>
            {words}
          </span>
        ))}
      </p>
      <p className="choose">
        <label htmlFor={id}>{t.choose}</label>
        <select id={id} value={shown} onChange={(event) => setChosen(event.target.value)}>
          {lessons.map((lesson) => (
            <option key={lesson.id} value={lesson.id}>
              {lessonName(lesson, strings)}
            </option>
          ))}
        </select>
      </p>
      <GoalsOfLesson {...props} lessonId={shown} />
    </Section>
  );
}

/** @returns 0 for nobody, then 1 to 4: up to a quarter, to a half, to three quarters, more. */
const heatOf = (shown: number, all: number): number => Math.ceil((shown / all) * 4);

function Row({ count, most, lessons, report, strings }: PartProps & { count: LessonCount; most: number }) {
  const lesson = lessons.find(({ id }) => id === count.id);
  const all = report.members.length;
  return (
    <tr>
      <th scope="row">{lesson ? lessonName(lesson, strings) : count.id}</th>
      <td>{count.completed}</td>
      <td>{count.going}</td>
      {Array.from({ length: most }, (_, index) => count.objectives[index]).map((objective, index) => (
        <td key={index} className={objective && `heat-${heatOf(objective.shown, all)}`}>
          {objective ? `${objective.shown}/${all}` : ''}
        </td>
      ))}
    </tr>
  );
}
