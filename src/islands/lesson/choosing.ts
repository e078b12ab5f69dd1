/** Small scenes gone through one by one. */
export interface Choosing {
  /** Scene id → the option chosen first and the one chosen last. */
  chosen: Readonly<Record<string, readonly [first: string, last: string]>>;
  /** Index of the scene on stage; as many as there are scenes: gone through. */
  on: number;
}

export interface Scene {
  id: string;
  text: string;
  options: readonly { id: string; text: string; fits: boolean; why: string }[];
}

export const NOTHING_CHOSEN: Choosing = { chosen: {}, on: 0 };

/** Is this what was kept of a choosing? */
export const isChoosing = (value: unknown): value is Choosing =>
  typeof value === 'object' && value !== null && 'chosen' in value && 'on' in value;

/** Choose an option of a scene; another one may be tried, the first one counts. */
export function chooseIn(state: Choosing, sceneId: string, optionId: string): Choosing {
  const first = state.chosen[sceneId]?.[0] ?? optionId;
  return { ...state, chosen: { ...state.chosen, [sceneId]: [first, optionId] } };
}

/** @returns the scenes in which the first choice did not fit. */
export const slippedScenes = (scenes: readonly Scene[], { chosen }: Choosing): readonly Scene[] =>
  scenes.filter(({ id, options }) => !options.find((one) => one.id === chosen[id]?.[0])?.fits);
