/** What a learner can do in a turn and how it is valued: moves, steps, critical errors, the five values of a customer. */

export type Quality = 'expert' | 'ok' | 'weak' | 'error';
export type NeedStep = 'hidden' | 'hinted' | 'stated' | 'confirmed';
export type LadderStep = 'none' | 'next_talk' | 'data' | 'pilot' | 'order';
export type CommitStep = Exclude<LadderStep, 'none'>;
/** Critical errors E1 … E11, simulators.md §1.6. */
export type ErrorCode = `E${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11}`;

/** The 46 moves of simulators.md §1.4; the last seventeen are never the best one. */
export type MoveTag =
  | 'greet_agenda'
  | 'ask_open'
  | 'ask_detail'
  | 'ask_consequence'
  | 'ask_payoff'
  | 'ask_closed'
  | 'data_request'
  | 'observe'
  | 'paraphrase'
  | 'reflect'
  | 'acknowledge'
  | 'repair'
  | 'disclose'
  | 'inform_brief'
  | 'wait'
  | 'summarise'
  | 'offer_choice'
  | 'propose_next'
  | 'refuse_kindly'
  | 'diagnose'
  | 'prescribe'
  | 'quantify'
  | 'invite_calc'
  | 'evidence'
  | 'compare_fact'
  | 'trade'
  | 'pitch_benefit'
  | 'pitch_advantage'
  | 'pitch_feature'
  | 'advise'
  | 'vague'
  | 'deflect'
  | 'blame'
  | 'take_side'
  | 'pressure'
  | 'argue'
  | 'offer_price_cut'
  | 'disparage'
  | 'unsupported_number'
  | 'guarantee'
  | 'absolute'
  | 'disclose_peer'
  | 'induce_breach'
  | 'deny_interest'
  | 'conceal'
  | 'benefit_in_kind';

/** The five values of a customer, each 0–100, unrounded. */
export interface Values {
  ability: number;
  benevolence: number;
  integrity: number;
  patience: number;
  interest: number;
}

/**
 * What a move or a line brings to light: `need.orders:stated` raises a need, `finding.fall@45` shows a finding when trust
 * is at least 45 (shifted by the level). Without `@` trust does not matter.
 */
export type Reveal = string;
