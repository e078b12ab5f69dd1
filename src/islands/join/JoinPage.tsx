import { useEffect, useRef, useState } from 'react';
import { type JoinRefusal, lookInvitation } from '#client/cohort/enrolments.ts';
import { forgetInvitation, keepInvitation, takeInvitation } from '#client/cohort/join-code.ts';
import { hasServer } from '#client/sync/sync-api.ts';
import type { InvitationShown } from '#core/cohort/cohort.ts';
import { fill } from '#core/text/fill.ts';
import type { CohortStrings } from '#i18n/cohorts.ts';
import type { SyncStrings } from '#i18n/me-sync.ts';
import { OneField } from '../form/OneField.tsx';
import { useFocusKept } from '../form/use-focus-kept.ts';
import { Agree } from './Agree.tsx';

export interface JoinProps {
  strings: CohortStrings;
  /** Why syncing could not be turned on. */
  turnRefused: SyncStrings['turnRefused'];
  /** The way in for whoever has an account, and its name. */
  signIn: { path: string; name: string };
  mePath: string;
  coursePath: string;
}

type Step =
  | { at: 'code' }
  | { at: 'agree'; code: string; invitation: InvitationShown }
  | { at: 'done'; name: string; isNew: boolean };

/** `/join`: a code, then what it opens and what will be shared, then joining. A link only fills the field and looks. */
export function JoinPage(props: JoinProps) {
  const t = props.strings.join;
  const [step, setStep] = useState<Step>({ at: 'code' });
  const [code, setCode] = useState('');
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = useFocusKept<HTMLInputElement>(step.at);

  async function look(typed: string) {
    setBusy(true);
    setSaid(t.looking);
    const done = await lookInvitation(typed);
    const reason = done.status === 'refused' ? await reasonOf(done.reason) : '';
    setSaid(reason && (reason === 'no-server' ? t.noServer : t.refused[reason]));
    setBusy(false);
    if (done.status !== 'found') return;
    keepInvitation(typed);
    setStep({ at: 'agree', code: typed, invitation: done.invitation });
  }

  function leave(next: Step) {
    forgetInvitation();
    setStep(next);
  }

  // The address is read once.
  useEffect(() => {
    const given = takeInvitation();
    if (!given) return;
    setCode(given);
    void look(given);
  }, []);

  if (step.at === 'done') return <Welcome {...props} {...step} />;
  if (step.at === 'agree')
    return (
      <Agree
        {...props}
        {...step}
        onDone={(name, isNew) => leave({ at: 'done', name, isNew })}
        onOther={() => leave({ at: 'code' })}
      />
    );
  return (
    <OneField
      className="join-form"
      field={{
        label: t.code,
        name: 'code',
        kind: 'code',
        value: code,
        onChange: setCode,
        hint: t.codeHint,
        inputRef: field,
      }}
      go={t.look}
      look="btn wide"
      isBusy={isBusy}
      said={said}
      isRefused={!isBusy}
      onGo={() => !isBusy && look(code)}
    />
  );
}

/** A static copy of the site answers 404 too: then it is not the code that is wrong. */
async function reasonOf(reason: JoinRefusal): Promise<JoinRefusal | 'no-server'> {
  return reason === 'wrong' && !(await hasServer()) ? 'no-server' : reason;
}

function Welcome({ strings, mePath, coursePath, name, isNew }: JoinProps & { name: string; isNew: boolean }) {
  const t = strings.join;
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <div className="join-done">
      <p className="lead" role="status" ref={said} tabIndex={-1}>
        {fill(isNew ? t.joined : t.known, { name })}
      </p>
      <p className="acts">
        <a className="btn" href={`${mePath}#assigned`}>
          {t.toTasks}
        </a>
        <a className="btn line" href={coursePath}>
          {t.toCourse}
        </a>
      </p>
    </div>
  );
}
