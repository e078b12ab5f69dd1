import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { DoneBar } from './DoneBar.tsx';
import { type Item, type ItemOutcome, ItemRow } from './dataroom/ItemRow.tsx';
import { findingOf, type TaskViewProps } from './task-view.ts';
import { useDraft } from './use-draft.ts';

interface DataroomDraft {
  kind: 'dataroom';
  /** What was asked for, in order; it cannot be taken back. */
  asked: { id: string; purpose: boolean }[];
}

/** Papers and talks, each at the cost of the owner's time; how one asks decides what one is given. */
export function DataroomView(props: TaskViewProps<'dataroom'>) {
  const { task, scenario, strings, disabled, onDone } = props;
  const t = strings.dataroom;
  const [draft, change] = useDraft<DataroomDraft>({ kind: 'dataroom', asked: [] }, props);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const isFull = draft.asked.length >= task.budget;
  const findingText = (id: string | undefined) => scenario.findings.find((one) => one.id === id)?.text;

  function outcomeOf(item: Item, purpose: boolean): ItemOutcome {
    if (item.asksPurpose && !purpose) return { text: t.refused, got: false };
    const finding = findingText(findingOf(item.opens));
    return finding ? { text: fill(t.got, { finding }), got: true } : { text: t.nothing, got: false };
  }
  function ask(item: Item, purpose: boolean) {
    change({ asked: [...draft.asked, { id: item.id, purpose }] });
    setSaid(outcomeOf(item, purpose).text);
    setOpen(undefined);
  }
  const outcome = (item: Item) => {
    const asked = draft.asked.find((one) => one.id === item.id);
    return asked && outcomeOf(item, asked.purpose);
  };

  return (
    <div className="task">
      <h2>{t.heading}</h2>
      <p className="small">{fill(t.lead, { n: task.budget })}</p>
      <ul className="walk-list" aria-label={t.list}>
        {task.items.map((item) => (
          <li key={item.id}>
            <ItemRow
              item={item}
              outcome={outcome(item)}
              open={open === item.id}
              onOpen={() => setOpen(open === item.id ? undefined : item.id)}
              onAsk={(purpose) => ask(item, purpose)}
              isFull={isFull}
              strings={t}
              seed={scenario.id}
              disabled={disabled}
            />
          </li>
        ))}
      </ul>
      <p className="vh" role="status">
        {said}
      </p>
      <DoneBar
        label={t.done}
        disabled={disabled}
        onDone={() => onDone({ type: 'dataroom.close', items: draft.asked })}
      >
        <p className="micro num">
          {fill(t.left, { k: draft.asked.length, n: task.budget })} {isFull && t.full}
        </p>
      </DoneBar>
    </div>
  );
}
