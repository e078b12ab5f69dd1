import { useRef, useState } from 'react';
import { pickOne, pickSome, shuffle } from '#core/model/random.ts';
import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import { Icon } from '../../board/Icon.tsx';
import { Choices } from './Choices.tsx';
import { DoneBar } from './DoneBar.tsx';
import { findingOf, type TaskOf, type TaskViewProps } from './task-view.ts';
import { useDraft } from './use-draft.ts';

type Item = TaskOf<'dataroom'>['items'][number];

interface DataroomDraft {
  kind: 'dataroom';
  /** What was asked for, in order; it cannot be taken back. */
  asked: { id: string; purpose: boolean }[];
}

/** Papers and talks, each at the cost of the owner's time; how one asks decides what one is given. */
export function DataroomView(props: TaskViewProps<'dataroom'>) {
  const { task, scenario, known, strings, disabled, onDone } = props;
  const t = strings.dataroom;
  const [draft, change] = useDraft<DataroomDraft>({ kind: 'dataroom', asked: [] }, props);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const isFull = draft.asked.length >= task.budget;
  const findingText = (id: string | undefined) => scenario.findings.find((one) => one.id === id)?.text;

  function outcomeOf(item: Item, purpose: boolean): { text: string; got: boolean } {
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
      <h3>{t.heading}</h3>
      <p className="small">{fill(t.lead, { n: task.budget })}</p>
      <ul className="walk-list" aria-label={t.list}>
        {shuffle(task.items, `${scenario.id}/dataroom`).map((item) => (
          <li key={item.id}>
            <ItemRow
              item={item}
              outcome={outcome(item)}
              isKnown={Boolean(known.findings[findingOf(item.opens) ?? ''])}
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

interface RowProps {
  item: Item;
  outcome: { text: string; got: boolean } | undefined;
  isKnown: boolean;
  open: boolean;
  onOpen: () => void;
  onAsk: (purpose: boolean) => void;
  isFull: boolean;
  strings: TaskStrings['dataroom'];
  seed: string;
  disabled: boolean;
}

function ItemRow({ item, outcome, isKnown, open, onOpen, onAsk, isFull, strings, seed, disabled }: RowProps) {
  const isDone = Boolean(outcome) || isKnown;
  const shut = disabled || isDone || isFull;
  const row = useRef<HTMLButtonElement>(null);
  /** The panel that held the focus goes; its row takes it. */
  const leave = (act: () => void) => {
    row.current?.focus();
    act();
  };
  return (
    <>
      <button
        ref={row}
        type="button"
        className="walk-spot"
        aria-disabled={shut}
        aria-expanded={isDone ? undefined : open}
        onClick={() => !shut && onOpen()}
      >
        <span className={isDone ? 'ring is-seen' : 'ring'}>
          {isDone && <Icon name={outcome && !outcome.got ? 'x' : 'check'} />}
        </span>
        <span>
          <b>{item.text}</b>
          {isDone && <span className="small">{outcome?.text ?? strings.known}</span>}
        </span>
      </button>
      {open && !shut && (
        <Asking
          item={item}
          onAsk={(purpose) => leave(() => onAsk(purpose))}
          onCancel={() => leave(onOpen)}
          strings={strings}
          seed={seed}
        />
      )}
    </>
  );
}

interface AskingProps {
  item: Item;
  onAsk: (purpose: boolean) => void;
  onCancel: () => void;
  strings: TaskStrings['dataroom'];
  seed: string;
}

/** Three ways to ask, one of which says what it is for. */
function Asking({ item, onAsk, onCancel, strings, seed }: AskingProps) {
  const [way, setWay] = useState<string>();
  const own = `${seed}/${item.id}`;
  const stating = pickOne(strings.stating, own) ?? '';
  const ways = shuffle([stating, ...pickSome(strings.silent, 2, own)], own);
  return (
    <div className="walk-note">
      <Choices
        kind="radio"
        legend={fill(strings.purposeLegend, { item: item.text })}
        choices={ways.map((text) => ({ id: text, text }))}
        chosen={way ? [way] : []}
        onChoose={setWay}
      />
      <div className="task-asides">
        <button
          type="button"
          className="btn line"
          aria-disabled={!way}
          onClick={() => way && onAsk(way === stating)}
        >
          {strings.ask}
        </button>
        <button type="button" className="btn quiet" onClick={onCancel}>
          {strings.cancel}
        </button>
      </div>
    </div>
  );
}
