import { type FormEvent, useId, useState } from 'react';
import { ROLES, type Role } from '#core/account/role.ts';
import { fill } from '#core/text/fill.ts';
import type { PersonProps } from './PersonRow.tsx';
import { saidOf } from './wording.ts';

/** Give another role; chosen first, then done by the button. */
export function RoleForm({ person, onChange, api, strings }: PersonProps) {
  const t = strings.people;
  const id = useId();
  const [role, setRole] = useState<Role>(person.role);
  const [said, setSaid] = useState('');

  async function save(event: FormEvent) {
    event.preventDefault();
    const told = await api.setRole(person.id, role);
    if (told.status === 'done') onChange(told.value.person);
    else setRole(person.role);
    const done = fill(t.roleSaved, { role: strings.roles[role] });
    setSaid(told.status === 'done' ? done : saidOf(told, strings.notDone));
  }

  return (
    <form className="admin-form" onSubmit={save}>
      <label className="label">
        {t.role}
        <select
          value={role}
          aria-describedby={id}
          onChange={(event) => {
            setRole(event.target.value as Role);
            setSaid('');
          }}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {strings.roles[one]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn line" aria-disabled={role === person.role}>
        {t.saveRole}
      </button>
      <p className="small" id={id}>
        {t.roleHint}
      </p>
      {!person.isClaimed && role !== 'learner' && <p className="small">{t.roleUnclaimed}</p>}
      <p className="small" role="status">
        {said}
      </p>
    </form>
  );
}
