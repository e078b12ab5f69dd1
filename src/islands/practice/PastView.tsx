import { useMemo } from 'react';
import type { RunSession } from '#client/run-session.ts';
import { foldRun } from '#core/simulator/engine.ts';
import { drawScenario } from '#core/simulator/figures/draw-scenario.ts';
import { scoreRun } from '#core/simulator/score/score-run.ts';
import { Debriefed } from './Debriefed.tsx';
import type { PracticeContent } from './fetch-content.ts';
import type { PastRun } from './past-runs.ts';
import type { PracticeProps } from './practice-props.ts';
import { RunBar } from './RunBar.tsx';

interface Props extends PracticeProps {
  /** Replayable. */
  run: PastRun;
  session: RunSession;
  content: PracticeContent;
  past: readonly PastRun[];
}

/** An earlier run, replayed from its acts and looked back on. */
export function PastView({ run: pastRun, session, content, past, ...props }: Props) {
  const written = content.file.scenario;
  const { attemptId, level, seed, acts, prep, branchOf, ending, passed, selfRating } = pastRun;
  const { strings } = props;
  const debriefing = useMemo(() => {
    const plan = { level, seed };
    const scenario = drawScenario(written, seed);
    const run = foldRun(scenario, plan, acts);
    return { scenario, plan, run, score: scoreRun(scenario, run) };
  }, [written, level, seed, acts]);
  return (
    <div className="run">
      <RunBar {...{ level, strings }} scenario={debriefing.scenario} run={debriefing.run} cast={[]} />
      <Debriefed
        {...props}
        {...{ session, content, past }}
        disabled={session.getSnapshot().lease !== 'live'}
        debriefing={{
          ...debriefing,
          ...{ attemptId, acts, prep, ending, passed, selfRating },
          ...(branchOf && { branchOf }),
        }}
      />
    </div>
  );
}
