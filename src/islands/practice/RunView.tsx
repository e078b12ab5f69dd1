import { type RefObject, useEffect, useRef, useState } from 'react';
import type { RunSession, RunState } from '#client/run-session.ts';
import type { PracticeContent } from './fetch-content.ts';
import { NotesDialog } from './NotesDialog.tsx';
import { NotesPad, notesOf } from './NotesPad.tsx';
import { Notices } from './Notices.tsx';
import type { PastRun } from './past-runs.ts';
import type { PracticeProps } from './practice-props.ts';
import { RunSteps } from './RunSteps.tsx';
import { keepHintsAtOnce, readsHintsAtOnce } from './use-hint.ts';

interface Props extends PracticeProps {
  session: RunSession;
  state: RunState;
  content: PracticeContent;
  past: readonly PastRun[];
}

/** The run on screen: what is due now, with the notes pad beside or over it. */
export function RunView(props: Props) {
  const { session, state, revision, otherUrl, strings } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const hints = useHintSetting();
  const { run, aside } = state;
  const disabled = state.lease !== 'live';
  useStepFocus(holder, String(run?.value), disabled);
  if (!run) return null;
  const { plan, prep, run: played } = run.context;
  const isPlaying = run.value === 'playing';
  const entries = notesOf(plan.scenario, played, prep, strings);
  const pad = (
    <NotesPad
      {...{ prep, disabled, strings }}
      scenario={plan.scenario}
      run={played}
      note={aside.note}
      onNote={(note) => session.keepNote(note)}
    />
  );
  return (
    <div className="run" ref={holder}>
      <Notices state={state} revision={revision} onTakeOver={() => session.takeOver()} strings={strings} />
      <div className={isPlaying ? 'run-columns' : undefined}>
        <div>
          <RunSteps
            {...props}
            disabled={disabled}
            hintsAtOnce={hints.atOnce}
            notes={entries.needs.length + entries.findings.length + entries.cards.length}
            onNotes={() => dialog.current?.showModal()}
          />
        </div>
        {isPlaying && (
          <aside className="notes-side" aria-label={strings.notes}>
            <p className="label">{strings.notes}</p>
            {pad}
          </aside>
        )}
      </div>
      <NotesDialog
        {...{ dialog, otherUrl, strings }}
        hints={isPlaying && plan.level === 1 ? hints : undefined}
        onEnd={
          isPlaying && !disabled
            ? () => session.send({ type: 'act.make', act: { type: 'run.leave' } })
            : undefined
        }
      >
        {pad}
      </NotesDialog>
    </div>
  );
}

function useHintSetting() {
  const [atOnce, setAtOnce] = useState(readsHintsAtOnce);
  function onChange(next: boolean) {
    keepHintsAtOnce(next);
    setAtOnce(next);
  }
  return { atOnce, onChange };
}

/** At a new step its heading is what a reader must meet first. */
function useStepFocus(holder: RefObject<HTMLDivElement | null>, step: string, disabled: boolean): void {
  useEffect(() => {
    const heading = holder.current?.querySelector<HTMLElement>('[data-focus]');
    if (step === 'playing' || !heading) return;
    scrollTo(0, 0);
    if (!disabled) heading.focus({ preventScroll: true });
  }, [holder, step, disabled]);
}
