import { useState } from 'react';
import { saveFile } from '#client/save-file.ts';
import type { Person } from '#core/admin/admin.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import { Sure } from '../form/Sure.tsx';
import type { PartProps } from './admin-props.ts';
import { DeletePerson } from './DeletePerson.tsx';
import { RoleForm } from './RoleForm.tsx';
import { countOf, dayOf, saidOf, timeOf } from './wording.ts';

export interface PersonProps extends PartProps {
  person: Person;
  onChange: (person: Person) => void;
  onGone: () => void;
}

/** One person: a line that opens what is known of them and what can be done. */
export function PersonRow(props: PersonProps) {
  const { person, strings, language } = props;
  const t = strings.people;
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details className="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Icon name="user-round" small={false} />
          <span>
            {person.nickname}
            {person.role !== 'learner' && <span className="tag-box">{strings.roles[person.role]}</span>}
            <small>{fill(t.lastSeen, { day: dayOf(person.lastSeenDay, language) })}</small>
          </span>
          <Icon name="chevron-right" />
        </summary>
        {isOpen && <Opened {...props} />}
      </details>
    </li>
  );
}

function Opened(props: PersonProps) {
  const { person, strings, language } = props;
  const t = strings.people;
  return (
    <div className="person">
      <ul className="small">
        <li>{fill(t.joined, { day: timeOf(person.createdAt, language) })}</li>
        <li>{fill(t.facts, { n: countOf(person.facts) })}</li>
        <li>{person.isClaimed ? t.claimed : t.unclaimed}</li>
        {person.username !== undefined && <li>{fill(t.username, { name: person.username })}</li>}
        <li className="id">{fill(t.id, { id: person.id })}</li>
      </ul>
      <RoleForm {...props} />
      <ExportPerson {...props} />
      {person.isClaimed && <Recovery {...props} />}
      <DeletePerson {...props} />
    </div>
  );
}

function ExportPerson({ person, api, strings }: PersonProps) {
  const t = strings.people;
  const [said, setSaid] = useState('');
  async function save() {
    const told = await api.exportPerson(person.id);
    if (told.status === 'done')
      saveFile(`${JSON.stringify(told.value, null, 1)}\n`, `sanxiu-person-${person.id}.json`);
    setSaid(told.status === 'done' ? t.exported : saidOf(told, strings.notDone));
  }
  return (
    <div>
      <p className="small">{t.exportHint}</p>
      <p className="fold-acts">
        <button type="button" className="btn line" onClick={save}>
          {t.exportTitle}
        </button>
      </p>
      <p className="small" role="status">
        {said}
      </p>
    </div>
  );
}

function Recovery({ person, api, strings }: PersonProps) {
  const t = strings.people;
  const [code, setCode] = useState('');
  const [said, setSaid] = useState('');
  async function reset() {
    const told = await api.resetRecovery(person.id);
    setCode(told.status === 'done' ? told.value.recoveryCode : '');
    setSaid(saidOf(told, strings.notDone));
  }
  return (
    <div>
      <p className="small">{t.recoveryHint}</p>
      <div className="fold-acts">
        <Sure
          look="btn line"
          name={t.recovery}
          cancel={t.cancel}
          question={fill(t.recoveryAsk, { nickname: person.nickname })}
          onSure={reset}
        />
      </div>
      <div className="small" role="status">
        {said}
        {code && (
          <p className="code">
            {t.recoveryShown} <output>{code}</output>
          </p>
        )}
      </div>
    </div>
  );
}
