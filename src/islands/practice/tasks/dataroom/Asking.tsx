import { useState } from 'react';
import { pickOne, pickSome, shuffle } from '#core/model/random.ts';
import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import { Choices } from '../Choices.tsx';

interface Props {
  item: { id: string; text: string };
  onAsk: (purpose: boolean) => void;
  onCancel: () => void;
  strings: TaskStrings['dataroom'];
  seed: string;
}

/** Three ways to ask, one of which says what it is for. */
export function Asking({ item, onAsk, onCancel, strings, seed }: Props) {
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
