import { useRef } from 'react';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import { Icon } from '../../../board/Icon.tsx';
import type { TaskOf } from '../task-view.ts';
import { Asking } from './Asking.tsx';

export type Item = TaskOf<'dataroom'>['items'][number];

export interface ItemOutcome {
  text: string;
  /** A figure came of it. */
  got: boolean;
}

interface Props {
  item: Item;
  outcome: ItemOutcome | undefined;
  open: boolean;
  onOpen: () => void;
  onAsk: (purpose: boolean) => void;
  isFull: boolean;
  strings: TaskStrings['dataroom'];
  seed: string;
  disabled: boolean;
}

/** One thing to ask for, and what came of it. */
export function ItemRow({ item, outcome, open, onOpen, onAsk, isFull, strings, seed, disabled }: Props) {
  const isDone = outcome !== undefined;
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
        <span className={isDone ? 'look-ring is-seen' : 'look-ring'}>
          {outcome && <Icon name={outcome.got ? 'check' : 'x'} />}
        </span>
        <span>
          <b>{item.text}</b>
          {outcome && <span className="small">{outcome.text}</span>}
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
