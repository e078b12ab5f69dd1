import { type FormEvent, useCallback, useState } from 'react';
import type { Person } from '#core/admin/admin.ts';
import { fill } from '#core/text/fill.ts';
import type { PartProps } from './admin-props.ts';
import { PersonRow } from './PersonRow.tsx';
import { Failed } from './Status.tsx';
import { usePages } from './use-loaded.ts';

/** Everybody, fifty at a time, and a field to find one. */
export function PeoplePart(props: PartProps) {
  const { api, strings } = props;
  const t = strings.people;
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  const [said, setSaid] = useState('');
  const ask = useCallback((after: string) => api.people(wanted, after), [api, wanted]);
  const list = usePages(ask, ({ people }) => people);
  // What an act has changed since the list came.
  const [changed, setChanged] = useState<Readonly<Record<string, Person | 'gone'>>>({});
  const people = list.items.flatMap((one) => {
    const now = changed[one.id] ?? one;
    return now === 'gone' ? [] : [now];
  });

  function find(event: FormEvent) {
    event.preventDefault();
    setSaid('');
    setWanted(typed.trim());
  }

  return (
    <>
      <form className="admin-form find" onSubmit={find}>
        <label className="label">
          {t.search}
          <input
            type="search"
            value={typed}
            autoComplete="off"
            aria-describedby="people-hint"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <button type="submit" className="btn line">
          {t.go}
        </button>
      </form>
      <p className="small" id="people-hint">
        {t.searchHint}
      </p>
      <p className="small" role="status">
        {said || (list.isLoaded ? list.said === undefined && foundLine(people.length) : strings.loading)}
      </p>
      {list.said !== undefined && <Failed said={list.said} onAgain={list.more} strings={strings} />}
      <ul className="people">
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            onChange={(now) => setChanged((before) => ({ ...before, [now.id]: now }))}
            onGone={() => {
              setChanged((before) => ({ ...before, [person.id]: 'gone' }));
              setSaid(fill(t.deleted, { nickname: person.nickname }));
            }}
            {...props}
          />
        ))}
      </ul>
      {list.hasMore && (
        <button type="button" className="btn line" onClick={list.more}>
          {strings.more}
        </button>
      )}
    </>
  );

  function foundLine(count: number): string {
    return count ? fill(t.found, { n: count }) : t.none;
  }
}
