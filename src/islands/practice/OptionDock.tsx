import { useEffect, useRef, useState } from 'react';
import type { Act } from '#core/simulator/act.ts';
import type { Prompt } from '#core/simulator/run.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';
import { fill } from '#core/text/fill.ts';
import { unquoted } from '#core/text/unquoted.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import { Icon } from '../board/Icon.tsx';
import { useArmed } from './use-armed.ts';
import { useDockHeight } from './use-dock-height.ts';
import { useHintWait } from './use-hint.ts';

interface Props {
  prompt: Extract<Prompt<string>, { kind: 'turn' }>;
  moves: MoveWordsFile;
  hintsAtOnce: boolean;
  disabled: boolean;
  onAct: (act: Act) => void;
  strings: PracticeStrings;
}

/** Level 1: three or four lines to say, by tap or by the keys 1 to 4, and a hint for those who think for long. */
export function OptionDock({ prompt, moves, hintsAtOnce, disabled, onAct, strings }: Props) {
  const { turn, options } = prompt;
  const dock = useRef<HTMLElement>(null);
  const isArmed = useArmed(turn.id);
  useDockHeight(dock);

  function choose(place: number) {
    const option = options[place];
    if (option && !disabled) onAct({ type: 'option.choose', turn: turn.id, option: option.id });
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const place = '1234'.indexOf(event.key);
      const isTyping = (event.target as Element).closest?.('input, textarea, select, dialog');
      if (place < 0 || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      choose(place);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    <section className="dock choose" ref={dock} aria-label={strings.choose}>
      <div className="wrap">
        <Hint key={turn.id} {...{ prompt, moves, hintsAtOnce, strings }} />
        <div className="options">
          {options.map((option, place) => (
            <button
              type="button"
              className="option"
              key={option.id}
              aria-disabled={disabled}
              onClick={(event) => isArmed(event) && choose(place)}
            >
              <span className="key num">{place + 1}</span>
              <span>{unquoted(option.text)}</span>
            </button>
          ))}
        </div>
        <p className="micro keys-hint">{fill(strings.keysHint, { n: options.length })}</p>
      </div>
    </section>
  );
}

function Hint({
  prompt,
  moves,
  hintsAtOnce,
  strings,
}: Pick<Props, 'prompt' | 'moves' | 'hintsAtOnce' | 'strings'>) {
  const left = useHintWait(prompt.turn.id, hintsAtOnce);
  const [isOpen, setIsOpen] = useState(false);
  const best = prompt.options.find(({ quality }) => quality === 'expert');
  return (
    <>
      <div className="choose-head">
        <p>
          <b>{strings.choose}</b>
        </p>
        <button
          type="button"
          className="btn quiet"
          aria-disabled={left > 0}
          aria-expanded={isOpen}
          onClick={() => left === 0 && setIsOpen(true)}
        >
          <Icon name="lightbulb" />
          {left > 0 ? fill(strings.hintWait, { n: left }) : strings.hint}
        </button>
      </div>
      <p className="told hint" role="status" hidden={!isOpen}>
        {isOpen && best && moves[best.tag].hint}
      </p>
    </>
  );
}
