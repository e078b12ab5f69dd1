import { type FormEvent, useId, useRef, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { Said } from '../form/Said.tsx';
import { TextField } from '../form/TextField.tsx';
import type { PersonProps } from './PersonRow.tsx';
import { saidOf } from './wording.ts';

/** Delete somebody, after their nickname was typed: a slip of the finger deletes nobody. */
export function DeletePerson({ person, onGone, api, strings }: PersonProps) {
  const t = strings.people;
  const { nickname } = person;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');

  function open() {
    setTyped('');
    setSaid('');
    dialog.current?.showModal();
  }

  async function remove(event: FormEvent) {
    event.preventDefault();
    const told = await api.deletePerson(person.id, typed);
    if (told.status === 'refused') return setSaid(saidOf(told, strings.notDone));
    dialog.current?.close();
    onGone();
  }

  return (
    <>
      <p className="fold-acts">
        <button type="button" className="btn line" onClick={open}>
          {t.deleteTitle}
        </button>
      </p>
      <dialog ref={dialog} className="ask" aria-labelledby={id}>
        <form className="admin-form" onSubmit={remove}>
          <h2 id={id}>{fill(t.deleteQuestion, { nickname })}</h2>
          <p>{t.deleteText}</p>
          <TextField label={fill(t.deleteType, { nickname })} value={typed} onChange={setTyped} />
          <Said said={said} isRefused />
          <p className="fold-acts">
            <button type="button" className="btn line" onClick={() => dialog.current?.close()}>
              {t.cancel}
            </button>
            <button type="submit" className="btn" aria-disabled={typed.trim() === ''}>
              {t.deleteGo}
            </button>
          </p>
        </form>
      </dialog>
    </>
  );
}
