import type { RunSession } from '#client/run-session.ts';
import type { RunContext } from '#core/simulator/simulator.events.ts';
import type { PracticeProps } from './practice-props.ts';

/** What every step of a run is given. */
export interface StepProps extends PracticeProps {
  session: RunSession;
  context: RunContext;
  /** Another tab is live: show, do not touch. */
  disabled: boolean;
  /** What was half done at this step before a reload. */
  draft: unknown;
}
