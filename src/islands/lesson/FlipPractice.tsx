import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { Board } from '../board/Board.tsx';
import { Icon } from '../board/Icon.tsx';
import { ChoiceList, type ChoiceListStrings } from './ChoiceList.tsx';
import { keepText } from './keep-text.ts';
import { type PracticeActivity, usePractice } from './use-practice.ts';

interface FlipCard {
  id: string;
  faces: readonly string[];
}

export interface FlipActivity extends PracticeActivity {
  /** What the faces are called. */
  faces: readonly string[];
  cards: readonly FlipCard[];
  /** Asks for one card of one's own; absent: turning is all. */
  pick: string | undefined;
}

export interface FlipStrings extends ChoiceListStrings {
  /** Names the whole block. */
  label: string;
  turn: string;
  turned: string;
  kept: string;
}

interface Kept {
  /** Card id → how often it was turned. */
  turns: Record<string, number>;
  picked?: string;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'turns' in value;

/** Cards with two or three faces, turned one face at a time; then one of them is chosen as one's own and kept. */
export function FlipPractice({ activity, strings }: { activity: FlipActivity; strings: FlipStrings }) {
  const { faces, cards, pick } = activity;
  const { state, save, finish } = usePractice<Kept>(activity, { turns: {} }, isKept);
  const [said, setSaid] = useState('');
  const unseen = ({ turns }: Kept) =>
    cards.filter((card) => (turns[card.id] ?? 0) < card.faces.length - 1).length;
  const left = unseen(state);

  function turn(card: FlipCard) {
    const to = (state.turns[card.id] ?? 0) + 1;
    const next = { ...state, turns: { ...state.turns, [card.id]: to } };
    const face = to % faces.length;
    setSaid(`${faces[face]}: ${card.faces[face]}`);
    save(next);
    if (left > 0 && unseen(next) === 0) finish(0);
  }

  function choose(card: FlipCard | undefined) {
    if (!pick || left > 0 || !card) return;
    save({ ...state, picked: card.id });
    void keepText(activity, card.faces[0] ?? '');
  }

  return (
    <Board label={strings.label} onPick={(index) => choose(cards[index])} look="flip">
      <ul className="faces">
        {cards.map((card) => (
          <li key={card.id}>
            <Face
              names={faces}
              card={card}
              turns={state.turns[card.id] ?? 0}
              onTurn={() => turn(card)}
              strings={strings}
            />
          </li>
        ))}
      </ul>
      <p className="vh" role="status">
        {said}
      </p>
      {left > 0 && (
        <p className="micro num">{fill(strings.turned, { k: cards.length - left, n: cards.length })}</p>
      )}
      {pick && left === 0 && (
        <ChoiceList
          label={pick}
          choices={cards.map((card) => ({ id: card.id, text: card.faces[0] ?? '' }))}
          onChoose={(id) => choose(cards.find((card) => card.id === id))}
          marks={state.picked ? { [state.picked]: 'right' } : {}}
          strings={strings}
        />
      )}
      <div role="status">
        {state.picked && (
          <p className="state right">
            <Icon name="check" />
            {strings.kept}
          </p>
        )}
      </div>
    </Board>
  );
}

interface FaceProps {
  names: readonly string[];
  card: FlipCard;
  turns: number;
  onTurn: () => void;
  strings: FlipStrings;
}

/** A card as it lies: the name of its face, what stands there, and which face comes next. */
function Face({ names, card, turns, onTurn, strings }: FaceProps) {
  const face = turns % names.length;
  const next = names[(face + 1) % names.length] ?? '';
  return (
    <button type="button" className="face-card" onClick={onTurn}>
      <span className="label">{names[face]}</span>
      <span className="face-text serif" key={face}>
        {card.faces[face]}
      </span>
      <span className="micro num">
        {fill(strings.turn, { k: face + 1, n: names.length, next })}
        <Icon name="chevron-right" />
      </span>
    </button>
  );
}
