import { useEffect, useState } from 'react';
import { askViewer, makeCohort } from '#client/cohort/lead-api.ts';
import type { CohortHead } from '#core/cohort/cohort.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import { OneField } from '../form/OneField.tsx';
import { useAct } from '../form/use-act.ts';
import type { CohortsProps } from './cohorts-props.ts';
import { dateOf, leadWords } from './wording.ts';

/** The cohorts somebody leads, and making another one. */
export function CohortList({ heads, ...props }: CohortsProps & { heads: readonly CohortHead[] }) {
  const { strings, language } = props;
  return (
    <>
      <h1>{strings.title}</h1>
      <p className="lead">{strings.lead}</p>
      {heads.length === 0 ? (
        <>
          <p className="none">{strings.none}</p>
          <Make {...props} />
        </>
      ) : (
        <div className="list">
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
        </div>
      )}
      <OwnNumber {...props} />
    </>
  );
}

function Make({ strings }: CohortsProps) {
  const [name, setName] = useState('');
  const act = useAct(leadWords(strings));
  async function make() {
    const made = await act.go(() => makeCohort(name));
    if (made) location.hash = made.id;
  }
  return (
    <section aria-labelledby="cohort-make">
      <h2 id="cohort-make">{strings.makeTitle}</h2>
      <OneField
        className="make"
        field={{
          label: strings.name,
          name: 'cohort-name',
          value: name,
          onChange: setName,
          hint: strings.nameHint,
        }}
        go={strings.make}
        look="btn"
        isBusy={act.isBusy}
        said={act.said}
        isRefused={act.isRefused}
        onGo={make}
      />
    </section>
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
