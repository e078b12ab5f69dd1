import { Debriefed } from './Debriefed.tsx';
import type { PracticeContent } from './fetch-content.ts';
import type { PastRun } from './past-runs.ts';
import type { StepProps } from './run-step.ts';

interface Props extends StepProps {
  content: PracticeContent;
  past: readonly PastRun[];
}

/** The run just finished, looked back on. */
export function DebriefStep({ context, draft: _draft, ...props }: Props) {
  const { plan, prep, acts, run, outcome, selfRating } = context;
  if (!outcome) return null;
  return (
    <Debriefed
      {...props}
      debriefing={{
        scenario: plan.scenario,
        attemptId: plan.attemptId,
        plan,
        ...(plan.branchOf && { branchOf: plan.branchOf }),
        ...{ prep, acts, run },
        ...outcome,
        ...(selfRating && { selfRating }),
      }}
    />
  );
}
