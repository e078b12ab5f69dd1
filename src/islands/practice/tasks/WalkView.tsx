import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { DoneBar } from './DoneBar.tsx';
import type { TaskViewProps } from './task-view.ts';
import { useDraft } from './use-draft.ts';
import { Shop } from './walk/Shop.tsx';
import { type Note, type Spot, SpotRow } from './walk/SpotRow.tsx';

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
      <h2>{t.list}</h2>
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
