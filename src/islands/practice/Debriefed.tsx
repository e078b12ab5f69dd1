import type { RunSession } from '#client/run-session.ts';
import { drawScenario } from '#core/simulator/figures/draw-scenario.ts';
import { useRecord } from '../me/use-record.ts';
import type { DebriefViewProps } from './debrief-props.ts';
import { useDebriefView } from './debrief-view.ts';
import type { PracticeContent } from './fetch-content.ts';
import type { PastRun } from './past-runs.ts';
import type { PracticeProps } from './practice-props.ts';
import { keepTransfer, transferOf } from './transfer.ts';

/** The run that is looked back on. */
export type Debriefing = Pick<
  DebriefViewProps,
  | 'scenario'
  | 'attemptId'
  | 'plan'
  | 'branchOf'
  | 'prep'
  | 'acts'
  | 'run'
  | 'score'
  | 'ending'
  | 'passed'
  | 'selfRating'
>;

interface Props extends PracticeProps {
  debriefing: Debriefing;
  session: RunSession;
  content: PracticeContent;
  past: readonly PastRun[];
  disabled: boolean;
}

/** The look back, once its code is here; a sentence until then. */
export function Debriefed(props: Props) {
  const { debriefing, session, content, past, disabled, language, strings } = props;
  const { simulator, debriefStrings, rubric } = props;
  const { View, failed, retry } = useDebriefView();
  const facts = useRecord()?.facts ?? [];
  const { scenario, attemptId, plan, prep, acts } = debriefing;

  function begin(branchAt?: number) {
    const { level, seed } = plan;
    const branch = branchAt === undefined ? undefined : { attemptId, acts: branchAt };
    const beginning = branch
      ? { level, seed, branchOf: branch, acts: acts.slice(0, branchAt), prep }
      : { level };
    if (session.start(beginning)) location.hash = 'run';
  }

  if (!View)
    return (
      <p className="notice" role="status">
        <span>
          {failed ? strings.debriefFailed : strings.debriefLoading}{' '}
          {failed && (
            <button type="button" className="btn quiet" onClick={retry}>
              {strings.retryLoad}
            </button>
          )}
        </span>
      </p>
    );
  return (
    <View
      {...debriefing}
      scenarioOf={(seed) => (seed === plan.seed ? scenario : drawScenario(content.file.scenario, seed))}
      {...{ simulator, rubric, past, language, disabled }}
      moves={content.moves}
      principles={content.file.principles}
      strings={debriefStrings}
      words={strings}
      transfer={transferOf(facts, scenario.id)}
      onTransfer={(text) =>
        void keepTransfer(scenario.id, scenario.lessons[0] ?? scenario.id, text, language)
      }
      onBranch={begin}
      onAgain={() => begin()}
      backUrl="#run-off"
    />
  );
}
