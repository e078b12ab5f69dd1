import { useEffect, useRef } from 'react';
import { shuffle } from '#core/model/random.ts';
import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import { Icon } from '../../../board/Icon.tsx';
import { Choices } from '../Choices.tsx';
import type { TaskOf } from '../task-view.ts';

export type Note = 'neutral' | 'judging';
export type Spot = TaskOf<'walk'>['spots'][number];

interface Props {
  spot: Spot;
  seen: boolean;
  note: Note | undefined;
  open: boolean;
  onLook: () => void;
  onNote: (note: Note) => void;
  strings: TaskStrings['walk'];
  seed: string;
  disabled: boolean;
}

/** One thing to look at: its name, and once it was looked at the two ways to write it down. */
export function SpotRow({ spot, seen, note, open, onLook, onNote, strings, seed, disabled }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  // Opened from the drawing, the note stands below the fold: bring it to the eye and to the keyboard.
  useEffect(() => {
    if (!open) return;
    panel.current?.scrollIntoView({ block: 'center' });
    panel.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [open]);
  const notes: readonly Note[] = shuffle(['neutral', 'judging'] as const, `${seed}/${spot.id}`);
  return (
    <>
      <button
        type="button"
        className="walk-spot"
        aria-disabled={disabled}
        aria-expanded={open}
        onClick={onLook}
      >
        <span className={seen ? 'look-ring is-seen' : 'look-ring'}>{seen && <Icon name="check" />}</span>
        <span>
          <b>{spot.name}</b>
          {seen && <span className="vh">（{strings.seen}）</span>}
          {seen && !open && (
            <span className="small">
              {note ? fill(strings.written, { note: spot[note] }) : strings.unnoted}
            </span>
          )}
        </span>
      </button>
      {open && (
        <div className="walk-note" ref={panel}>
          <Choices
            kind="radio"
            legend={fill(strings.noteLegend, { spot: spot.name })}
            choices={notes.map((id) => ({ id, text: spot[id] }))}
            chosen={note ? [note] : []}
            onChoose={(id) => onNote(id as Note)}
            disabled={disabled}
          />
        </div>
      )}
    </>
  );
}
