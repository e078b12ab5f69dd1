import type { ErrorCode, MoveTag, Quality, Values } from './scenario-move.ts';

/**
 * The 46 moves: what each does to ability, benevolence, integrity, patience and interest before anything else counts.
 * @see shared design: simulators.md §1.4; the marks beside the rows from §1.3 and §1.8.
 */

export interface Move {
  base: Values;
  /** An error whenever a learner picks it (levels 2 and 3). */
  danger?: true;
  /** The critical error it is. */
  code?: ErrorCode;
  /** Its row already says what an error costs: none of the flat losses of an error. */
  spares?: true;
  /** Wears out later than other moves: bears repeating five times. */
  enduring?: true;
  /** What it does to the count of questions in a row; other moves leave it. */
  counter?: 'adds' | 'clears';
}

function row(
  ability: number,
  benevolence: number,
  integrity: number,
  patience: number,
  interest: number,
): Values {
  return { ability, benevolence, integrity, patience, interest };
}

export const MOVES: Readonly<Record<MoveTag, Move>> = {
  greet_agenda: { base: row(2, 4, 3, 4, 2), counter: 'clears' },
  ask_open: { base: row(1, 3, 0, 0, 2), enduring: true, counter: 'adds' },
  ask_detail: { base: row(3, 1, 0, -1, 1), enduring: true, counter: 'adds' },
  ask_consequence: { base: row(3, 1, 0, -2, 4), counter: 'adds' },
  ask_payoff: { base: row(2, 2, 0, 0, 5), counter: 'adds' },
  ask_closed: { base: row(1, 0, 0, 0, 0), counter: 'adds' },
  data_request: { base: row(3, 0, 4, -3, 0), counter: 'adds' },
  observe: { base: row(4, 1, 0, -1, 1) },
  paraphrase: { base: row(3, 5, 1, 3, 2), counter: 'clears' },
  reflect: { base: row(0, 6, 1, 5, 0), counter: 'clears' },
  acknowledge: { base: row(0, 3, 0, 2, 0), counter: 'clears' },
  repair: { base: row(1, 4, 4, 4, 0) },
  disclose: { base: row(0, 2, 6, 0, 0), counter: 'clears' },
  inform_brief: { base: row(2, 0, 1, -1, 1), counter: 'clears' },
  wait: { base: row(1, 4, 1, 2, 0), counter: 'clears' },
  summarise: { base: row(3, 3, 2, 2, 2), counter: 'clears' },
  offer_choice: { base: row(1, 4, 1, 2, 2), counter: 'clears' },
  propose_next: { base: row(2, 1, 2, 0, 2) },
  refuse_kindly: { base: row(1, 1, 5, -1, 0), counter: 'clears' },
  diagnose: { base: row(5, 3, 2, 0, 4), enduring: true },
  prescribe: { base: row(4, 2, 2, -1, 4), enduring: true },
  quantify: { base: row(5, 0, 2, -2, 6), enduring: true },
  invite_calc: { base: row(4, 3, 2, 1, 8), enduring: true },
  evidence: { base: row(5, 0, 4, -1, 4) },
  compare_fact: { base: row(2, 0, 0, -1, 1) },
  trade: { base: row(3, 1, 2, -1, 3) },
  pitch_benefit: { base: row(2, 2, 0, -1, 6) },
  pitch_advantage: { base: row(1, 0, 0, -2, 1) },
  pitch_feature: { base: row(0, 0, 0, -4, -1) },
  // Below the line: never the best move.
  advise: { base: row(1, 0, 0, -3, 0) },
  vague: { base: row(-2, -1, -1, -3, -2) },
  deflect: { base: row(0, -3, -1, -4, -2), spares: true },
  blame: { base: row(-3, -4, -5, -6, -3), danger: true, spares: true },
  take_side: { base: row(-1, -4, -2, -4, -2), danger: true, spares: true },
  pressure: { base: row(-1, -5, -3, -8, -4), danger: true, spares: true },
  argue: { base: row(-2, -8, 0, -12, -6), danger: true, code: 'E2', spares: true },
  offer_price_cut: { base: row(-3, 1, -2, 2, 2), danger: true, code: 'E6', spares: true },
  disparage: { base: row(-2, -4, -6, -3, -3), danger: true, code: 'E3', spares: true },
  unsupported_number: { base: row(-4, 0, -7, -2, -4), danger: true, code: 'E4', spares: true },
  guarantee: { base: row(1, 0, -6, 0, 2), danger: true, code: 'E5', spares: true },
  absolute: { base: row(-3, 0, -5, -1, -2), danger: true, code: 'E9', spares: true },
  disclose_peer: { base: row(-1, -3, -9, 0, 1), danger: true, code: 'E8', spares: true },
  induce_breach: { base: row(-2, -3, -9, -2, 1), danger: true, code: 'E10', spares: true },
  deny_interest: { base: row(0, -2, -9, -1, -1), danger: true, code: 'E11', spares: true },
  conceal: { base: row(-2, -2, -8, 0, 0), danger: true, code: 'E11', spares: true },
  benefit_in_kind: { base: row(0, 0, -30, -10, 0), danger: true, code: 'E1', spares: true },
};

const ALL = Object.keys(MOVES) as MoveTag[];

/** The 29 above the line, in the order of the table. */
export const HONEST_TAGS: readonly MoveTag[] = ALL.slice(0, ALL.indexOf('advise'));
/** The 17 below it. */
export const LOW_TAGS: readonly MoveTag[] = ALL.slice(ALL.indexOf('advise'));

/** Praising a product, well or badly. */
export const PITCH_TAGS: readonly MoveTag[] = ['pitch_benefit', 'pitch_advantage', 'pitch_feature'];
/** Questions in the sense of the rubrics. */
export const QUESTION_TAGS: readonly MoveTag[] = ALL.filter((tag) => MOVES[tag].counter === 'adds');
/** Moves that calm a customer who is hot or out of patience. */
export const CALMING_TAGS: readonly MoveTag[] = ['reflect', 'acknowledge', 'repair', 'paraphrase', 'wait'];
/** They please at first: their gains count even as an error. */
export const PLEASING_TAGS: readonly MoveTag[] = ['guarantee', 'offer_price_cut', 'disclose_peer'];

/** Does a move of this quality count as done? */
export function isAccepted(quality: Quality): boolean {
  return quality === 'expert' || quality === 'ok';
}
