import { useEffect, useMemo, useRef, useState } from 'react';
import { readAssigned } from '#client/cohort/assigned.ts';
import { isDayEnd } from '#client/cohort/due-day.ts';
import { askEnrolments } from '#client/cohort/enrolments.ts';
import { type AssignmentState, assignmentState, byDueDay } from '#core/cohort/assignments.ts';
import type { Assignment, Enrolment } from '#core/cohort/cohort.ts';
import { type Outline, type Standing, standingOf } from '#core/cohort/standing.ts';
import type { Fact } from '#core/model/fact.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import { fill } from '#core/text/fill.ts';
import { LeaveCohort } from './LeaveCohort.tsx';
import type { MeProps } from './me-props.ts';
import { ShareOne } from './ShareOne.tsx';
import { dayOf, lessonName, momentOf } from './wording.ts';

export interface AssignedProps extends MeProps {
  facts: readonly Fact[];
}

/** The learner's classes: what was set, by when, and what is done; leaving. */
export function Assigned(props: AssignedProps) {
  const { own } = props.cohort;
  const [enrolments, setEnrolments] = useState<readonly Enrolment[]>(readAssigned);
  const [isOld, setOld] = useState(false);
  const [said, setSaid] = useState('');
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    let gone = false;
    void askEnrolments().then((asked) => {
      if (gone) return;
      if (asked) setEnrolments(asked);
      else setOld(true);
    });
    return () => {
      gone = true;
    };
  }, []);
  const isShown = enrolments.length > 0;
  // Whoever came by a link to this part finds it once it is there.
  useEffect(() => {
    if (isShown && location.hash === '#assigned') section.current?.scrollIntoView();
  }, [isShown]);
  if (!isShown && !said) return null;

  function left({ cohortId, name }: Enrolment) {
    setEnrolments((before) => before.filter((one) => one.cohortId !== cohortId));
    setSaid(fill(own.left, { name }));
  }

  return (
    <section id="assigned" ref={section} aria-labelledby="me-assigned">
      <h2 id="me-assigned">{own.heading}</h2>
      {isOld && isShown && <p className="small">{own.offline}</p>}
      {enrolments.map((enrolment) => (
        <Place key={enrolment.cohortId} enrolment={enrolment} onLeft={left} {...props} />
      ))}
      <p className="small" role="status">
        {said}
      </p>
    </section>
  );
}

type PlaceProps = AssignedProps & { enrolment: Enrolment; onLeft: (enrolment: Enrolment) => void };

function Place({ enrolment, onLeft, ...props }: PlaceProps) {
  const { facts, lessons, scenarios, cohort } = props;
  const { own, comma } = cohort;
  const outline = useMemo<Outline>(
    () => ({ lessons, scenarios: Object.keys(scenarios).map((id) => ({ id })) }),
    [lessons, scenarios],
  );
  const standing = useMemo<Standing>(
    () =>
      standingOf(
        facts.filter((fact) => !isPrivateFact(fact)),
        outline,
      ),
    [facts, outline],
  );
  const [now] = useState(Date.now);
  const { name, facilitators, assignments } = enrolment;
  return (
    <div className="place">
      <h3>{name}</h3>
      {facilitators.length > 0 && (
        <p className="small">{fill(own.by, { names: facilitators.join(comma) })}</p>
      )}
      {assignments.length === 0 && <p className="small">{own.none}</p>}
      <ul className="set">
        {[...assignments].sort(byDueDay).map((assignment) => (
          <SetLine
            key={assignment.id}
            assignment={assignment}
            state={assignmentState(assignment, standing, outline, now)}
            {...props}
          />
        ))}
      </ul>
      <ShareOne enrolment={enrolment} {...props} />
      <LeaveCohort enrolment={enrolment} cohort={cohort} onLeft={onLeft} />
    </div>
  );
}

const MARKS: Readonly<Record<AssignmentState, string>> = { done: 'right', open: '', overdue: 'again' };

function SetLine(props: AssignedProps & { assignment: Assignment; state: AssignmentState }) {
  const { assignment, state, cohort, language } = props;
  const { own } = cohort;
  const { kind, dueAt } = assignment;
  const { title, url } = activityOf(assignment, props);
  const dueText = (at: number) => (isDayEnd(at) ? dayOf : momentOf)(at, language);
  return (
    <li>
      <span>
        <small>{own.kinds[kind]}</small>
        {url ? <a href={url}>{title}</a> : title}
      </span>
      <span>
        <small className="num">
          {dueAt === undefined ? own.noDue : fill(own.due, { day: dueText(dueAt) })}
        </small>
        <b className={`state ${MARKS[state]}`}>{own.states[state]}</b>
      </span>
    </li>
  );
}

/** What the page calls it, and where it is done; an id that the course no longer has stands for itself. */
function activityOf(
  { kind, activityId }: Assignment,
  { lessons, scenarios, strings }: AssignedProps,
): { title: string; url?: string | undefined } {
  if (kind === 'scenario') return scenarios[activityId] ?? { title: activityId };
  const lesson = lessons.find(({ id }) => id === activityId);
  const url = lesson?.url && (kind === 'check' ? `${lesson.url}#check` : lesson.url);
  return { title: lessonName(lesson, activityId, strings), url };
}
