import { type FormEvent, useState } from 'react';
import { dueAtOf } from '#client/cohort/due-day.ts';
import { ASSIGNMENT_KINDS, type AssignmentKind } from '#core/cohort/cohort.ts';
import type { PartProps } from './CohortPage.tsx';
import { lessonName } from './wording.ts';

/** Set a lesson, a check or a role-play, with the day it is due. */
export function SetTask(props: PartProps) {
  const { strings, lessons, scenarios, act, isBusy } = props;
  const t = strings.tasks;
  const [kind, setKind] = useState<AssignmentKind>('lesson');
  const [chosen, setChosen] = useState('');
  const [day, setDay] = useState('');
  const choices =
    kind === 'scenario'
      ? scenarios
      : lessons.map((lesson) => ({ id: lesson.id, title: lessonName(lesson, strings) }));
  const activityId = choices.some(({ id }) => id === chosen) ? chosen : (choices[0]?.id ?? '');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const dueAt = dueAtOf(day);
    if (await act({ do: 'assign', kind, activityId, ...(dueAt !== undefined && { dueAt }) })) setDay('');
  }

  return (
    <form className="fields no-print" onSubmit={submit}>
      <h3>{t.setTitle}</h3>
      <label className="label">
        {t.kind}
        <select value={kind} onChange={(event) => setKind(event.target.value as AssignmentKind)}>
          {ASSIGNMENT_KINDS.map((one) => (
            <option key={one} value={one}>
              {t.kinds[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="label">
        {t.which}
        <select value={activityId} onChange={(event) => setChosen(event.target.value)}>
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="label">
        {t.due}
        <input type="date" name="due" value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <p className="small">{t.kindHints[kind]}</p>
      <p className="small">{t.setAgain}</p>
      <button type="submit" className="btn" aria-disabled={isBusy || !activityId}>
        {t.set}
      </button>
    </form>
  );
}
