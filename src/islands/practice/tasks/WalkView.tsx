import { useEffect, useRef, useState } from 'react';
import { shuffle } from '#core/model/random.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import { Choices } from './Choices.tsx';
import { DoneBar } from './DoneBar.tsx';
import type { TaskOf, TaskViewProps } from './task-view.ts';
import { useDraft } from './use-draft.ts';
import { Shop } from './walk/Shop.tsx';

type Note = 'neutral' | 'judging';
type Spot = TaskOf<'walk'>['spots'][number];

interface WalkDraft {
  kind: 'walk';
  /** Spots looked at, in order; a look cannot be taken back. */
  seen: string[];
  /** Spot id → how it was written down. */
  notes: Record<string, Note>;
}

/** A walk through shop or store: look at a few things, and write down what is there or what one thinks of it. */
export function WalkView(props: TaskViewProps<'walk'>) {
  const { task, scenario, known, strings, disabled, onDone } = props;
  const t = strings.walk;
  const [draft, change] = useDraft<WalkDraft>({ kind: 'walk', seen: [], notes: {} }, props);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const left = task.budget - draft.seen.length;

  function look(spot: Spot) {
    if (disabled) return;
    if (draft.seen.includes(spot.id)) return setOpen(spot.id);
    if (spot.needs && !known.flags.includes(spot.needs)) return setSaid(fill(t.blocked, { spot: spot.name }));
    if (left <= 0) return setSaid(t.full);
    change({ seen: [...draft.seen, spot.id] });
    setSaid(fill(t.looked, { spot: spot.name, n: left - 1 }));
    setOpen(spot.id);
  }

  const lookAt = (id: string) => {
    const spot = task.spots.find((one) => one.id === id);
    if (spot) look(spot);
  };
  const notes = draft.seen.flatMap((spot) => {
    const note = draft.notes[spot];
    return note ? [{ spot, note }] : [];
  });
  const blank = task.spots.find((spot) => draft.seen.includes(spot.id) && !draft.notes[spot.id]);
  return (
    <div className="task walk">
      <Shop
        scenarioId={scenario.id}
        label={t.plan}
        spots={task.spots}
        seen={draft.seen}
        seenWord={t.seen}
        disabled={disabled}
        onLook={lookAt}
      />
      <p className="small">{task.intro}</p>
      <p className="walk-said" role="status">
        {said}
      </p>
      <h3>{t.list}</h3>
      <ul className="walk-list">
        {task.spots.map((spot) => (
          <li key={spot.id}>
            <SpotRow
              spot={spot}
              seen={draft.seen.includes(spot.id)}
              note={draft.notes[spot.id]}
              open={open === spot.id}
              onLook={() => look(spot)}
              onNote={(note) => {
                change({ notes: { ...draft.notes, [spot.id]: note } });
                setSaid(fill(t.written, { note: spot[note] }));
              }}
              strings={t}
              seed={scenario.id}
              disabled={disabled}
            />
          </li>
        ))}
      </ul>
      <DoneBar
        label={t.done}
        unready={blank && fill(t.blank, { spot: blank.name })}
        disabled={disabled}
        onDone={() => onDone({ type: 'walk.close', notes })}
      >
        <p className="micro num">{fill(t.left, { k: draft.seen.length, n: task.budget })}</p>
      </DoneBar>
    </div>
  );
}

interface RowProps {
  spot: Spot;
  seen: boolean;
  note: Note | undefined;
  open: boolean;
  onLook: () => void;
  onNote: (note: Note) => void;
  strings: TaskViewProps<'walk'>['strings']['walk'];
  seed: string;
  disabled: boolean;
}

/** One thing to look at: its name, and once it was looked at the two ways to write it down. */
function SpotRow({ spot, seen, note, open, onLook, onNote, strings, seed, disabled }: RowProps) {
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
        <span className={seen ? 'ring is-seen' : 'ring'}>{seen && <Icon name="check" />}</span>
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
