/** Cards that lie right, and those that needed another try. */
export interface Placing {
  /** Card id → where it lies. */
  placed: Readonly<Record<string, string>>;
  /** Cards that came back at least once. */
  slipped: readonly string[];
}

export const NOTHING_PLACED: Placing = { placed: {}, slipped: [] };

/** Is this what was kept of a placing? */
export const isPlacing = (value: unknown): value is Placing =>
  typeof value === 'object' && value !== null && 'placed' in value && 'slipped' in value;

/** Put a card somewhere: right, and it stays; wrong, and it comes back, remembered once. */
export function putCard(state: Placing, cardId: string, target: string, wanted: string): Placing {
  if (state.placed[cardId]) return state;
  if (target === wanted) return { ...state, placed: { ...state.placed, [cardId]: target } };
  return state.slipped.includes(cardId) ? state : { ...state, slipped: [...state.slipped, cardId] };
}

/** Take a card that lies back into the hand. */
export function takeCard(state: Placing, cardId: string): Placing {
  const { [cardId]: _gone, ...placed } = state.placed;
  return { ...state, placed };
}
