import { byDueDay, tallyOf } from '#core/cohort/assignments.ts';
import type { Assignment } from '#core/cohort/cohort.ts';
import { assignmentStates } from '#core/cohort/report.ts';
import { fill } from '#core/text/fill.ts';
import { Sure } from '../form/Sure.tsx';
import type { PartProps } from './CohortPage.tsx';
import { focusHeading, Section } from './Section.tsx';
import { SetTask } from './SetTask.tsx';
import { activityName, dueText } from './wording.ts';

/** A name written from right to left must not turn its neighbours around. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** What is set, how it stands, who is overdue; and setting more. */
export function Tasks(props: PartProps) {
  const { strings, cohort } = props;
  const assignments = [...cohort.assignments].sort(byDueDay);
  return (
    <Section id="tasks" title={strings.sections.tasks}>
      {assignments.length === 0 && <p className="small">{strings.tasks.none}</p>}
      <ul className="tasks">
        {assignments.map((assignment) => (
          <Task key={assignment.id} assignment={assignment} {...props} />
        ))}
      </ul>
      <SetTask {...props} />
    </Section>
  );
}

function Task({ assignment, ...props }: PartProps & { assignment: Assignment }) {
  const { strings, language, report, act } = props;
  const t = strings.tasks;
  const states = assignmentStates(report, assignment);
  const late = report.members.filter((_, index) => states[index] === 'overdue');
  const { id, kind, dueAt } = assignment;
  return (
    <li>
      <p>
        <b>{activityName(assignment, props)}</b>
        <small>
          {t.kinds[kind]} · {dueAt === undefined ? t.noDue : fill(t.dueOn, { day: dueText(dueAt, language) })}
        </small>
      </p>
      <p className="small num">{fill(t.tally, { ...tallyOf(states) })}</p>
      {late.length > 0 && (
        <details>
          <summary className="again">{fill(t.overdueWho, { n: late.length })}</summary>
          <p className="small">
            {late.map(({ nickname }) => isolated(nickname)).join(language === 'zh' ? '、' : ', ')}
          </p>
        </details>
      )}
      <Sure
        look="btn quiet no-print"
        name={t.remove}
        cancel={strings.manage.cancel}
        question={fill(t.removeAsk, { name: activityName(assignment, props) })}
        onSure={async () => (await act({ do: 'unassign', assignmentId: id })) && focusHeading('tasks')}
      />
    </li>
  );
}
