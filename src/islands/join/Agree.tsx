import { type FormEvent, useEffect, useRef, useState } from 'react';
import { enrol } from '#client/cohort/enrolments.ts';
import { ownRecord } from '#client/record/own.ts';
import { readSyncMark, syncsTo } from '#client/record/sync-mark.ts';
import { type TurnOutcome, turnOn, turnOnAgain } from '#client/sync/turn.ts';
import type { InvitationShown } from '#core/cohort/cohort.ts';
import { fill } from '#core/text/fill.ts';
import { Said } from '../form/Said.tsx';
import { TextField } from '../form/TextField.tsx';
import { useSaid } from '../form/use-said.ts';
import type { JoinProps } from './JoinPage.tsx';
import { Told } from './Told.tsx';

interface Props extends JoinProps {
  code: string;
  invitation: InvitationShown;
  onDone: (name: string, isNew: boolean) => void;
  onOther: () => void;
}

/** What the code opens, what will be shared, and the button that agrees to it. */
export function Agree({ strings, turnRefused, signIn, code, invitation, onDone, onOther }: Props) {
  const t = strings.join;
  const [mark] = useState(readSyncMark);
  const [nickname, setNickname] = useState('');
  const { setSaid, ...told } = useSaid();
  const [isBusy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  async function join() {
    const turned = await sync(nickname);
    if (turned.status === 'refused') return setSaid(turnRefused[turned.reason], true);
    const done = await enrol(code);
    if (done.status === 'refused') setSaid(t.refused[done.reason], true);
    else onDone(done.enrolment.name, done.status === 'joined');
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setSaid(t.going);
    await join();
    setBusy(false);
  }

  const { name, facilitators } = invitation;
  return (
    <form className="join-form" onSubmit={submit}>
      <h2 ref={title} tabIndex={-1}>
        {name}
      </h2>
      <p>{facilitators.length ? fill(t.by, { names: facilitators.join(strings.comma) }) : t.byNobody}</p>
      <Told told={strings.told} />
      {mark ? (
        <p className="small">{t.syncOn}</p>
      ) : (
        <>
          <TextField
            label={t.nickname}
            name="nickname"
            autoComplete="nickname"
            value={nickname}
            onChange={setNickname}
            hint={t.nicknameHint}
          />
          <p className="small">{t.sync}</p>
          <p>
            <a href={`${signIn.path}?next=${encodeURIComponent(`${location.pathname}#c=${code}`)}`}>
              {signIn.name}
            </a>
          </p>
        </>
      )}
      <p className="acts">
        <button type="submit" className="btn" aria-disabled={isBusy}>
          {t.go}
        </button>
        <button type="button" className="btn line" onClick={onOther}>
          {t.other}
        </button>
      </p>
      <Said {...told} />
    </form>
  );
}

/** Syncing on, whatever it was before: a place in a cohort without it would show nothing. */
async function sync(nickname: string): Promise<TurnOutcome> {
  if (syncsTo()) return { status: 'done' };
  const record = await ownRecord();
  return readSyncMark() === 'off' ? turnOnAgain(record) : turnOn(record, nickname);
}
