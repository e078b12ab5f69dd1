import { useId } from 'react';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';
import { composed, type SentenceBlock } from '#core/simulator/sentence.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import type { MoveChoice } from './move-choice.ts';
import { moveName } from './move-name.ts';

interface Props {
  blocks: readonly SentenceBlock[];
  choice: MoveChoice;
  moves: MoveWordsFile;
  disabled: boolean;
  onChange: (choice: MoveChoice) => void;
  strings: PracticeStrings;
}

const slotsOf = ({ block }: SentenceBlock): [name: string, text: string][] =>
  'slots' in block ? Object.entries(block.slots) : [];

/** A sentence that is still in parts shows what it could hold. */
const outlineOf = ({ block }: SentenceBlock): string =>
  'text' in block ? block.text : Object.values(block.slots).join(' / ');

/** The sentences there are, each with the kind of move it is; the one chosen can be put together from its parts. */
export function SentenceList({ blocks, choice, moves, disabled, onChange, strings }: Props) {
  const name = useId();
  function choose(one: SentenceBlock) {
    const { plain: _, ...rest } = choice;
    onChange({ ...rest, block: one.key, slots: [] });
  }
  function toggle(slot: string) {
    const slots = choice.slots.includes(slot)
      ? choice.slots.filter((one) => one !== slot)
      : [...choice.slots, slot];
    onChange({ ...choice, slots });
  }
  return (
    <fieldset className="sentences">
      <legend className="label">{strings.sentences}</legend>
      {blocks.length === 0 && <p className="small">{strings.noSentences}</p>}
      {blocks.map((one) => {
        const isChosen = !choice.plain && choice.block === one.key;
        const slots = slotsOf(one);
        return (
          <div key={one.key}>
            <label className="option sentence">
              <input
                type="radio"
                name={name}
                checked={isChosen}
                disabled={disabled}
                onChange={() => choose(one)}
              />
              <span className="kind">{moveName(moves, one.tag)}</span>
              <span>{(isChosen && composed(one.block, choice.slots)) || outlineOf(one)}</span>
            </label>
            {isChosen && slots.length > 0 && (
              <Slots {...{ slots, chosen: choice.slots, disabled, onToggle: toggle, strings }} />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

interface SlotsProps {
  slots: readonly [name: string, text: string][];
  chosen: readonly string[];
  disabled: boolean;
  onToggle: (slot: string) => void;
  strings: PracticeStrings;
}

function Slots({ slots, chosen, disabled, onToggle, strings }: SlotsProps) {
  return (
    <fieldset className="slots">
      <legend className="label">{strings.slots}</legend>
      <div className="chips">
        {slots.map(([slot, text]) => (
          <label className="chip" key={slot}>
            <input
              type="checkbox"
              checked={chosen.includes(slot)}
              disabled={disabled}
              onChange={() => onToggle(slot)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
