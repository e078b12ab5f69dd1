import { useState } from 'react';
import { isPlacing, NOTHING_PLACED, putCard, takeCard } from './placing.ts';
import { type PracticeActivity, usePractice } from './use-practice.ts';

export interface PlacingCard {
  id: string;
  text: string;
  /** Where it belongs. */
  goes: string;
  why: string;
}

/** The card put last and where. */
export interface LastPut<C extends PlacingCard = PlacingCard> {
  card: C;
  target: string;
}

/** Cards that each belong somewhere: a wrong place sends the card back, the last right one ends the exercise. */
export function usePlacing<C extends PlacingCard>(activity: PracticeActivity, cards: readonly C[]) {
  const { state, save, finish } = usePractice(activity, NOTHING_PLACED, isPlacing);
  const [last, setLast] = useState<LastPut<C>>();

  return {
    placed: state.placed,
    last,
    slips: state.slipped.length,
    done: cards.every((card) => state.placed[card.id]),
    put(cardId: string, target: string) {
      const card = cards.find((one) => one.id === cardId);
      if (!card) return;
      setLast({ card, target });
      const next = putCard(state, cardId, target, card.goes);
      if (next === state) return;
      save(next);
      if (cards.every((one) => next.placed[one.id])) finish(next.slipped.length);
    },
    takeBack(cardId: string) {
      setLast(undefined);
      save(takeCard(state, cardId));
    },
    restart() {
      setLast(undefined);
      save(NOTHING_PLACED);
    },
  };
}
