/** Who asks for a daily duty, and when. */
export interface DutyHold {
  name: string;
  /** One process; any text nobody else has. */
  holder: string;
  /** Epoch ms, UTC. */
  at: number;
  /** Until when nobody else may take it over. */
  until: number;
}

/** Work that one of several processes does once a day. */
export interface DutyStore {
  /** @param day see `dayNumber`. @returns true for one of all who ask: it was not done that day and nobody is at it. */
  take(hold: DutyHold, day: number): Promise<boolean>;
  /** @returns false when somebody else has it by now: then stop. */
  keep(hold: DutyHold): Promise<boolean>;
  done(hold: Pick<DutyHold, 'name' | 'holder'>, day: number): Promise<void>;
  /** The last day on which it was done; undefined: never. */
  doneDay(name: string): Promise<number | undefined>;
}
