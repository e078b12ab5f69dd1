/** What a proof found wrong with a scenario; the words an author reads. */
export interface Flaw {
  /** Id of the scenario. */
  scenario: string;
  /** Node: a turn, a finding, an ending, a criterion, a player; with the level where it matters. */
  place: string;
  what: string;
  /** What to write instead. */
  remedy: string;
}

/** One line: `d-a P4: … ; …`. */
export function flawLine({ scenario, place, what, remedy }: Flaw): string {
  return `${scenario} ${place}: ${what}; ${remedy}`;
}
