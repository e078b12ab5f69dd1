/** Where the server reads the time; use cases and tests get it handed in. */
export interface Clock {
  /** @returns epoch ms, UTC. */
  now(): number;
}
