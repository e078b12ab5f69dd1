import { useId, useRef } from 'react';
import { leaveCohort } from '#client/cohort/enrolments.ts';
import type { Enrolment } from '#core/cohort/cohort.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import { Said } from '../form/Said.tsx';
import { useSaid } from '../form/use-said.ts';
import { Told } from '../join/Told.tsx';
import type { MeProps } from './me-props.ts';

interface Props {
  enrolment: Enrolment;
  cohort: MeProps['cohort'];
  onLeft: (enrolment: Enrolment) => void;
}

/** What the class sees, to be read again at any time, and the way out. */
export function LeaveCohort({ enrolment, cohort, onLeft }: Props) {
  const { own, told } = cohort;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { setSaid, ...left } = useSaid();
  async function leave() {
    dialog.current?.close();
    if (await leaveCohort(enrolment.cohortId)) onLeft(enrolment);
    else setSaid(own.leaveFailed, true);
  }
  return (
    <>
      <details className="fold">
        <summary>
          <Icon name="user-round" small={false} />
          <span>{told.heading}</span>
          <Icon name="chevron-right" />
        </summary>
        <Told told={told} />
        <button type="button" className="btn line" onClick={() => dialog.current?.showModal()}>
          {own.leave}
        </button>
      </details>
      <Said {...left} />
      <dialog ref={dialog} className="ask" aria-labelledby={id}>
        <h2 id={id}>{fill(own.leaveQuestion, { name: enrolment.name })}</h2>
        <p>{own.leaveText}</p>
        <p className="fold-acts">
          <button type="button" className="btn line" onClick={() => dialog.current?.close()}>
            {own.cancel}
          </button>
          <button type="button" className="btn" onClick={leave}>
            {own.leaveGo}
          </button>
        </p>
      </dialog>
    </>
  );
}
