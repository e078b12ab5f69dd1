import { type FormEvent, useEffect, useState } from 'react';
import { askViewer, makeCohort } from '#client/cohort/lead-api.ts';
import type { CohortHead } from '#core/cohort/cohort.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import type { CohortsProps } from './cohorts-props.ts';
import { useAct } from './use-act.ts';
import { dateOf } from './wording.ts';

/** The cohorts somebody leads, and making another one. */
export function CohortList({ heads, ...props }: CohortsProps & { heads: readonly CohortHead[] }) {
  const { strings, language } = props;
  return (
    <>
      <h1>{strings.title}</h1>
      <p className="lead">{strings.lead}</p>
      {heads.length === 0 && <p className="small">{strings.none}</p>}
      <ul className="heads">
        {heads.map(({ id, name, members, madeAt }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <b>{name}</b>
              <small className="num">
                {fill(strings.members, { n: members })} ·{' '}
                {fill(strings.madeAt, { day: dateOf(madeAt, language) })}
              </small>
              <Icon name="chevron-right" />
            </a>
          </li>
        ))}
      </ul>
      <Make {...props} />
      <OwnNumber {...props} />
    </>
  );
}

function Make({ strings }: CohortsProps) {
  const [name, setName] = useState('');
  const act = useAct(strings);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const made = await act.go(() => makeCohort(name));
    if (made) location.hash = made.id;
  }
  return (
    <form className="make" onSubmit={submit}>
      <label className="label">
        {strings.name}
        <input
          type="text"
          name="cohort-name"
          autoComplete="off"
          value={name}
          aria-describedby="cohort-name-hint"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p className="small" id="cohort-name-hint">
        {strings.nameHint}
      </p>
      <button type="submit" className="btn" aria-disabled={act.isBusy}>
        {strings.make}
      </button>
      <p className="small" role="status">
        {act.said}
      </p>
    </form>
  );
}

/** What another facilitator has to know to add this one. */
function OwnNumber({ strings }: CohortsProps) {
  const [id, setId] = useState('');
  useEffect(() => {
    let gone = false;
    void askViewer().then((viewer) => !gone && setId(viewer?.id ?? ''));
    return () => {
      gone = true;
    };
  }, []);
  return id ? (
    <p className="micro own-number">
      {strings.ownNumber} <code>{id}</code>
    </p>
  ) : null;
}
