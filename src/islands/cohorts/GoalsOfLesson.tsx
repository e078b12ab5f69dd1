import type { ReportMember } from '#core/cohort/report.ts';
import { type LessonStanding, SHOWN_PERCENT } from '#core/cohort/standing.ts';
import { fill } from '#core/text/fill.ts';
import type { PartProps } from './CohortPage.tsx';
import { Wide } from './Section.tsx';
import { lessonName } from './wording.ts';

/** One lesson: each learner's state, first → best check, and share of points per objective. */
export function GoalsOfLesson({ lessonId, ...props }: PartProps & { lessonId: string }) {
  const { strings, report, lessons } = props;
  const t = strings.goals;
  const place = report.outline.lessons.findIndex(({ id }) => id === lessonId);
  const lesson = lessons.find(({ id }) => id === lessonId);
  const objectives = report.outline.lessons[place]?.objectives ?? [];
  const textOf = (id: string) => lesson?.objectives.find((one) => one.id === id)?.text ?? id;
  return (
    <>
      <ol className="goal-texts small">
        {objectives.map(({ id }) => (
          <li key={id}>{textOf(id)}</li>
        ))}
      </ol>
      <Wide label={lesson ? lessonName(lesson, strings) : lessonId}>
        <table>
          <thead>
            <tr>
              <th scope="col">{strings.table.who}</th>
              <th scope="col" className="start">
                {t.state}
              </th>
              <th scope="col">{t.check}</th>
              {objectives.map(({ id }, index) => (
                <th scope="col" key={id} title={textOf(id)}>
                  {fill(t.goal, { n: index + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.members.map((member) => (
              <Row
                key={member.learnerId}
                member={member}
                place={place}
                count={objectives.length}
                {...props}
              />
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="micro">{t.legend}</p>
    </>
  );
}

type RowProps = PartProps & { member: ReportMember; place: number; count: number };

function Row({ member, place, count, strings }: RowProps) {
  const t = strings.goals;
  const lesson = member.standing.lessons[place] ?? null;
  return (
    <tr>
      <th scope="row">{member.nickname}</th>
      <td className="start">{t.states[lesson?.state ?? 'new']}</td>
      <td>{lesson ? checkOf(lesson, strings) : strings.table.none}</td>
      {Array.from({ length: count }, (_, index) => lesson?.mastery[index] ?? null).map((percent, index) => (
        <td key={index} className={heatOf(percent)}>
          {percent === null ? strings.table.none : fill(t.percentOf, { n: percent })}
        </td>
      ))}
    </tr>
  );
}

const heatOf = (percent: number | null): string | undefined =>
  percent === null ? undefined : percent >= SHOWN_PERCENT ? 'shown' : 'again';

/** `60% → 100%`; one value while there is no better one. */
function checkOf({ first, best }: LessonStanding, strings: PartProps['strings']): string {
  const shown = (n: number) => fill(strings.goals.percentOf, { n });
  if (first === undefined || best === undefined) return strings.table.none;
  return best > first ? `${shown(first)} → ${shown(best)}` : shown(first);
}
